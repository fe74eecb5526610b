package dev.escala.internalrequest;

import java.time.Instant;

import dev.escala.decisionlog.NewRuling;
import dev.escala.decisionlog.RulingOutcome;
import dev.escala.pipeline.Party;
import dev.escala.reference.RulingNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.Fields;
import dev.escala.validation.SpokenDates;

/**
 * A decision as somebody wrote it; any part may be missing or wrong.
 *
 * @param outcome granted, with conditions, refused, or answered
 * @param decision what the one who asked may say
 * @param conditions what has to be fulfilled
 * @param reasoning why (000-32)
 * @param validUntil a day, or {@code null} for no end
 * @param standing whether it may answer other requests
 * @param supersedes the decision that it replaces, or {@code null}
 * @param workedTogether whether both departments worked on it
 */
public record Answer(String outcome, String decision, String conditions, String reasoning, String validUntil,
		boolean standing, String supersedes, boolean workedTogether) {

	/**
	 * What the log keeps.
	 * @throws dev.escala.validation.InvalidInputException naming what is wrong
	 */
	NewRuling ruling(InternalRequest request, UserId user, SpokenDates dates) {
		Fields fields = new Fields();
		RulingOutcome known = fields.oneOf("outcome", "la decisión", this.outcome, RulingOutcome.class, null);
		Instant until = dates.optional(fields, "validUntil", "hasta cuándo vale", this.validUntil);
		fields.done();
		Party party = request.question().party();
		return new NewRuling(request.number(), (party == null) ? null : party.name(), request.topic(),
				request.question().situations(), request.subject(), request.question().request(), known, this.decision,
				this.conditions, this.reasoning, until, this.standing, RulingNumber.nullable(this.supersedes), user,
				request.groupId());
	}

}
