package dev.escala.advertised;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.escala.card.Card;
import dev.escala.card.CardHistory;
import dev.escala.card.CardLine;
import dev.escala.card.CardSection;
import dev.escala.card.CardSource;
import dev.escala.card.CardTask;
import dev.escala.measure.MonthNames;
import dev.escala.reference.CaseNumber;
import dev.escala.staffing.PersonNames;
import dev.escala.text.DateTexts;
import dev.escala.text.Dates;

import org.springframework.stereotype.Service;

/** Tells whoever mends a promise what was promised, and what was. */
@Service
class PublicPromiseCards implements CardSource {

	private final PublicPromises promises;

	private final PromiseFigures figures;

	private final CardHistory history;

	private final List<CardSection> rooms;

	private final PersonNames names;

	private final DateTexts dates;

	PublicPromiseCards(PublicPromises promises, PromiseFigures figures, CardHistory history, List<CardSection> rooms,
			PersonNames names, DateTexts dates) {
		this.promises = promises;
		this.figures = figures;
		this.history = history;
		this.rooms = rooms;
		this.names = names;
		this.dates = dates;
	}

	@Override
	public boolean knows(CaseNumber number) {
		return number.value().startsWith(PublicPromise.PREFIX) && this.promises.find(number).isPresent();
	}

	@Override
	public CardLine line(CaseNumber number) {
		PublicPromise one = this.promises.get(number);
		return new CardLine(number, one.text(), null, one.isPublished() ? "Publicada" : "Retirada");
	}

	@Override
	public Card card(CardTask task) {
		PublicPromise one = this.promises.get(task.caseNumber());
		List<CardSection.Section> sections = new ArrayList<>();
		sections.add(new CardSection.Section("Cómo se cuenta", this.figures.how(one)));
		List<Comparison> compared = this.promises.comparisons(one.number());
		if (!compared.isEmpty()) {
			sections.add(new CardSection.Section("Cada mes, al compararlo",
					compared.stream().map((month) -> line(one, month)).collect(Collectors.joining("\n"))));
		}
		this.rooms.forEach((room) -> sections.addAll(room.sections(one.number(), task.taskKey())));
		return new Card(one.number(), one.text(),
				new Card.Guidance(task.what(), task.why(), task.dueAt(), this.dates.full(task.dueAt())), facts(one),
				List.of(), sections, this.history.happened(one.number()), List.of());
	}

	private static String line(PublicPromise one, Comparison month) {
		return MonthNames.within(month.month()) + ": " + one.gauge().told(month.value()) + ", prometido "
				+ one.gauge().bound(month.threshold())
				+ ((month.kept() == null) ? "" : month.kept() ? " (se cumplió)" : " (no se cumplió)");
	}

	private List<Card.Fact> facts(PublicPromise one) {
		return List.of(new Card.Fact("Cómo está", one.isPublished() ? "Publicada" : "Retirada"),
				new Card.Fact("Dónde se publica", one.place()), new Card.Fact("Desde el", Dates.figures(one.since())),
				new Card.Fact("Se prueba por", one.gauge().name()), new Card.Fact("Lo prometido", one.promised()),
				new Card.Fact("Responde", this.names.name(one.owner())));
	}

}
