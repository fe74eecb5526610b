package dev.escala.complaint.remedy;

import java.util.Map;

import dev.escala.reference.CaseNumber;
import dev.escala.routing.Decision;
import dev.escala.routing.Decisions;

import org.springframework.stereotype.Service;

/**
 * Which apology fits whose fault it was, as the table {@code complaintApology} says. No
 * table passes the gate by which our own fault is not admitted (004-25).
 */
@Service
public class Apologies {

	private final Decisions decisions;

	Apologies(Decisions decisions) {
		this.decisions = decisions;
	}

	/**
	 * The apology.
	 * @param number the complaint for which the decision is recorded, or {@code null}
	 */
	public Apology of(CaseNumber number, Fault fault) {
		Decision answer = this.decisions.decide(number, "complaintApology", Map.of("fault", fault));
		return new Apology(Apology.Kind.valueOf(answer.text("apology")), answer.text("openingEs"),
				answer.text("openingEn"), answer.reason());
	}

}
