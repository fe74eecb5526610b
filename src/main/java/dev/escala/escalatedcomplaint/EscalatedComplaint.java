package dev.escala.escalatedcomplaint;

import java.time.Instant;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

/**
 * An escalation that began with a complaint.
 *
 * @param complaint the complaint
 * @param escalation the escalation
 * @param startedBy who escalated
 * @param startedAt when
 * @param awaited whether the complaint waits for it now
 * @param ending how what it was started for came, or {@code null} before
 * @param endedAt when, or {@code null}
 */
public record EscalatedComplaint(CaseNumber complaint, CaseNumber escalation, UserId startedBy, Instant startedAt,
		boolean awaited, EscalationEnding ending, Instant endedAt) {

}
