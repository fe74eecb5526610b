package dev.escala.retention;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.escala.access.Staff;
import dev.escala.card.Card;
import dev.escala.card.CardHistory;
import dev.escala.card.CardLine;
import dev.escala.card.CardSection;
import dev.escala.card.CardSource;
import dev.escala.card.CardTask;
import dev.escala.reference.CaseNumber;
import dev.escala.retention.value.LifetimeSales;
import dev.escala.staffing.PersonNames;
import dev.escala.text.Dates;
import dev.escala.text.DateTexts;

import org.springframework.stereotype.Service;

/** Tells whoever calls a leaving customer who it is and why they are called. */
@Service
class RetentionCards implements CardSource {

	private final RetentionCases cases;

	private final RetentionStory story;

	private final CardHistory history;

	private final List<CardSection> rooms;

	private final Staff staff;

	private final PersonNames names;

	private final DateTexts dates;

	RetentionCards(RetentionCases cases, RetentionStory story, CardHistory history, List<CardSection> rooms,
			Staff staff, PersonNames names, DateTexts dates) {
		this.cases = cases;
		this.story = story;
		this.history = history;
		this.rooms = rooms;
		this.staff = staff;
		this.names = names;
		this.dates = dates;
	}

	@Override
	public boolean knows(CaseNumber number) {
		return number.value().startsWith(RetentionCase.PREFIX) && this.cases.find(number).isPresent();
	}

	@Override
	public CardLine line(CaseNumber number) {
		RetentionCase one = this.cases.get(number);
		return new CardLine(number, one.subject(), one.customerName(), one.atStake().told());
	}

	@Override
	public Card card(CardTask task) {
		RetentionCase one = this.cases.get(task.caseNumber());
		List<CardSection.Section> sections = new ArrayList<>();
		sections.add(new CardSection.Section("Por qué parece que se va", this.story.reasons(one.number())));
		sections.add(new CardSection.Section("Qué compra", this.story.purchases(one.customerId())));
		sections.add(new CardSection.Section("Qué está en juego",
				one.atStake().explained() + ".\n" + LifetimeSales.source()));
		String calls = calls(one.number());
		if (!calls.isEmpty()) {
			sections.add(new CardSection.Section("Llamadas y lo que se hizo", calls));
		}
		List<Card.Action> actions = new ArrayList<>();
		this.rooms.forEach((room) -> {
			sections.addAll(room.sections(one.number(), task.taskKey()));
			actions.addAll(room.actions(one.number()));
		});
		return new Card(one.number(), one.subject(),
				new Card.Guidance(task.what(), task.why(), task.dueAt(), this.dates.full(task.dueAt())), facts(one),
				List.of(), sections, this.history.happened(one.number()), actions);
	}

	private List<Card.Fact> facts(RetentionCase one) {
		List<Card.Fact> facts = new ArrayList<>();
		facts.add(new Card.Fact("Cliente", one.customerName()));
		facts.add(new Card.Fact("Cómo está", one.state().label()));
		facts.add(new Card.Fact("En juego", one.atStake().told()));
		if (one.cause() != null) {
			facts.add(new Card.Fact("Causa", this.story.cause(one)));
		}
		if (one.silent()) {
			facts.add(new Card.Fact("Silencio", "Nadie habló con él en los 90 días anteriores"));
		}
		facts.add(new Card.Fact("Grupo", this.staff.groupName(one.groupId())));
		facts.add(new Card.Fact("Responsable",
				(one.ownerId() == null) ? "Nadie todavía" : this.names.name(one.ownerId())));
		return facts;
	}

	private String calls(CaseNumber number) {
		String calls = this.cases.calls(number)
			.stream()
			.map((call) -> this.dates.brief(call.at()) + " · " + this.names.name(call.by()) + " llamó: " + call.said())
			.collect(Collectors.joining("\n"));
		String actions = this.cases.actions(number)
			.stream()
			.map((action) -> this.dates.brief(action.at()) + " · " + action.kind().label()
					+ ((action.on() == null) ? "" : ", el " + Dates.figures(action.on()))
					+ ((action.began() == null) ? "" : " (" + action.began() + ")") + ": " + action.what())
			.collect(Collectors.joining("\n"));
		return calls + ((calls.isEmpty() || actions.isEmpty()) ? "" : "\n") + actions;
	}

}
