package dev.escala.secondmatter;

import java.util.List;
import java.util.Locale;

import dev.escala.reference.CaseNumber;
import dev.escala.secondmatter.Breakdown.Phase;
import dev.escala.tracking.Feedback;
import dev.escala.tracking.Standing;
import dev.escala.tracking.Feedback;
import dev.escala.tracking.TrackedKind;

/** What the customer's page says of a breakdown. */
class BreakdownPage implements TrackedKind {

	private final BreakdownRepository repository;

	BreakdownPage(BreakdownRepository repository) {
		this.repository = repository;
	}

	@Override
	public String prefix() {
		return Breakdown.PREFIX;
	}

	@Override
	public Standing standing(CaseNumber number, Locale language) {
		Phase phase = this.repository.find(number).orElseThrow().phase();
		boolean closed = phase == Phase.CLOSED;
		return new Standing(List.of("En el taller", "Reparada", "Entregada"), phase.ordinal() + 1,
				closed ? "Su avería está reparada." : "Estamos reparando su avería.", closed, closed);
	}

	@Override
	public void rated(CaseNumber number, Feedback given) {
		this.repository.set(number, "score", given.score());
	}

}
