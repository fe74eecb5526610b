package dev.escala.pursuit.taken;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;

import dev.escala.pipeline.exported.ExportedFile;
import dev.escala.pursuit.taken.SaleImport.Status;
import dev.escala.pursuit.taken.row.PreviewMaker;
import dev.escala.reference.UserId;
import dev.escala.validation.ConflictException;
import dev.escala.validation.FieldProblem;
import dev.escala.validation.InvalidInputException;
import dev.escala.validation.NotFoundException;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Exports of other systems: sent once, looked at, confirmed, and taken in the background.
 * Who may is the caller's to say.
 */
@Service
public class SaleImports {

	private static final Duration UNCONFIRMED = Duration.ofDays(7);

	private static final Duration ENDED = Duration.ofDays(30);

	private final SaleImportRepository imports;

	private final UploadRepository uploads;

	private final PreviewMaker previews;

	private final TransactionTemplate transactions;

	private final Clock clock;

	private final ZoneId zone;

	SaleImports(SaleImportRepository imports, UploadRepository uploads, PreviewMaker previews,
			PlatformTransactionManager transactions, Clock clock, @Value("${escala.zone}") ZoneId zone) {
		this.imports = imports;
		this.uploads = uploads;
		this.previews = previews;
		this.transactions = new TransactionTemplate(transactions);
		this.clock = clock;
		this.zone = zone;
	}

	/**
	 * Keeps a file and says what it is.
	 * @param content CSV or XLSX; the caller closes it
	 * @throws InvalidInputException for the field {@code file} where it is no export of
	 * prospects or opportunities: then nothing is kept
	 */
	public SaleImport upload(InputStream content, String fileName, UserId by) throws IOException {
		Choices choices = Choices.usual(this.zone);
		// Whoever sends slowly must not hold a connection of the database.
		Path file = Files.createTempFile("escala-", ".import");
		try {
			Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
			if (Files.size(file) == 0) {
				throw new InvalidInputException("file", "El fichero está vacío.");
			}
			long id = this.transactions.execute((status) -> keep(file, fileName, by, choices));
			try {
				preview(id, choices);
			}
			catch (RuntimeException ex) {
				this.imports.remove(id);
				throw ex;
			}
			return get(id);
		}
		finally {
			Files.deleteIfExists(file);
		}
	}

	private long keep(Path file, String fileName, UserId by, Choices choices) {
		try (InputStream content = Files.newInputStream(file)) {
			long id = this.imports.create(fileName, by, choices);
			this.uploads.keep(id, content);
			return id;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Chooses how it is read, and says anew what it is.
	 * @throws InvalidInputException naming every choice that is wrong
	 * @throws ConflictException where it is confirmed already
	 */
	public SaleImport choose(long id, Choices.Said said) {
		SaleImport run = get(id);
		if (run.status() != Status.UPLOADED) {
			throw new ConflictException("Esta importación ya está confirmada: no se puede cambiar cómo se lee.");
		}
		preview(id, run.choices().with(said));
		return get(id);
	}

	private void preview(long id, Choices choices) {
		try (InputStream content = this.uploads.open(id); ExportedFile file = ExportedFile.of(content)) {
			this.imports.preview(id, choices, this.previews.of(id, file, choices));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Lets it be taken; saying so again changes nothing.
	 * @throws InvalidInputException naming what has to be chosen before
	 */
	public SaleImport confirm(long id) {
		SaleImport run = get(id);
		if (!run.preview().questions().isEmpty()) {
			throw new InvalidInputException(run.preview()
				.questions()
				.stream()
				.map((question) -> new FieldProblem(question.choice(), question.text()))
				.toList());
		}
		this.imports.confirm(id);
		return get(id);
	}

	/** An import; refuses an unknown one. */
	public SaleImport get(long id) {
		return this.imports.find(id)
			.orElseThrow(() -> new NotFoundException(
					"No hay ninguna importación con el número " + id + ". Se guardan 30 días."));
	}

	/** The latest ones, the newest first. */
	public List<SaleImport> latest(int count) {
		return this.imports.latest(count);
	}

	/** What it told of its rows, in their order. */
	public List<ImportNote> notes(long id, long offset, int count) {
		return this.imports.notes(id, offset, count);
	}

	/** Of how many rows it told something. */
	public long notes(long id) {
		return this.imports.notes(id);
	}

	/** All that it told, one at a time. */
	public void eachNote(long id, Consumer<ImportNote> reader) {
		this.imports.eachNote(id, reader);
	}

	/** Removes what nobody confirmed for 7 days and what ended 30 days ago. */
	public int forget() {
		return this.imports.forget(this.clock.instant().minus(UNCONFIRMED), this.clock.instant().minus(ENDED));
	}

}
