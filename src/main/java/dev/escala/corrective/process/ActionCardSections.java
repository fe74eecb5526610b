package dev.escala.corrective.process;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

import dev.escala.card.CardSection;
import dev.escala.corrective.ActionState;
import dev.escala.corrective.CorrectiveAction;
import dev.escala.corrective.CorrectiveActions;
import dev.escala.reference.CaseNumber;
import dev.escala.staffing.PersonNames;
import dev.escala.text.Dates;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Shows on the card and the page of a matter how its corrective actions stand. */
@Component
class ActionCardSections implements CardSection {

	private final CorrectiveActions actions;

	private final PersonNames names;

	private final Clock clock;

	private final ZoneId zone;

	ActionCardSections(CorrectiveActions actions, PersonNames names, Clock clock,
			@Value("${escala.zone}") ZoneId zone) {
		this.actions = actions;
		this.names = names;
		this.clock = clock;
		this.zone = zone;
	}

	@Override
	public List<Section> sections(CaseNumber caseNumber, String taskKey) {
		List<CorrectiveAction> actions = this.actions.actions(caseNumber);
		return actions.isEmpty() ? List.of() : List.of(new Section("Acciones correctivas",
				actions.stream().map(this::line).collect(Collectors.joining("\n"))));
	}

	private String line(CorrectiveAction action) {
		LocalDate today = LocalDate.now(this.clock.withZone(this.zone));
		boolean late = action.isLate(today);
		boolean pending = action.state() == ActionState.OPEN || action.state() == ActionState.UNDECIDED;
		return "• " + action.text() + " (" + this.names.name(action.owner()) + ", hasta el "
				+ Dates.figures(action.schedule().dueOn()) + "): " + action.state().label()
				+ ((late && pending) ? ", fuera de plazo" : "")
				+ ((action.doneOn() == null) ? ""
						: "; se hizo el " + Dates.figures(action.doneOn()) + (late ? ", tarde" : ""))
				+ seen(action) + ".";
	}

	private String seen(CorrectiveAction action) {
		return (action.look() == null) ? "" : "; lo comprobó " + this.names.name(action.look().by()) + " el "
				+ Dates.figures(action.look().at().atZone(this.zone));
	}

}
