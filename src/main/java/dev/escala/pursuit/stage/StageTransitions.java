package dev.escala.pursuit.stage;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.escala.pursuit.Pursuit;
import dev.escala.routing.Decision;
import dev.escala.routing.Decisions;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/**
 * Which stage may follow which: the tables {@code prospectTransition} and
 * {@code opportunityTransition}, as far as the model of the running process has the stage
 * (002-20).
 */
@Component
public class StageTransitions {

	private final Decisions decisions;

	private final StageSource stages;

	StageTransitions(Decisions decisions, StageSource stages) {
		this.decisions = decisions;
		this.stages = stages;
	}

	/** The ways on from where a pursuit stands, in the order of the table. */
	public List<Transition> from(Pursuit pursuit) {
		StagePlan plan = this.stages.of(pursuit.number());
		Map<String, Set<StageData>> requires = new LinkedHashMap<>();
		Map<String, List<String>> guidance = new LinkedHashMap<>();
		for (Decision.Match rule : rules(pursuit).matches()) {
			String to = (String) rule.outputs().get("to");
			requires.computeIfAbsent(to, (code) -> EnumSet.noneOf(StageData.class))
				.add(StageData.valueOf((String) rule.outputs().get("requires")));
			guidance.computeIfAbsent(to, (code) -> new ArrayList<>()).add((String) rule.outputs().get("guidance"));
		}
		List<Transition> ways = new ArrayList<>();
		requires.forEach((to, data) -> plan.find(to)
			.ifPresent((stage) -> ways.add(new Transition(stage, data, String.join(". ", guidance.get(to))))));
		return List.copyOf(ways);
	}

	/**
	 * The way to a stage.
	 * @throws InvalidInputException where there is none, naming those that there are
	 */
	public Transition to(Pursuit pursuit, String code) {
		List<Transition> ways = from(pursuit);
		String wanted = (code == null) ? "" : code.strip();
		return ways.stream()
			.filter((way) -> way.to().code().equals(wanted))
			.findFirst()
			.orElseThrow(() -> new InvalidInputException("nextStage",
					(wanted.isEmpty() ? "Falta la etapa siguiente."
							: "De «" + pursuit.standing().name() + "» no se puede pasar a «" + name(pursuit, wanted)
									+ "».")
							+ " Desde aquí se puede pasar a: "
							+ ways.stream()
								.map((way) -> way.to().name() + " (" + way.to().code() + ")")
								.collect(Collectors.joining(", "))
							+ "."));
	}

	private String name(Pursuit pursuit, String code) {
		return this.stages.of(pursuit.number()).find(code).map(Stage::name).orElse(code);
	}

	private Decision rules(Pursuit pursuit) {
		String stage = pursuit.standing().stage();
		return switch (pursuit.kind()) {
			case PROSPECT -> this.decisions.decideIfAny(null, "prospectTransition",
					Map.of("prospectStage", stage, "capture", pursuit.capture()));
			case OPPORTUNITY ->
				this.decisions.decideIfAny(null, "opportunityTransition", Map.of("opportunityStage", stage));
		};
	}

}
