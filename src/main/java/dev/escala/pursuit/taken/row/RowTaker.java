package dev.escala.pursuit.taken.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.escala.pipeline.Party;
import dev.escala.pipeline.exported.ExportedRow;
import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.Pursuits;
import dev.escala.pursuit.StageKind;
import dev.escala.pursuit.stage.StagePlan;
import dev.escala.pursuit.taken.Choices;
import dev.escala.pursuit.taken.ImportNote;
import dev.escala.pursuit.taken.SaleImport;
import dev.escala.pursuit.taken.row.KnownParties.Found;
import dev.escala.pursuit.taken.row.RowParty.Doubled;
import dev.escala.pursuit.taken.SaleImport.Outcome;
import dev.escala.reference.UserId;
import dev.escala.validation.ConflictException;

import org.springframework.stereotype.Component;

/** What becomes of a row: one that was taken before, one that is there, or a new one. */
@Component
class RowTaker {

	private final TakenRepository taken;

	private final KnownParties known;

	private final RowParty parties;

	private final RowPursuit beginning;

	private final RowChanges changes;

	private final StageRoutes routes;

	private final Pursuits pursuits;

	RowTaker(TakenRepository taken, KnownParties known, RowParty parties, RowPursuit beginning, RowChanges changes,
			StageRoutes routes, Pursuits pursuits) {
		this.taken = taken;
		this.known = known;
		this.parties = parties;
		this.beginning = beginning;
		this.changes = changes;
		this.routes = routes;
		this.pursuits = pursuits;
	}

	/**
	 * Takes a row, in the transaction of the caller.
	 * @param limit how far it may go
	 * @throws dev.escala.validation.Refusal where it cannot be taken
	 * @throws StepRefusedException where a stage refused
	 */
	RowResult take(SaleImport run, ExportedRow exported, RunFacts facts, StepLimit limit) {
		SaidRow row = SaidRow.of(exported, facts.deals(), run.choices());
		Identity identity = Identity.of(facts.system(), facts.deals(), exported);
		Optional<Taken> before = this.taken.lock(identity);
		return before.isPresent() ? again(run, before.get(), row, facts, limit)
				: fresh(run, identity, row, facts, limit);
	}

	private RowResult fresh(SaleImport run, Identity identity, SaidRow row, RunFacts facts, StepLimit limit) {
		Optional<Found> found = this.known.find(row.keys());
		Optional<Doubled> doubled = found.flatMap((one) -> this.parties.doubled(one, row, facts.kind()));
		if (doubled.isPresent()) {
			this.parties.tell(doubled.get(), row, facts.system().label(), run.startedBy());
			save(identity, found.get().party(), doubled.get().pursuit(), null, row);
			return RowResult.of(Outcome.DOUBLED, row, ImportNote.Kind.DOUBLED, doubled.get().reason(),
					doubled.get().number());
		}
		StageRoutes.Route route = limit.cut(planned(row, facts, run.choices()));
		requireWhole(route, row, facts, run.choices());
		Party party = this.parties.of(found, row);
		Pursuit pursuit = this.beginning.begin(row, party, route, facts, run.startedBy());
		save(identity, party, pursuit, pursuit.standing().stage(), row);
		return (route.missing() == null) ? RowResult.of(Outcome.FRESH)
				: RowResult.of(Outcome.FRESH, row, ImportNote.Kind.PARTLY,
						"Queda en «" + pursuit.standing().name() + "». " + route.missing(), pursuit.number());
	}

	/**
	 * The way of a new row.
	 * @throws ConflictException where it has to stay out, saying why and what to do
	 */
	StageRoutes.Route planned(SaidRow row, RunFacts facts, Choices choices) {
		if (StageTarget.isSpam(row)) {
			throw new ConflictException("En " + facts.system().label() + " es basura («" + row.stage()
					+ "»): no se toma, para que nadie le dedique tiempo.");
		}
		StageRoutes.Route route = this.routes.route(this.routes.beginning(facts.kind(), row), target(row, facts), row,
				facts);
		requireWhole(route, row, facts, choices);
		return route;
	}

