package dev.escala.pursuit.taken.row;

import java.util.function.Supplier;

import dev.escala.access.Staff;
import dev.escala.pipeline.exported.ExportField;
import dev.escala.pipeline.exported.ExportedRow;
import dev.escala.pursuit.taken.ImportNote;
import dev.escala.pursuit.taken.SaleImport;
import dev.escala.pursuit.taken.SaleImportRepository;
import dev.escala.pursuit.loss.LossReasons;
import dev.escala.pursuit.taken.Importer;
import dev.escala.pursuit.taken.SaleImport.Outcome;
import dev.escala.validation.InvalidInputException;
import dev.escala.validation.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One row, one transaction, which also remembers that the row was dealt with: whoever
 * comes next goes on behind it, and nothing is taken twice.
 */
@Component
public class RowStep {

	private static final Logger log = LoggerFactory.getLogger(RowStep.class);

	private static final int ATTEMPTS = 2;

	private final SaleImportRepository imports;

	private final RowTaker taker;

	private final Importer importer;

	private final LossReasons reasons;

	private final Staff staff;

	private final TransactionTemplate transactions;

	RowStep(SaleImportRepository imports, RowTaker taker, Importer importer, LossReasons reasons, Staff staff,
			PlatformTransactionManager transactions) {
		this.reasons = reasons;
		this.staff = staff;
		this.imports = imports;
		this.taker = taker;
		this.importer = importer;
		this.transactions = new TransactionTemplate(transactions);
	}

	/** What holds for all rows of an import. */
	public RunFacts facts(SaleImport run) {
		return new RunFacts(run.preview().system(), run.preview().deals(), this.reasons, this.staff);
	}

	/** Takes a row, or tells why not. */
	public void take(SaleImport run, ExportedRow row, RunFacts facts) {
		StepLimit limit = StepLimit.NONE;
		for (int failures = 0;;) {
			try {
				StepLimit far = limit;
				this.importer.as(run.startedBy(),
						() -> settle(run, row.line(), () -> this.taker.take(run, row, facts, far)));
				return;
			}
			catch (StepRefusedException ex) {
				limit = new StepLimit(ex.steps(), ex.getMessage());
			}
			catch (InvalidInputException ex) {
				refuse(run, row.line(), who(row), OurColumns.explain(ex));
				return;
			}
			catch (Refusal ex) {
				refuse(run, row.line(), who(row), ex.getMessage());
				return;
			}
			catch (RuntimeException ex) {
				// Somebody may have been at the same matter at the same moment.
				if (++failures == ATTEMPTS) {
					log.warn("Line {} of the import {} could not be taken.", row.line(), run.id(), ex);
					refuse(run, row.line(), who(row), "No se pudo guardar por un problema técnico. Vuelva a enviar el "
							+ "fichero: lo ya tomado no se dobla.");
					return;
				}
			}
		}
	}

	/** Tells why a row was not taken. */
	public void refuse(SaleImport run, long line, String who, String reason) {
		settle(run, line, () -> {
			this.imports.note(run.id(), new ImportNote(line, ImportNote.Kind.REFUSED, who, reason, null));
			return RowResult.of(Outcome.REFUSED);
		});
	}

	private void settle(SaleImport run, long line, Supplier<RowResult> work) {
		this.transactions.executeWithoutResult((status) -> {
			if (this.imports.reach(run.id(), line)) {
				RowResult result = work.get();
				result.notes().forEach((note) -> this.imports.note(run.id(), note));
				this.imports.count(run.id(), result.outcome());
			}
		});
	}

	private static String who(ExportedRow row) {
		return (row.name() == null) ? row.text(ExportField.EMAIL) : row.name();
	}

}
