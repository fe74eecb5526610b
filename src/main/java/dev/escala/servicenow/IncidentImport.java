package dev.escala.servicenow;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.escala.escalation.Escalations;
import dev.escala.reference.UserId;
import dev.escala.servicenow.IncidentIntake.Facts;
import dev.escala.servicenow.IncidentIntake.Verdict;
import dev.escala.validation.InvalidInputException;
import dev.escala.validation.Refusal;
import dev.escala.web.CsvUpload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DuplicateKeyException;

/**
 * One reading of one file, by one thread. The file is read twice: first every row is
 * checked and each incident's last one is found; then those last rows are taken, a few
 * hundred at a time. Texts of an incident are in memory only then.
 */
final class IncidentImport {

	private static final Logger log = LoggerFactory.getLogger(IncidentImport.class);

	private static final int BATCH = 200;

	private final IncidentIntake intake;

	private final Escalations escalations;

	private final ZoneId zone;

	private final Clock clock;

	private final UserId user;

	private final Runnable step;

	private final ImportCounts counts = new ImportCounts();

	private final IncidentLedger ledger = new IncidentLedger();

	/** Facts repeat; within one import the same ones have the same answer. */
	private final Map<Facts, Verdict> verdicts = new HashMap<>();

	private final List<IncidentRow> batch = new ArrayList<>();

	/**
	 * Prepares an import.
	 * @param user who sent the file
	 * @param step called after each row and each incident; what it throws ends the import
	 */
	IncidentImport(IncidentIntake intake, Escalations escalations, ZoneId zone, Clock clock, UserId user,
			Runnable step) {
		this.intake = intake;
		this.escalations = escalations;
		this.zone = zone;
		this.clock = clock;
		this.user = user;
		this.step = step;
	}

	ImportCounts counts() {
		return this.counts;
	}

	/** Imports the file. */
	void run(CsvUpload upload) {
		upload.read(IncidentRow.COLUMNS, new Check());
		this.counts.incidents(this.ledger.size());
		this.counts.incidentsWithoutRow(this.ledger.withoutRow());
		upload.read(IncidentRow.COLUMNS, new Take());
		takeBatch();
		this.counts.requireComplete();
	}

	private void takeBatch() {
		Set<String> known = this.escalations
			.knownExternalRefs(this.batch.stream().map(IncidentRow::externalRef).toList());
		for (IncidentRow row : this.batch) {
			if (known.contains(row.externalRef())) {
				this.counts.known();
			}
			else {
				take(row);
			}
			this.step.run();
		}
		this.batch.clear();
	}

	private void take(IncidentRow row) {
		Verdict verdict = this.verdicts.computeIfAbsent(Facts.of(row), this.intake::decide);
		if (verdict.type() == null) {
			this.counts.notEscalated(verdict.reason());
			return;
		}
		try {
			this.intake.create(row, this.ledger.states(row.number()), verdict.type(), this.user);
			this.counts.created(row.isOpen());
		}
		catch (Refusal ex) {
			this.counts.incidentRejected(row.line(), row.number(), ex.getMessage());
		}
		catch (DuplicateKeyException ex) {
			knownMeanwhile(row, ex);
		}
		catch (RuntimeException ex) {
			failed(row, ex);
		}
	}

	/** Somebody else may have imported the same incident at the same moment. */
	private void knownMeanwhile(IncidentRow row, DuplicateKeyException ex) {
		if (this.escalations.knownExternalRefs(List.of(row.externalRef())).isEmpty()) {
			failed(row, ex);
		}
		else {
			this.counts.known();
		}
	}

	private void failed(IncidentRow row, RuntimeException ex) {
		log.warn("The incident {} in line {} could not be imported.", row.number(), row.line(), ex);
		this.counts.incidentRejected(row.line(), row.number(),
				"No se pudo guardar por un problema técnico. Vuelva a enviar el fichero: lo ya importado no se repite.");
	}

	/** First reading: what is wrong, and which row of an incident is the last. */
	private final class Check implements CsvUpload.Rows {

		@Override
		public void row(CsvUpload.Row cells) {
			String number = IncidentCells.number(cells);
			try {
				IncidentRow row = read(cells);
				IncidentImport.this.ledger.used(number, row.line(), row.state());
				IncidentImport.this.counts.rowUsed();
			}
			catch (InvalidInputException ex) {
				if (number != null) {
					IncidentImport.this.ledger.named(number);
				}
				IncidentImport.this.counts.rowRejected(cells.line(), number, ex.getMessage());
			}
			IncidentImport.this.step.run();
		}

		@Override
		public void rejected(long line, String reason) {
			IncidentImport.this.counts.rowRejected(line, null, reason);
			IncidentImport.this.step.run();
		}

	}

	/** Second reading: takes the last row of each incident. */
	private final class Take implements CsvUpload.Rows {

		@Override
		public void row(CsvUpload.Row cells) {
			String number = IncidentCells.number(cells);
			if (number != null && IncidentImport.this.ledger.isPresent(number, cells.line())) {
				IncidentImport.this.batch.add(read(cells));
				if (IncidentImport.this.batch.size() == BATCH) {
					takeBatch();
				}
			}
		}

		@Override
		public void rejected(long line, String reason) {
			// Told by the first reading.
		}

	}

	private IncidentRow read(CsvUpload.Row cells) {
		return IncidentRow.read(cells, this.zone, this.clock.instant());
	}

}
