package dev.escala.pursuit.stage;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.escala.pursuit.Pursuit;
import dev.escala.routing.Decisions;

import org.springframework.stereotype.Component;

/** What whoever works in a stage reads above the form (002-19, 004-65). */
@Component
public class StageGuide {

	private final StageSource stages;

	private final StageTransitions transitions;

	private final Decisions decisions;

	StageGuide(StageSource stages, StageTransitions transitions, Decisions decisions) {
		this.stages = stages;
		this.transitions = transitions;
		this.decisions = decisions;
	}

	/** What the stage means, what to do in it and what each way on asks for. */
	public String text(Pursuit pursuit) {
		String said = this.stages.of(pursuit.number())
			.find(pursuit.standing().stage())
			.map((stage) -> title(stage) + stage.definition() + "\n\n" + stage.action())
			.orElseGet(() -> "**" + pursuit.standing().name() + "**");
		return said + "\n\n"
				+ this.transitions.from(pursuit)
					.stream()
					.map((way) -> "- **" + way.to().name() + "**: " + way.guidance()
							+ (way.needs().isEmpty() ? "." : ". Hace falta: " + way.needs() + "."))
					.collect(Collectors.joining("\n"));
	}

	/** Nothing where the definition begins by naming the stage, as ours do. */
	private static String title(Stage stage) {
		return stage.definition().contains("«" + stage.name() + "»") ? "" : "**" + stage.name() + "**\n\n";
	}

	/** The stages that may follow, as a form offers them. */
	public List<Map<String, String>> choices(Pursuit pursuit) {
		return this.transitions.from(pursuit)
			.stream()
			.map((way) -> Map.of("label",
					way.to().code().equals(pursuit.standing().stage()) ? "Sigue en «" + way.to().name() + "»"
							: way.to().name(),
					"value", way.to().code()))
			.toList();
	}

	/** The outline of a call, part by part. */
	public String script(Pursuit pursuit) {
		return "**Guion de la llamada**\n\n"
				+ this.decisions.decideIfAny(null, "callScript", Map.of("strategy", pursuit.strategy()))
					.matches()
					.stream()
					.map((rule) -> "- **" + rule.outputs().get("part") + "**: " + rule.outputs().get("say") + ".")
					.collect(Collectors.joining("\n"));
	}

}
