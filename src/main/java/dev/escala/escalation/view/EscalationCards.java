package dev.escala.escalation.view;

import dev.escala.card.Card;
import dev.escala.card.Card.Guidance;
import dev.escala.card.CardHistory;
import dev.escala.card.CardLine;
import dev.escala.card.CardSource;
import dev.escala.card.CardTask;
import dev.escala.clock.explanation.CardClocks;
import dev.escala.escalation.Escalation;
import dev.escala.escalation.Escalations;
import dev.escala.reference.CaseNumber;
import dev.escala.text.DateTexts;

import org.springframework.stereotype.Service;

/** Tells the person who has a task what they need to know of the case. */
@Service
class EscalationCards implements CardSource {

	private final Escalations escalations;

	private final CardClocks clocks;

	private final CardActions actions;

	private final CardHistory history;

	private final DateTexts dates;

	private final CardFacts facts;

	private final CardTexts texts;

	EscalationCards(Escalations escalations, CardClocks clocks, CardActions actions, CardHistory history,
			DateTexts dates, CardFacts facts, CardTexts texts) {
		this.escalations = escalations;
		this.clocks = clocks;
		this.actions = actions;
		this.history = history;
		this.dates = dates;
		this.facts = facts;
		this.texts = texts;
	}

	@Override
	public boolean knows(CaseNumber number) {
		return this.escalations.find(number).isPresent();
	}

	@Override
	public Card card(CardTask task) {
		Escalation escalation = this.escalations.get(task.caseNumber());
		return new Card(escalation.number(), escalation.report().subject(), guidance(task),
				this.facts.facts(escalation), this.clocks.clocks(escalation.number()),
				this.texts.sections(escalation, task.taskKey()), this.history.happened(escalation.number()),
				this.actions.actions(escalation));
	}

	@Override
	public CardLine line(CaseNumber number) {
		Escalation escalation = this.escalations.get(number);
		return new CardLine(number, escalation.report().subject(), this.escalations.customerName(escalation),
				escalation.severity().label());
	}

	/** A date that stands still is never late. */
	private Guidance guidance(CardTask task) {
		if (task.dueAt() != null && this.clocks.isPaused(task.caseNumber(), task.dueAt())) {
			return new Guidance(task.what(), task.why(), null, "Sin fecha mientras dure la pausa");
		}
		return new Guidance(task.what(), task.why(), task.dueAt(), this.dates.full(task.dueAt()));
	}

}
