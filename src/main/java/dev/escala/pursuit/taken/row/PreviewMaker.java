package dev.escala.pursuit.taken.row;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.escala.access.Staff;
import dev.escala.pipeline.BareName;
import dev.escala.pipeline.exported.AmountStyle;
import dev.escala.pipeline.exported.DateOrder;
import dev.escala.pipeline.exported.ExportField;
import dev.escala.pipeline.exported.ExportPreview;
import dev.escala.pipeline.exported.ExportReader;
import dev.escala.pipeline.exported.ExportedFile;
import dev.escala.pipeline.exported.ExportedRow;
import dev.escala.pursuit.StageKind;
import dev.escala.pursuit.loss.LossReasons;
import dev.escala.pursuit.stage.Stage;
import dev.escala.pursuit.stage.StagePlan;
import dev.escala.pursuit.taken.Choices;
import dev.escala.pursuit.taken.ImportNote;
import dev.escala.pursuit.taken.ImportPreview;
import dev.escala.pursuit.taken.SaleImportRepository;
import dev.escala.pursuit.taken.row.KnownParties.Found;
import dev.escala.pursuit.taken.row.RowParty.Doubled;
import dev.escala.validation.InvalidInputException;
import dev.escala.validation.Refusal;

import org.springframework.stereotype.Component;

/**
 * Looks through a whole file and takes nothing, some hundred rows at a time; what it has
 * met lies in the database.
 */
@Component
public class PreviewMaker {

	private static final int BATCH = 200;

	private static final int FIRST = 10;

	private static final int NOTES = 50;

	private final SaleImportRepository imports;

	private final TakenRepository taken;

	private final KnownParties known;

	private final RowParty parties;

	private final RowTaker taker;

	private final StageRoutes routes;

	private final LossReasons reasons;

	private final Staff staff;

	PreviewMaker(SaleImportRepository imports, TakenRepository taken, KnownParties known, RowParty parties,
			RowTaker taker, StageRoutes routes, LossReasons reasons, Staff staff) {
		this.imports = imports;
		this.taken = taken;
		this.known = known;
		this.parties = parties;
		this.taker = taker;
		this.routes = routes;
		this.reasons = reasons;
		this.staff = staff;
	}

	/**
	 * Says what a file is and what would become of its rows.
	 * @throws InvalidInputException for the field {@code file} where it is no export
	 */
	public ImportPreview of(long importId, ExportedFile file, Choices choices) {
		ExportReader reader = new ExportReader(file, choices.forReading());
		ExportPreview plain = reader.preview();
		List<ImportPreview.Column> columns = plain.columns()
			.stream()
			.map((one) -> new ImportPreview.Column(one.name(), (one.field() == null) ? null : one.field().label()))
			.toList();
		List<ImportPreview.Question> questions = plain.questions()
			.stream()
			.map((one) -> new ImportPreview.Question(one.choice(), one.text()))
			.toList();
		Scan scan = new Scan(importId, new RunFacts(plain.system(), plain.deals(), this.reasons, this.staff), choices);
		if (questions.isEmpty()) {
			this.imports.forgetSeen(importId);
			reader.read(scan);
			scan.settle();
			this.imports.forgetSeen(importId);
		}
		return new ImportPreview(plain.system(), plain.deals(), columns, plain.rows(), said(plain.amounts()),
				said(plain.dates()), questions, scan.first, questions.isEmpty() ? scan.expected() : null, scan.notes);
	}

	private static String said(AmountStyle style) {
		return (style == null) ? null
				: (style == AmountStyle.POINT) ? "punto decimal, como 12,500.50" : "coma decimal, como 12.500,50";
	}

	private static String said(DateOrder order) {
		return (order == null) ? null : (order == DateOrder.DAY_FIRST) ? "el día delante, como 31/12/2026"
				: "primero el mes, como 12/31/2026";
	}

	/** One look through the rows. */
	private final class Scan implements ExportReader.Rows {

		private final long importId;

		private final RunFacts facts;

		private final Choices choices;

		private final List<Both> batch = new ArrayList<>();

		private final List<ImportPreview.First> first = new ArrayList<>();

		private final List<ImportNote> notes = new ArrayList<>();

		private long fresh;

		private long attached;

		private long same;

		private long doubled;

		private long refused;

		private long won;

		private Scan(long importId, RunFacts facts, Choices choices) {
			this.importId = importId;
			this.facts = facts;
			this.choices = choices;
		}

		@Override
		public boolean row(ExportedRow row) {
			try {
				this.batch.add(new Both(Identity.of(this.facts.system(), this.facts.deals(), row),
						SaidRow.of(row, this.facts.deals(), this.choices)));
			}
			catch (InvalidInputException ex) {
				refuse(row.line(), row.name(), OurColumns.explain(ex));
			}
			if (this.batch.size() == BATCH) {
				settle();
			}
			return true;
		}

