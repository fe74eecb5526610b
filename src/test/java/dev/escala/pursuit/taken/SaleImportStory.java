package dev.escala.pursuit.taken;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.escala.pipeline.Parties;
import dev.escala.pipeline.Party;
import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.PursuitStory;
import dev.escala.reference.UserId;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What every story of an import begins with. */
abstract class SaleImportStory extends PursuitStory {

	@Autowired
	protected SaleImports imports;

	@Autowired
	protected SaleImportWorker worker;

	@Autowired
	protected Parties parties;

	protected SaleImport sent(String text) {
		try {
			return this.imports.upload(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "ventas.csv",
					new UserId(SELLER));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Sends a file, confirms it and waits for its end. */
	protected SaleImport imported(String text) {
		return confirmed(sent(text));
	}

	protected SaleImport confirmed(SaleImport run) {
		this.imports.confirm(run.id());
		this.worker.run();
		SaleImport done = this.imports.get(run.id());
		assertThat(done.status()).isEqualTo(SaleImport.Status.DONE);
		assertThat(done.counts().total()).as("each row counts once").isEqualTo(done.preview().rows());
		return done;
	}

	/** What was told of the rows, as "line: reason". */
	protected List<String> told(SaleImport run) {
		return this.imports.notes(run.id(), 0, 200)
			.stream()
			.map((note) -> note.line() + " " + note.kind() + ": " + note.reason())
			.toList();
	}

	/** The prospect of that name, also if it is a customer by now. */
	protected Party party(String name) {
		List<Party> found = this.parties.matchExactly(name)
			.stream()
			.filter((one) -> one.kind() == Party.Kind.PROSPECT)
			.toList();
		assertThat(found).as(name).hasSize(1);
		return found.get(0);
	}

	/** All pursuits of whoever is called so, the newest first. */
	protected List<Pursuit> pursuitsOf(String name) {
		Party party = party(name);
		return this.pursuits.of(party.kind(), party.id());
	}

	protected Pursuit deal(String company, String subject) {
		return pursuitsOf(company).stream().filter((one) -> one.subject().equals(subject)).findFirst().orElseThrow();
	}

}
