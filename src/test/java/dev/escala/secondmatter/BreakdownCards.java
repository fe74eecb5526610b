package dev.escala.secondmatter;

import java.util.ArrayList;
import java.util.List;

import dev.escala.card.Card;
import dev.escala.card.CardHistory;
import dev.escala.card.CardLine;
import dev.escala.card.CardSection;
import dev.escala.card.CardSource;
import dev.escala.card.CardTask;
import dev.escala.clock.explanation.CardClocks;
import dev.escala.matter.Matter;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.text.DateTexts;

/** The card above the tasks of a breakdown: what the rooms show, and its customer. */
class BreakdownCards implements CardSource {

	private final Matters matters;

	private final CardClocks clocks;

	private final CardHistory history;

	private final List<CardSection> rooms;

	private final DateTexts dates;

	BreakdownCards(Matters matters, CardClocks clocks, CardHistory history, List<CardSection> rooms, DateTexts dates) {
		this.matters = matters;
		this.clocks = clocks;
		this.history = history;
		this.rooms = rooms;
		this.dates = dates;
	}

	@Override
	public boolean knows(CaseNumber number) {
		return number.value().startsWith(Breakdown.PREFIX) && this.matters.find(number).isPresent();
	}

	@Override
	public CardLine line(CaseNumber number) {
		Matter matter = this.matters.get(number);
		return new CardLine(number, matter.subject(), this.matters.customerName(matter), matter.severity().label());
	}

	@Override
	public Card card(CardTask task) {
		Matter matter = this.matters.get(task.caseNumber());
		CaseNumber number = matter.number();
		List<CardSection.Section> sections = new ArrayList<>();
		List<Card.Action> actions = new ArrayList<>();
		this.rooms.forEach((room) -> {
			sections.addAll(room.sections(number, task.taskKey()));
			actions.addAll(room.actions(number));
		});
		return new Card(number, matter.subject(),
				new Card.Guidance(task.what(), task.why(), task.dueAt(), this.dates.full(task.dueAt())),
				List.of(new Card.Fact("Cliente", this.matters.customerName(matter))), this.clocks.clocks(number),
				sections, this.history.happened(number), actions);
	}

}
