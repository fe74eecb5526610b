package dev.escala.pursuit.taken.row;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.escala.access.Role;
import dev.escala.pipeline.Party;
import dev.escala.pursuit.Capture;
import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.PursuitKind;
import dev.escala.pursuit.Standing;
import dev.escala.pursuit.StageKind;
import dev.escala.pursuit.Strategy;
import dev.escala.pursuit.loss.Losses;
import dev.escala.pursuit.loss.SaidLoss;
import dev.escala.pursuit.stage.Stage;
import dev.escala.pursuit.stage.StageData;
import dev.escala.pursuit.stage.StagePlan;
import dev.escala.pursuit.stage.StageSource;
import dev.escala.pursuit.stage.StageTransitions;
import dev.escala.pursuit.stage.Transition;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/**
 * The way from a stage to where a row wants to stand, by the same tables by which people
 * go, and as far as what the row says pays for it. The stages themselves ask again when
 * it is gone.
 */
@Component
class StageRoutes {

	private final StageSource stages;

	private final StageTransitions transitions;

	private final Losses losses;

	StageRoutes(StageSource stages, StageTransitions transitions, Losses losses) {
		this.stages = stages;
		this.transitions = transitions;
		this.losses = losses;
	}

	/** The stages of the model with which the next one begins. */
	StagePlan plan(PursuitKind kind) {
		return this.stages.latest(kind);
	}

	/** Something that has just begun, to look for a way before it does. */
	Pursuit beginning(PursuitKind kind, SaidRow row) {
		Stage first = plan(kind).first();
		return new Pursuit(new CaseNumber(kind.prefix() + "0000-000000"), kind, Party.Kind.PROSPECT, 0, row.name(),
				null, row.title(), row.capture(), Strategy.BOTTOM_UP,
				new Standing(first.code(), first.name(), first.kind(), Instant.EPOCH), Role.SALES.groupId(), null,
				Pursuit.Plan.NONE, null, Pursuit.Deal.NONE, UserId.SYSTEM, Instant.EPOCH, null);
	}

	/**
	 * The way.
	 * @param known ways that were looked for before in this import
	 */
	Route route(Pursuit from, StageTarget target, SaidRow row, RunFacts facts) {
		if (target.equals(StageTarget.FIRST)) {
			return new Route(List.of(), null);
		}
		StagePlan plan = this.stages.of(from.number());
		List<Transition> way = facts.ways()
			.computeIfAbsent(new Wanted(from.kind(), from.capture(), from.standing().stage(), target),
					(wanted) -> way(from, target));
		if (way.isEmpty()) {
			return new Route(List.of(), "De «" + from.standing().name() + "» no hay camino a " + target.said(plan)
					+ ", que es lo que dice la fila («" + row.stage() + "»).");
		}
		List<Map<String, Object>> forms = new ArrayList<>();
		for (Transition step : way) {
			String missing = missing(step, row, facts);
			if (missing != null) {
				return new Route(forms, "Para «" + step.to().name() + "» falta algo en la fila. " + missing);
			}
			forms.add(form(step, row, facts));
		}
		return new Route(forms, null);
	}

	/** The shortest one through stages in which somebody works; empty where none is. */
	private List<Transition> way(Pursuit from, StageTarget target) {
		Deque<Step> open = new ArrayDeque<>(List.of(new Step(from, List.of())));
		Set<String> seen = new HashSet<>(Set.of(from.standing().stage()));
		while (!open.isEmpty()) {
			Step step = open.removeFirst();
			for (Transition next : this.transitions.from(step.at())) {
				List<Transition> way = new ArrayList<>(step.way());
				way.add(next);
				if (target.isReached(next)) {
					return way;
				}
				if (next.to().kind() == StageKind.ACTIVE && seen.add(next.to().code())) {
					open.addLast(new Step(standing(from, next.to()), way));
				}
			}
		}
		return List.of();
	}

	private static Pursuit standing(Pursuit one, Stage stage) {
		return new Pursuit(one.number(), one.kind(), one.partyKind(), one.partyId(), one.partyName(), one.customerId(),
				one.subject(), one.capture(), one.strategy(),
				new Standing(stage.code(), stage.name(), stage.kind(), one.standing().since()), one.groupId(),
				one.ownerId(), one.plan(), one.cameFrom(), one.deal(), one.registeredBy(), one.beganAt(),
				one.endedAt());
	}

	/** What the step owes and the row does not say, or {@code null}. */
	private String missing(Transition step, SaidRow row, RunFacts facts) {
		Set<StageData> owed = step.requires();
		if (owed.contains(StageData.CALL) || owed.contains(StageData.CONVERSATION)) {
			return "Hace falta una llamada o conversación anotada en Escala: un fichero no la sustituye.";
		}
		if (owed.contains(StageData.QUALIFICATION) || step.to().kind() == StageKind.WAITING) {
			return "Hace falta lo que solo sabe quien lo lleva: complételo en su tarea.";
		}
		if (owed.contains(StageData.AMOUNT) && row.money() == null) {
			return "Rellene el importe.";
		}
		if (isLoss(step)) {
			try {
				this.losses.read(loss(row, facts), owed.contains(StageData.COMPETITOR));
			}
			catch (InvalidInputException ex) {
				return OurColumns.explain(ex);
			}
		}
		return null;
	}

	private static boolean isLoss(Transition step) {
		return step.to().kind() == StageKind.LOST || step.requires().contains(StageData.REASON)
				|| step.requires().contains(StageData.COMPETITOR);
	}

	/** The form of a stage as somebody would fill it in who has the row before them. */
	private static Map<String, Object> form(Transition step, SaidRow row, RunFacts facts) {
		Map<String, Object> form = new HashMap<>();
		form.put("nextStage", step.to().code());
		if (step.requires().contains(StageData.QUOTE)) {
			form.put("quoteReference", facts.quote(row));
		}
		if (step.requires().contains(StageData.AMOUNT)) {
			form.put("amount", row.money().typed());
			form.put("currency", row.money().currency());
		}
		if (step.requires().contains(StageData.REQUEST) || step.to().kind() == StageKind.CONVERTED) {
			form.put("request", row.title());
		}
		if (isLoss(step)) {
			SaidLoss.Input loss = loss(row, facts);
			form.put("lossReason", loss.reason());
			form.put("lossNote", loss.note());
			form.put("lesson", loss.lesson());
			if (step.requires().contains(StageData.COMPETITOR)) {
				form.put("competitor", loss.competitor());
				form.put("weakPoints", loss.weakPoints());
				form.put("analyst", loss.analyst());
			}
		}
		form.values().removeIf((value) -> value == null);
		return form;
	}

	private static SaidLoss.Input loss(SaidRow row, RunFacts facts) {
		SaidRow.LossTexts said = row.loss();
		return new SaidLoss.Input(facts.reason(said.reason()), said.reason(), said.lesson(), said.competitor(),
				said.weakPoints(), facts.person(said.analyst()));
	}

	/**
	 * A way.
	 *
	 * @param forms of each of its steps that the row pays for
	 * @param missing why it ends before, in Spanish, or {@code null} where it does not
	 */
	record Route(List<Map<String, Object>> forms, String missing) {

		Route {
			forms = List.copyOf(forms);
		}

		/** Only its beginning. */
		Route first(int steps, String why) {
			return new Route(this.forms.subList(0, steps), why);
		}
	}

	/** What a way is looked for by. */
	record Wanted(PursuitKind kind, Capture capture, String stage, StageTarget target) {
	}

	private record Step(Pursuit at, List<Transition> way) {
	}

}