		@Override
		public void rejected(long line, String reason) {
			refuse(line, null, reason);
		}

		private void refuse(long line, String who, String reason) {
			this.refused++;
			note(new ImportNote(line, ImportNote.Kind.REFUSED, who, reason, null));
		}

		private void note(ImportNote note) {
			if (this.notes.size() < NOTES) {
				this.notes.add(note);
			}
		}

		private void settle() {
			if (this.batch.isEmpty()) {
				return;
			}
			Identity one = this.batch.get(0).identity();
			Set<String> before = PreviewMaker.this.taken.known(one.system(), one.kind(),
					this.batch.stream().map((both) -> both.identity().ownId()).toList());
			Map<RowKeys, Found> found = PreviewMaker.this.known
				.find(this.batch.stream().map((both) -> both.row().keys()).collect(Collectors.toSet()));
			Set<String> seen = PreviewMaker.this.imports.seen(this.importId,
					this.batch.stream().flatMap((both) -> marks(both, found).stream()).toList());
			Set<String> met = new HashSet<>();
			for (Both both : this.batch) {
				List<String> marks = marks(both, found);
				boolean again = marks.stream().anyMatch((mark) -> seen.contains(mark) || met.contains(mark));
				String becomes = before.contains(both.identity().ownId()) ? known(both)
						: again ? repeated(both) : settle(both.row(), found.get(both.row().keys()));
				if (becomes != null) {
					met.addAll(marks);
				}
				show(both.row(), becomes);
			}
			PreviewMaker.this.imports.see(this.importId, met);
			this.batch.clear();
		}

		/** What makes two rows of a file the same: their id, or what they are about. */
		private List<String> marks(Both both, Map<RowKeys, Found> found) {
			RowKeys keys = both.row().keys();
			Found whom = found.get(keys);
			String party = (whom != null) ? whom.party().kind() + " " + whom.party().id()
					: (keys.name() != null) ? BareName.of(keys.name()) : keys.email();
			String id = Digests.of("id " + both.identity().ownId());
			String deal = this.facts.deals() ? RowParty.subject(both.row()).toLowerCase(Locale.ROOT) : "";
			return (party == null) ? List.of(id) : List.of(id, Digests.of("of " + party + "\n" + deal));
		}

		private String known(Both both) {
			this.same++;
			return "Ya se importó: cambia lo que haya cambiado";
		}

		private String repeated(Both both) {
			this.doubled++;
			note(new ImportNote(both.row().line(), ImportNote.Kind.DOUBLED, both.row().name(), this.facts.deals()
					? "La misma oportunidad está más arriba en el fichero: se toma una vez."
					: "La misma empresa o persona está más arriba en el fichero: se sigue una vez, y el contacto se añade ahí.",
					null));
			return "Repetida en el fichero";
		}

		/** Where it would stand; {@code null} where it cannot be taken. */
		private String settle(SaidRow row, Found whom) {
			Doubled there = (whom == null) ? null
					: PreviewMaker.this.parties.doubled(whom, row, this.facts.kind()).orElse(null);
			if (there != null) {
				this.doubled++;
				note(new ImportNote(row.line(), ImportNote.Kind.DOUBLED, row.name(), there.reason(), there.number()));
				return "Ya estaba";
			}
			try {
				StageRoutes.Route route = PreviewMaker.this.taker.planned(row, this.facts, this.choices);
				this.fresh++;
				this.attached += (whom == null) ? 0 : 1;
				this.won += (stage(route).kind() == StageKind.WON) ? 1 : 0;
				if (route.missing() != null) {
					note(new ImportNote(row.line(), ImportNote.Kind.PARTLY, row.name(), route.missing(), null));
				}
				return "«" + stage(route).name() + "»" + ((whom == null) ? "" : ", se une al " + whom.said());
			}
			catch (Refusal ex) {
				refuse(row.line(), row.name(), ex.getMessage());
				return null;
			}
		}

		private Stage stage(StageRoutes.Route route) {
			StagePlan plan = PreviewMaker.this.routes.plan(this.facts.kind());
			String code = route.forms().isEmpty() ? plan.first().code()
					: (String) route.forms().get(route.forms().size() - 1).get("nextStage");
			return plan.find(code).orElseThrow();
		}

		private void show(SaidRow row, String becomes) {
			if (this.first.size() < FIRST) {
				String what = this.facts.deals() ? row.title() : row.profile().contactName();
				this.first.add(new ImportPreview.First(row.line(), row.name(), (what == null) ? "" : what,
						(row.stage() == null) ? "" : row.stage(), (row.money() == null) ? "" : row.money().toString(),
						(becomes == null) ? "No se toma" : becomes));
			}
		}

		private ImportPreview.Expected expected() {
			return new ImportPreview.Expected(this.fresh, this.attached, this.same, this.doubled, this.refused,
					this.won);
		}

	}

	/** A row and which one it is. */
	private record Both(Identity identity, SaidRow row) {
	}

}
