package dev.escala.idea;

import java.util.ArrayList;
import java.util.List;

import dev.escala.card.Card;
import dev.escala.card.CardHistory;
import dev.escala.card.CardLine;
import dev.escala.card.CardSection;
import dev.escala.card.CardSource;
import dev.escala.card.CardTask;
import dev.escala.reference.CaseNumber;
import dev.escala.staffing.PersonNames;
import dev.escala.text.DateTexts;
import dev.escala.text.Dates;

import org.springframework.stereotype.Service;

/** Tells whoever decides about an idea what was believed, and what came of it. */
@Service
class IdeaCards implements CardSource {

	private final Ideas ideas;

	private final IdeaFigures figures;

	private final CardHistory history;

	private final List<CardSection> rooms;

	private final PersonNames names;

	private final DateTexts dates;

	IdeaCards(Ideas ideas, IdeaFigures figures, CardHistory history, List<CardSection> rooms, PersonNames names,
			DateTexts dates) {
		this.ideas = ideas;
		this.figures = figures;
		this.history = history;
		this.rooms = rooms;
		this.names = names;
		this.dates = dates;
	}

	@Override
	public boolean knows(CaseNumber number) {
		return number.value().startsWith(Idea.PREFIX) && this.ideas.find(number).isPresent();
	}

	@Override
	public CardLine line(CaseNumber number) {
		Idea one = this.ideas.get(number);
		return new CardLine(number, one.what(), null, one.state().label());
	}

	@Override
	public Card card(CardTask task) {
		Idea one = this.ideas.get(task.caseNumber());
		List<CardSection.Section> sections = new ArrayList<>();
		sections.add(new CardSection.Section("Qué creemos que pasará", one.hypothesis()));
		sections.add(new CardSection.Section("Antes y después", this.figures.of(one).told()));
		sections.add(new CardSection.Section("Cómo se cuenta", this.figures.how(one)));
		if (one.decision() != null) {
			sections.add(new CardSection.Section("Qué se decidió", one.state().label() + ". " + one.decision().said()));
		}
		this.rooms.forEach((room) -> sections.addAll(room.sections(one.number(), task.taskKey())));
		return new Card(one.number(), one.what(),
				new Card.Guidance(task.what(), task.why(), task.dueAt(), this.dates.full(task.dueAt())), facts(one),
				List.of(), sections, this.history.happened(one.number()), List.of());
	}

	private List<Card.Fact> facts(Idea one) {
		List<Card.Fact> facts = new ArrayList<>();
		facts.add(new Card.Fact("Cómo va", one.state().label()));
		facts.add(new Card.Fact("Se mide por", one.gauge().name()));
		facts.add(new Card.Fact("Responde", this.names.name(one.owner())));
		facts.add(new Card.Fact("Se prueba desde el", Dates.figures(one.trial().beganOn())));
		facts.add(new Card.Fact("Se decide el",
				Dates.figures(one.trial().decideOn()) + ((one.trial().delays() == 0) ? "" : (one.trial().delays() == 1)
						? " (aplazada una vez)" : " (aplazada " + one.trial().delays() + " veces)")));
		return facts;
	}

}
