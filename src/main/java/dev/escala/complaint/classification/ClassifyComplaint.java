package dev.escala.complaint.classification;

import java.util.List;
import java.util.Map;

import dev.escala.complaint.classification.ComplaintTraits.Circumstances;
import dev.escala.matter.Severity;
import dev.escala.reference.CaseNumber;
import dev.escala.routing.Decision;
import dev.escala.routing.Decisions;

import dev.escala.text.Sentences;

import org.springframework.stereotype.Service;

/**
 * Says how bad a complaint is, who handles it and how one talks to the customer first, by
 * the tables in force; each decision is kept with its rules.
 */
@Service
public class ClassifyComplaint {

	/** So many points are one step of severity. */
	private static final int POINTS_OF_A_STEP = 2;

	private final Decisions decisions;

	private final ComplaintReasons reasons;

	ClassifyComplaint(Decisions decisions, ComplaintReasons reasons) {
		this.decisions = decisions;
		this.reasons = reasons;
	}

	/**
	 * Classifies a complaint.
	 * @param number the complaint for which the decisions are recorded, or {@code null}
	 * @throws dev.escala.validation.InvalidInputException where the table has no such
	 * reason
	 */
	public Classification classify(CaseNumber number, ComplaintTraits traits) {
		ComplaintReason reason = this.reasons.get(number, traits.reason());
		Circumstances circumstances = traits.circumstances();
		Decision weighed = this.decisions.decide(number, "complaintSeverity",
				Map.of("complaintKind", traits.kind(), "reasonGroup", reason.group(), "publicExposure",
						circumstances.publicExposure(), "brokenPromise", circumstances.brokenPromise(), "vulnerable",
						circumstances.vulnerable(), "transfers", circumstances.transfers(), "tier", traits.tier()));
		Severity severity = severity(weighed);
		Decision routed = this.decisions.decide(number, "complaintRouting",
				Map.of("sector", traits.sector(), "product", traits.product(), "reasonGroup", reason.group()));
		Decision spoken = this.decisions.decide(number, "complaintChannel",
				Map.of("elderly", circumstances.elderly(), "vulnerable", circumstances.vulnerable(), "lettersOnly",
						circumstances.lettersOnly(), "severity", severity));
		return new Classification(severity, reason, routed.text("group"),
				FirstChannel.valueOf(spoken.text("channelFirst")), because(weighed), routed.reason(), spoken.reason());
	}

	/**
	 * How one talks to the customer first and why, for somebody who only looks: a Spanish
	 * sentence.
	 */
	public String first(boolean elderly, boolean vulnerable, boolean lettersOnly, Severity severity) {
		Decision spoken = this.decisions.consider("complaintChannel", Map.of("elderly", elderly, "vulnerable",
				vulnerable, "lettersOnly", lettersOnly, "severity", severity.name()));
		return Sentences.beginning(FirstChannel.valueOf(spoken.text("channelFirst")).label()) + ". " + spoken.reason()
				+ ".";
	}

	private static Severity severity(Decision weighed) {
		int points = weighed.matches()
			.stream()
			.mapToInt((match) -> ((Number) match.outputs().get("points")).intValue())
			.sum();
		Severity[] steps = Severity.values();
		return steps[Math.min(points / POINTS_OF_A_STEP, steps.length - 1)];
	}

	private static List<String> because(Decision weighed) {
		return weighed.matches().stream().map((match) -> (String) match.outputs().get("because")).toList();
	}

}
