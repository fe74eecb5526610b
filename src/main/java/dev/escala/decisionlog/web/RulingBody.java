package dev.escala.decisionlog.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.escala.decisionlog.NewRuling;
import dev.escala.decisionlog.RulingOutcome;
import dev.escala.policy.Situation;
import dev.escala.policy.Topic;
import dev.escala.reference.RulingNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.FieldProblem;
import dev.escala.validation.InvalidInputException;

/**
 * A decision that management enters.
 *
 * @param validUntil the last day on which it holds, for example {@code 2026-12-31}
 */
record RulingBody(Topic topic, Set<Situation> situations, String subject, String question, RulingOutcome outcome,
		String decision, String conditions, String reasoning, String validUntil, Boolean standing, String supersedes,
		String party) {

	/**
	 * The decision.
	 * @param zone where the day ends
	 * @throws InvalidInputException naming every field that is missing or wrong
	 */
	NewRuling toRuling(ZoneId zone, UserId user, String group) {
		List<FieldProblem> problems = new ArrayList<>();
		Instant until = until(zone, problems);
		NewRuling ruling = null;
		try {
			ruling = new NewRuling(null, this.party, this.topic, this.situations, this.subject, this.question,
					this.outcome, this.decision, this.conditions, this.reasoning, until,
					Boolean.TRUE.equals(this.standing), RulingNumber.nullable(this.supersedes), user, group);
		}
		catch (InvalidInputException ex) {
			problems.addAll(ex.problems());
		}
		if (!problems.isEmpty()) {
			throw new InvalidInputException(problems);
		}
		return ruling;
	}

	private Instant until(ZoneId zone, List<FieldProblem> problems) {
		if (this.validUntil == null || this.validUntil.isBlank()) {
			return null;
		}
		try {
			// The last second, so that the day that people read is the day that was said.
			return LocalDate.parse(this.validUntil.strip()).atTime(LocalTime.of(23, 59, 59)).atZone(zone).toInstant();
		}
		catch (DateTimeException ex) {
			problems.add(new FieldProblem("validUntil",
					"La fecha hasta la que vale debe ser un día, por ejemplo 2026-12-31."));
			return null;
		}
	}

}
