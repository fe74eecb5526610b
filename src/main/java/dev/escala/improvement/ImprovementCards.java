package dev.escala.improvement;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.escala.card.Card;
import dev.escala.card.CardHistory;
import dev.escala.card.CardLine;
import dev.escala.card.CardSection;
import dev.escala.card.CardSource;
import dev.escala.card.CardTask;
import dev.escala.reference.CaseNumber;
import dev.escala.staffing.PersonNames;
import dev.escala.text.Dates;
import dev.escala.text.DateTexts;

import org.springframework.stereotype.Service;

/** Tells whoever has the action of an improvement what it is for and how it is done. */
@Service
class ImprovementCards implements CardSource {

	private final Improvements improvements;

	private final CardHistory history;

	private final List<CardSection> rooms;

	private final PersonNames names;

	private final DateTexts dates;

	ImprovementCards(Improvements improvements, CardHistory history, List<CardSection> rooms, PersonNames names,
			DateTexts dates) {
		this.improvements = improvements;
		this.history = history;
		this.rooms = rooms;
		this.names = names;
		this.dates = dates;
	}

	@Override
	public boolean knows(CaseNumber number) {
		return number.value().startsWith(Improvement.PREFIX) && this.improvements.find(number).isPresent();
	}

	@Override
	public CardLine line(CaseNumber number) {
		Improvement one = this.improvements.get(number);
		return new CardLine(number, one.subject(), null, one.kind().label());
	}

	@Override
	public Card card(CardTask task) {
		Improvement one = this.improvements.get(task.caseNumber());
		List<CardSection.Section> sections = new ArrayList<>();
		sections.add(new CardSection.Section("Qué se hace", one.what()));
		sections.add(new CardSection.Section("Cómo se hace", one.kind().guide()));
		if (one.why() != null) {
			sections.add(new CardSection.Section("Para qué", one.why()));
		}
		if (!one.sample().isEmpty()) {
			sections.add(new CardSection.Section("Muestra al azar",
					one.sample().stream().map(CaseNumber::value).collect(Collectors.joining("\n"))));
		}
		this.rooms.forEach((room) -> sections.addAll(room.sections(one.number(), task.taskKey())));
		return new Card(one.number(), one.subject(),
				new Card.Guidance(task.what(), task.why(), task.dueAt(), this.dates.full(task.dueAt())), facts(one),
				List.of(), sections, this.history.happened(one.number()), List.of());
	}

	private List<Card.Fact> facts(Improvement one) {
		List<Card.Fact> facts = new ArrayList<>();
		facts.add(new Card.Fact("Qué se mejora", one.kind().label()));
		facts.add(new Card.Fact("Responde", this.names.name(one.action().owner())));
		facts.add(new Card.Fact("Hasta el", Dates.figures(one.action().dueOn())));
		if (one.source() != null) {
			facts.add(new Card.Fact("Se vio en", one.source().value()));
		}
		if (one.repeatMonths() != null) {
			facts.add(new Card.Fact("Se repite", (one.repeatMonths() == 1) ? "Cada mes, si sirve"
					: "Cada " + one.repeatMonths() + " meses, si sirve"));
		}
		return facts;
	}

}
