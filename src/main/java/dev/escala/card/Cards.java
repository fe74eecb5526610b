package dev.escala.card;

import java.util.List;
import java.util.Optional;

import dev.escala.reference.CaseNumber;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the person who has a task what they need to know of the work it belongs to. */
@Service
public class Cards {

	private final List<CardSource> sources;

	Cards(List<CardSource> sources) {
		this.sources = sources;
	}

	/** Whether there is a card for work with that number. */
	public boolean knows(CaseNumber number) {
		return source(number).isPresent();
	}

	/** The card for one task, if its work has one. */
	@Transactional(readOnly = true)
	public Optional<Card> find(CardTask task) {
		return source(task.caseNumber()).map((source) -> source.card(task));
	}

	/** What a list says of work with that number, if it has a card. */
	@Transactional(readOnly = true)
	public Optional<CardLine> line(CaseNumber number) {
		return source(number).map((source) -> source.line(number));
	}

	private Optional<CardSource> source(CaseNumber number) {
		return this.sources.stream().filter((source) -> source.knows(number)).findFirst();
	}

}
