package dev.escala.internalrequest.web;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import dev.escala.internalrequest.Question;
import dev.escala.internalrequest.call.HoldingReply;
import dev.escala.policy.Situation;

/**
 * What stands in the form of {@code /preguntar}, all of it as it was typed: it travels
 * from step to step, so that nothing is lost and the server keeps nothing.
 *
 * @param token makes one request of a form that is sent twice
 * @param language of what is read aloud, {@code es} or {@code en}
 * @param holdingText what was read aloud, or {@code null} where there was no call
 * @param promisedAt the moment that it named
 * @param pick the code that was chosen where a name meant several, or {@code null}
 * @param useStanding the standing decision that was just chosen, or {@code null}
 */
record AskForm(String kind, List<String> situations, String topic, String party, String prospectSector,
		String prospectEmployees, String prospectLanguage, String situation, String request, String assessment,
		String neededBy, String customerDate, String purpose, String standingDecision, String token, String language,
		String holdingText, String promisedAt, String pick, String useStanding) {

	/** Takes in what a button said. */
	AskForm {
		situations = (situations == null) ? List.of() : situations.stream().filter(AskForm::isKnown).toList();
		party = isBlank(pick) ? party : pick;
		pick = null;
		standingDecision = isBlank(useStanding) ? standingDecision : useStanding.equals("none") ? null : useStanding;
		useStanding = null;
		token = isBlank(token) ? UUID.randomUUID().toString() : token;
	}

	static boolean isBlank(String text) {
		return text == null || text.isBlank();
	}

	/** The boxes offer nothing else; an old page may. */
	private static boolean isKnown(String name) {
		return Arrays.stream(Situation.values()).anyMatch((one) -> one.name().equals(name));
	}

	/** Whether the other side said yes to a date. */
	boolean isPromised() {
		return !isBlank(this.holdingText) && !isBlank(this.promisedAt);
	}

	Question.Input question() {
		return new Question.Input(this.kind, this.situations, this.topic, this.party, this.prospectSector,
				this.prospectEmployees, this.prospectLanguage, this.situation, this.request, this.assessment,
				this.neededBy, this.customerDate, this.purpose, null, this.standingDecision);
	}

	HoldingReply.Input holding() {
		return isPromised() ? new HoldingReply.Input(this.holdingText, this.promisedAt) : null;
	}

	/** Whoever calls about nothing in particular is not sure. */
	AskForm inCall() {
		return this.situations.isEmpty() ? with(List.of(Situation.UNSURE.name()), this.language, this.holdingText,
				this.promisedAt, this.kind, this.situation, this.neededBy, this.token) : this;
	}

	AskForm reading(String text, String at, String spoken) {
		return with(this.situations, spoken, text, at, this.kind, this.situation, this.neededBy, this.token);
	}

	/** Fills in what is known; what somebody typed stays. */
	AskForm prefilled(String wanted, String who, String when) {
		return with(this.situations, this.language, this.holdingText, this.promisedAt,
				isBlank(this.kind) ? wanted : this.kind, isBlank(this.situation) ? who : this.situation,
				isBlank(this.neededBy) ? when : this.neededBy, this.token);
	}

	AskForm withNewToken() {
		return with(this.situations, this.language, this.holdingText, this.promisedAt, this.kind, this.situation,
				this.neededBy, null);
	}

	private AskForm with(List<String> newSituations, String newLanguage, String newHoldingText, String newPromisedAt,
			String newKind, String newSituation, String newNeededBy, String newToken) {
		return new AskForm(newKind, newSituations, this.topic, this.party, this.prospectSector, this.prospectEmployees,
				this.prospectLanguage, newSituation, this.request, this.assessment, newNeededBy, this.customerDate,
				this.purpose, this.standingDecision, newToken, newLanguage, newHoldingText, newPromisedAt, null, null);
	}

}
