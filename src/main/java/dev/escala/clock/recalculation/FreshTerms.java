package dev.escala.clock.recalculation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.escala.clock.Deadline;
import dev.escala.clock.FreshTermRule;
import dev.escala.clock.MatterClocks;
import dev.escala.clock.ServiceLevels;
import dev.escala.clock.UnmeasurableException;
import dev.escala.clock.count.Counting;
import dev.escala.clock.count.Target;
import dev.escala.matter.Matter;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.routing.Decision;
import dev.escala.routing.Decisions;
import dev.escala.text.Sentences;
import dev.escala.timeline.Timeline;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/**
 * Gives the clocks of a case that only an edit outside of it would have ended a short
 * term, by the table {@code freshTerm}, and tells it in the case.
 */
@Component
public class FreshTerms {

	private final ServiceLevels serviceLevels;

	private final MatterClocks clocks;

	private final Decisions decisions;

	private final Timeline timeline;

	private final Clock clock;

	FreshTerms(ServiceLevels serviceLevels, MatterClocks clocks, Decisions decisions, Timeline timeline, Clock clock) {
		this.serviceLevels = serviceLevels;
		this.clocks = clocks;
		this.decisions = decisions;
		this.timeline = timeline;
		this.clock = clock;
	}

	/**
	 * Looks at clocks that were computed again.
	 * @param before the running clocks as they were before the edit
	 * @throws UnmeasurableException where the table gives no term that can be counted
	 */
	void give(Matter matter, List<Deadline> before) {
		CaseNumber number = matter.number();
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		List<Deadline> fresh = new ArrayList<>();
		for (Deadline was : before) {
			Deadline is = this.serviceLevels.find(was.id()).orElseThrow();
			boolean legal = this.clocks.isLegal(matter.kind(), was.clock());
			switch (FreshTermRule.outcome(was, is, legal, now)) {
				case FRESH_TERM -> fresh.add(was);
				case OVER_BY_LAW -> this.timeline.add(number, UserId.SYSTEM, "El plazo «" + was.clock().label()
						+ "» vence por ese cambio: es un plazo legal, y un cambio de Escala no lo alarga.");
				default -> {
					// It is over when it is over.
				}
			}
		}
		if (!fresh.isEmpty()) {
			begin(matter, fresh);
		}
	}

	private void begin(Matter matter, List<Deadline> fresh) {
		Term term = term(matter.number(), matter);
		String reason = "Ese cambio, por sí solo, lo daba por vencido. " + term.reason();
		this.clocks.adjust(matter.number(), (adjustments, subject) -> fresh.forEach((was) -> adjustments
			.freshTerm(subject, was.clock(), term.target(), FreshTermRule.latest(was), reason)));
		List<String> names = fresh.stream().map((was) -> "«" + was.clock().label() + "»").toList();
		this.timeline.add(matter.number(), UserId.SYSTEM,
				"Ese cambio, por sí solo, daba por "
						+ ((fresh.size() == 1) ? "vencido el plazo " : "vencidos los plazos ") + Sentences.all(names)
						+ ". En lugar de vencer ahora, " + ((fresh.size() == 1) ? "tiene" : "tienen")
						+ " un plazo nuevo de " + term.target().text() + ".");
	}

	/**
	 * What the table says now.
	 * @param recordFor the case on whose record the decision is written, or {@code null}
	 * @throws UnmeasurableException where it says nothing that can be counted
	 */
	public Term term(CaseNumber recordFor, Matter matter) {
		Decision decision;
		try {
			decision = this.decisions.decide(recordFor, "freshTerm", Map.of("severity", matter.severity()));
		}
		catch (IllegalStateException ex) {
			throw new UnmeasurableException(
					"La tabla del plazo nuevo tras un cambio no tiene ninguna regla para la gravedad "
							+ Sentences.within(matter.severity().label()) + ".",
					ex);
		}
		try {
			return new Term(new Target(decision.text("within"), Counting.named(decision.text("counting")).orElse(null),
					50, true), decision.reason());
		}
		catch (InvalidInputException ex) {
			throw new UnmeasurableException(
					"La tabla del plazo nuevo tras un cambio da un plazo imposible: " + ex.getMessage(), ex);
		}
	}

	/**
	 * A short term.
	 *
	 * @param target how long; whom it warns when and whether it pauses is said by the
	 * clock that gets it
	 * @param reason why: the rule's annotation, in Spanish
	 */
	public record Term(Target target, String reason) {
	}

}
