package dev.escala.notice;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.escala.card.Card.Action;
import dev.escala.card.Card.Input;
import dev.escala.card.Card.Option;
import dev.escala.card.CardSection;
import dev.escala.matter.Entitlement;
import dev.escala.matter.Matter;
import dev.escala.matter.Matters;
import dev.escala.notice.ReachCustomers.Outcome;
import dev.escala.reference.CaseNumber;
import dev.escala.text.DateTexts;
import dev.escala.text.Sentences;

import org.springframework.stereotype.Component;

/** Shows on the card of a case who has the first notice, and who has not. */
@Component
class FirstNoticeSection implements CardSection {

	private final FirstNotices notices;

	private final Entitlement entitlement;

	private final DateTexts dates;

	private final Matters matters;

	FirstNoticeSection(FirstNotices notices, Entitlement entitlement, DateTexts dates, Matters matters) {
		this.notices = notices;
		this.entitlement = entitlement;
		this.dates = dates;
		this.matters = matters;
	}

	@Override
	public List<Section> sections(CaseNumber caseNumber, String taskKey) {
		List<FirstNotice> all = this.notices.notices(caseNumber);
		if (all.isEmpty()) {
			return List.of();
		}
		// Many customers got the mail; whoever looks wants to know of the others.
		String others = all.stream()
			.filter((notice) -> notice.state() != FirstNotice.State.SENT)
			.map(this::line)
			.collect(Collectors.joining("\n"));
		String summary = "Clientes afectados: " + all.size() + " (" + FirstNotices.summary(all) + ").";
		return List
			.of(new Section("Primer aviso a los clientes", others.isEmpty() ? summary : summary + "\n" + others));
	}

	private String line(FirstNotice notice) {
		return "• " + notice.name() + ": " + Sentences.within(notice.state().label())
				+ ((notice.address() == null) ? "" : ", " + notice.address()) + ", "
				+ this.dates.brief(notice.stateAt()) + ((notice.reason() == null) ? "" : " — " + notice.reason());
	}

	@Override
	public List<Action> actions(CaseNumber caseNumber) {
		Matter matter = this.matters.get(caseNumber);
		List<Option> open = this.notices.notices(matter.number())
			.stream()
			.filter(FirstNotice::isOpen)
			.map((notice) -> new Option(String.valueOf(notice.id()), notice.name()))
			.toList();
		if (open.isEmpty() || !matter.open() || !this.entitlement.mayChange(matter)) {
			return List.of();
		}
		List<Option> outcomes = Stream.of(Outcome.TOLD, Outcome.WAIVED)
			.map((outcome) -> new Option(outcome.name(), outcome.label()))
			.toList();
		return List.of(new Action("Dar por avisado a un cliente", this.matters.api(matter.number()) + "/first-notices",
				List.of(new Input("notice", "Cliente", open), new Input("outcome", "Por qué", outcomes),
						new Input("reason", "Cómo lo supo, o por qué no hace falta"))));
	}

}
