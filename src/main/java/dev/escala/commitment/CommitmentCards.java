package dev.escala.commitment;

import java.util.ArrayList;
import java.util.List;

import dev.escala.card.Card;
import dev.escala.card.Card.Fact;
import dev.escala.card.Card.Guidance;
import dev.escala.card.CardHistory;
import dev.escala.card.CardSection.Link;
import dev.escala.card.CardSection.Section;
import dev.escala.card.CardLine;
import dev.escala.card.CardSource;
import dev.escala.card.CardTask;
import dev.escala.policy.Situation;
import dev.escala.reference.CaseNumber;
import dev.escala.staffing.PersonNames;
import dev.escala.text.DateTexts;
import dev.escala.text.Shortening;

import org.springframework.stereotype.Service;

/** Tells the person who wants to commit whether they may, and why. */
@Service
class CommitmentCards implements CardSource {

	private static final int LONGEST_SUBJECT = 120;

	private final Commitments commitments;

	private final CoverageCheck coverage;

	private final CardHistory history;

	private final DateTexts dates;

	private final PersonNames names;

	CommitmentCards(Commitments commitments, CoverageCheck coverage, CardHistory history, DateTexts dates,
			PersonNames names) {
		this.commitments = commitments;
		this.coverage = coverage;
		this.history = history;
		this.dates = dates;
		this.names = names;
	}

	@Override
	public boolean knows(CaseNumber number) {
		return this.commitments.find(number).isPresent();
	}

	@Override
	public CardLine line(CaseNumber number) {
		Commitment commitment = this.commitments.get(number);
		return new CardLine(number, Shortening.firstLine(commitment.content(), LONGEST_SUBJECT),
				commitment.party().name(), null);
	}

	@Override
	public Card card(CardTask task) {
		Commitment commitment = this.commitments.get(task.caseNumber());
		List<Fact> facts = new ArrayList<>();
		facts.add(new Fact(commitment.party().kind().label(), commitment.party().name()));
		facts.add(new Fact("Preparado por", this.names.name(commitment.preparedBy())));
		facts.add(new Fact("Estado", commitment.status().label()));
		if (commitment.requestNumber() != null) {
			facts.add(new Fact("Solicitud", commitment.requestNumber().value()));
		}
		Coverage now = this.coverage.shown(commitment);
		List<Section> sections = new ArrayList<>();
		sections.add(new Section(now.allows() ? "Puede comprometerse" : "Todavía no puede comprometerse", now.reason(),
				(now.decisionNumber() == null) ? List.of()
						: List.of(new Link(now.decisionNumber().value(), "/decisiones/" + now.decisionNumber()))));
		sections.add(new Section("A qué", commitment.content()));
		if (!commitment.situations().isEmpty()) {
			sections.add(new Section("Qué se da en este caso",
					String.join("\n", commitment.situations().stream().map(Situation::label).toList())));
		}
		return new Card(commitment.number(), "Compromiso con " + commitment.party().name(),
				new Guidance(task.what(), task.why(), task.dueAt(), this.dates.full(task.dueAt())), facts, List.of(),
				sections, this.history.happened(commitment.number()), List.of());
	}

}
