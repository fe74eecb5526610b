package dev.escala.improvement;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import dev.escala.card.Card.Action;
import dev.escala.card.Card.Input;
import dev.escala.card.Card.Option;
import dev.escala.card.CardSection;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.text.Dates;
import dev.escala.text.Sentences;

import org.springframework.stereotype.Component;

/**
 * Shows on any matter which improvements came of it, and offers another (004-48), of
 * which whoever proposes it has the task; they can hand it over.
 */
@Component
class ImprovementSection implements CardSection {

	private final Improvements improvements;

	private final Matters matters;

	ImprovementSection(Improvements improvements, Matters matters) {
		this.improvements = improvements;
		this.matters = matters;
	}

	@Override
	public List<Section> sections(CaseNumber number, String taskKey) {
		List<Improvement> found = this.improvements.foundIn(number);
		return found.isEmpty() ? List.of() : List
			.of(new Section("Mejoras", found.stream().map(ImprovementSection::line).collect(Collectors.joining("\n"))));
	}

	private static String line(Improvement one) {
		return one.number() + ": " + one.subject() + " (hasta el " + Dates.figures(one.action().dueOn()) + ", "
				+ Sentences.within(one.action().state().label()) + ")";
	}

	@Override
	public List<Action> actions(CaseNumber number) {
		if (number.value().startsWith(Improvement.PREFIX)) {
			return List.of();
		}
		return List.of(new Action("Proponer una mejora", this.matters.api(number) + "/improvements", List
			.of(new Input("kind", "Qué se mejora",
					Arrays.stream(ImprovementKind.values()).map((one) -> new Option(one.name(), one.label())).toList()),
					new Input("what", "Qué se hace"), new Input("dueOn", "Hasta cuándo (dd/mm/aaaa)"),
					new Input("repeatMonths", "Se repite cada (meses, si se repite)", List.of(), false))));
	}

}
