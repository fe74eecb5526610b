package dev.escala.escalation;

import java.time.Instant;
import java.util.List;

import dev.escala.reference.UserId;

/**
 * One version of a case's action plan (001-21, 001-22).
 *
 * @param version 1 for the first
 * @param steps what will be done, in order
 * @param workingDays how long it should take, in working days
 * @param customerMessage what the customer is told, or {@code null}
 * @param reason why the plan changed, or {@code null} for the first
 * @param author user id
 * @param writtenAt when
 * @param pending whether the customer has not been told of it yet: it does not count
 * before
 */
public record ActionPlan(int version, List<String> steps, int workingDays, String customerMessage, String reason,
		UserId author, Instant writtenAt, boolean pending) {

	/** The steps as numbered lines. */
	public String asText() {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < this.steps.size(); i++) {
			text.append(i + 1).append(". ").append(this.steps.get(i)).append('\n');
		}
		return text.append("Previsto en ").append(this.workingDays).append(" días laborables.").toString();
	}

}
