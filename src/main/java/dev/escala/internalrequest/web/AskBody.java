package dev.escala.internalrequest.web;

import java.util.List;

import dev.escala.internalrequest.Question;
import dev.escala.internalrequest.call.HoldingReply;

/**
 * A question as a program sends it.
 *
 * @param holding what the other side said yes to on the phone, or {@code null}
 */
record AskBody(String kind, List<String> situations, String topic, String party, String prospectSector,
		String prospectEmployees, String prospectLanguage, String situation, String request, String assessment,
		String neededBy, String customerDate, String purpose, String department, String standingDecision,
		HoldingReply.Input holding) {

	Question.Input question() {
		return new Question.Input(this.kind, this.situations, this.topic, this.party, this.prospectSector,
				this.prospectEmployees, this.prospectLanguage, this.situation, this.request, this.assessment,
				this.neededBy, this.customerDate, this.purpose, this.department, this.standingDecision);
	}

}
