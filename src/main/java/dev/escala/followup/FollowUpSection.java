package dev.escala.followup;

import java.util.List;
import java.util.stream.Collectors;

import dev.escala.card.CardSection;
import dev.escala.reference.CaseNumber;
import dev.escala.text.DateTexts;

import org.springframework.stereotype.Component;

/** Shows on a matter the call after it, and on a complaint the call of which it came. */
@Component
class FollowUpSection implements CardSection {

	private final FollowUps followUps;

	private final DateTexts dates;

	FollowUpSection(FollowUps followUps, DateTexts dates) {
		this.followUps = followUps;
		this.dates = dates;
	}

	@Override
	public List<Section> sections(CaseNumber number, String taskKey) {
		List<FollowUp> found = this.followUps.of(number)
			.stream()
			.filter((one) -> one.state() != FollowUpState.SKIPPED)
			.toList();
		return found.isEmpty() ? List.of() : List.of(new Section("Llamada de seguimiento",
				found.stream().map((one) -> line(one, number)).collect(Collectors.joining("\n"))));
	}

	private String line(FollowUp one, CaseNumber number) {
		if (number.equals(one.complaint())) {
			return "Empezó en la llamada tras " + one.source() + ", el " + this.dates.full(one.endedAt()) + ".";
		}
		return switch (one.state()) {
			case PLANNED, CALLING ->
				"Se le llama para preguntar cómo va: hasta el " + this.dates.full(one.dueAt()) + ".";
			default -> one.state().label() + ", " + this.dates.brief(one.endedAt())
					+ ((one.complaint() == null) ? "." : ": se abrió " + one.complaint() + ".");
		};
	}

}