	/** What ended there ends here with its reasons, or as somebody has chosen. */
	private void requireWhole(StageRoutes.Route route, SaidRow row, RunFacts facts, Choices choices) {
		StagePlan plan = this.routes.plan(facts.kind());
		StageTarget target = target(row, facts);
		if (route.missing() != null && target.isEnd(plan) && choices.incomplete() == Choices.Incomplete.REFUSE) {
			throw new ConflictException(route.missing()
					+ " Añádalo al fichero y envíelo otra vez (lo ya tomado no se dobla), o elija dejar abiertas estas filas.");
		}
	}

	/** Where a new row wants to stand. */
	StageTarget target(SaidRow row, RunFacts facts) {
		return StageTarget.of(row, this.routes.plan(facts.kind()));
	}

	private RowResult again(SaleImport run, Taken before, SaidRow row, RunFacts facts, StepLimit limit) {
		if (RowChanges.isSame(before, row)) {
			return RowResult.of(Outcome.SAME);
		}
		Optional<Pursuit> found = Optional.ofNullable(before.number()).flatMap(this.pursuits::find);
		if (found.isEmpty() || !found.get().isOpen()) {
			this.taken.save(new Taken(before.identity(), before.partyKind(), before.partyId(), before.number(),
					before.stage(), RowChanges.said(row)));
			return RowResult.of(Outcome.SAME, row, ImportNote.Kind.PARTLY,
					"Ha cambiado en " + facts.system().label()
							+ found.map((one) -> ", y aquí ya terminó («" + one.standing().name() + "»)").orElse("")
							+ ": aquí no cambia nada.",
					before.number());
		}
		Pursuit pursuit = this.pursuits.lock(before.number());
		List<ImportNote> notes = new ArrayList<>();
		String stage = before.stage();
		boolean moved = false;
		if (RowChanges.isMoved(before, row)) {
			String kept = move(run, before, pursuit, row, facts, limit);
			if (kept != null) {
				notes.add(new ImportNote(row.line(), ImportNote.Kind.PARTLY, row.name(), kept, pursuit.number()));
			}
			Pursuit now = this.pursuits.get(pursuit.number());
			moved = !now.standing().stage().equals(pursuit.standing().stage());
			stage = moved ? now.standing().stage() : stage;
		}
		Pursuit now = this.pursuits.get(pursuit.number());
		if (moved && now.standing().kind() == StageKind.WON) {
			notes.add(new ImportNote(row.line(), ImportNote.Kind.PARTLY, row.name(), "Se ganó en "
					+ facts.system().label()
					+ ": aquí queda ganada, y no empieza ninguna entrega. Si está por entregar, acuérdela con quien la vendió.",
					pursuit.number()));
		}
		RowResult result = now.isOpen() ? this.changes.write(before, now, row, facts.system().label(), run.startedBy())
				: RowResult.of(Outcome.CHANGED);
		notes.addAll(result.notes());
		this.taken.save(new Taken(before.identity(), before.partyKind(), before.partyId(), before.number(), stage,
				RowChanges.said(row)));
		return new RowResult(moved ? Outcome.CHANGED : result.outcome(), notes);
	}

	/**
	 * Goes where the row stands now, if nobody has moved it here.
	 * @return why it does not, in Spanish, or {@code null}
	 */
	private String move(SaleImport run, Taken before, Pursuit pursuit, SaidRow row, RunFacts facts, StepLimit limit) {
		String there = "En " + facts.system().label() + " está ahora en «" + row.stage() + "». ";
		if (!pursuit.standing().stage().equals(before.stage())) {
			return there + "Aquí alguien lo ha llevado a «" + pursuit.standing().name() + "», y ahí sigue.";
		}
		StageTarget target = target(row, facts);
		if (target.equals(StageTarget.FIRST)) {
			return null;
		}
		StageRoutes.Route route = limit.cut(this.routes.route(pursuit, target, row, facts));
		boolean end = target.isEnd(this.routes.plan(facts.kind()));
		if (route.missing() == null || !end || run.choices().incomplete() == Choices.Incomplete.BEGIN) {
			this.beginning.go(pursuit.number(), route.forms(), run.startedBy());
		}
		return (route.missing() == null) ? null : there + route.missing();
	}

	private void save(Identity identity, Party party, Pursuit pursuit, String stage, SaidRow row) {
		this.taken.save(new Taken(identity, party.kind(), party.id(), (pursuit == null) ? null : pursuit.number(),
				stage, RowChanges.said(row)));
	}

}
