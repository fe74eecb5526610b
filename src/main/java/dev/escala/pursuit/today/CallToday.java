package dev.escala.pursuit.today;

import java.time.Instant;

import dev.escala.reference.CaseNumber;

/**
 * A call to make, with what whoever makes it needs.
 *
 * @param number the prospect or opportunity
 * @param company whom to call
 * @param person whom to speak to, or {@code null}
 * @param title their position, or {@code null}
 * @param phone their telephone, or {@code null}
 * @param dial what the telephone dials, or {@code null} where that is no number
 * @param email their mail address, or {@code null}
 * @param stage where it stands
 * @param why why now, in Spanish
 * @param channel by which way the table says to try
 * @param dueAt since or by when
 * @param when the same and how late it is, in Spanish
 * @param overdue whether its time is over
 * @param taken whether somebody answers for it
 * @param deferrals how often it was put off
 * @param guide what the stage means and what may follow
 * @param script the outline of the call
 * @param figures what it is worth to them, or {@code null}
 * @param lastNote what was said last, or {@code null}
 */
public record CallToday(CaseNumber number, String company, String person, String title, String phone, String dial,
		String email, String stage, String why, String channel, Instant dueAt, String when, boolean overdue,
		boolean taken, int deferrals, String guide, String script, String figures, String lastNote) {

}
