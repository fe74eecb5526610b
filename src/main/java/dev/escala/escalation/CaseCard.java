package dev.escala.escalation;

import java.time.Instant;
import java.util.List;

/**
 * What a person sees of a case above a task's form, in Spanish and ready to be shown.
 *
 * @param number the case
 * @param title its subject
 * @param guidance what to do, why this person, by when
 * @param facts customer, severity and so on
 * @param clocks the clocks that run, were met or were missed
 * @param sections longer texts: the report, the plan, what was asked
 * @param happened what happened so far, newest first
 * @param actions what else can be done with the case now
 */
public record CaseCard(String number, String title, Guidance guidance, List<Fact> facts, List<ClockState> clocks,
		List<CaseCardSection.Section> sections, List<Happened> happened, List<Action> actions) {

	/** What to do, why you, by when; the due date may be missing. */
	public record Guidance(String what, String why, Instant dueAt, String dueText) {
	}

	/** A labelled value. */
	public record Fact(String label, String value) {
	}

	/** A clock; the state is {@code OPEN}, {@code MET} or {@code BREACHED}. */
	public record ClockState(String label, String dueText, String state, String reason) {
	}

	/** Something that happened. */
	public record Happened(String atText, String actor, String text) {
	}

	/** Something to do with the case: a POST of the fields as JSON. */
	public record Action(String label, String href, List<Input> fields) {
	}

	/** A field of an action. */
	public record Input(String key, String label) {
	}

}
