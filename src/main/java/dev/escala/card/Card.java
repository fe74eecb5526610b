package dev.escala.card;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.escala.reference.CaseNumber;

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
public record Card(CaseNumber number, String title, Guidance guidance, List<Fact> facts, List<ClockState> clocks,
		List<CardSection.Section> sections, List<Happened> happened, List<Action> actions) {

	/** The same card with more to do. */
	public Card with(List<Action> more) {
		List<Action> all = new ArrayList<>(this.actions);
		all.addAll(more);
		return new Card(this.number, this.title, this.guidance, this.facts, this.clocks, this.sections, this.happened,
				all);
	}

	/** What to do, why you, by when; the due date may be missing. */
	public record Guidance(String what, String why, Instant dueAt, String dueText) {
	}

	/** A labelled value. */
	public record Fact(String label, String value) {
	}

	/**
	 * A clock.
	 *
	 * @param clock the name of the clock
	 * @param label its Spanish name
	 * @param dueText when it is due, or since when it stands still
	 * @param state how it stands, one of a few words
	 * @param reason why so long
	 * @param explanation how it came to its date, line by line
	 */
	public record ClockState(String clock, String label, String dueText, String state, String reason,
			List<String> explanation) {
	}

	/** Something that happened. */
	public record Happened(String atText, String actor, String text) {
	}

	/** Something to do with the case: a POST of the fields as JSON. */
	public record Action(String label, String href, List<Input> fields) {
	}

	/**
	 * A field of an action: a choice where there are options, else a text or a whole
	 * number.
	 */
	public record Input(String key, String label, List<Option> options, boolean required, boolean number) {

		public Input(String key, String label, List<Option> options, boolean required) {
			this(key, label, options, required, false);
		}

		public Input(String key, String label, List<Option> options) {
			this(key, label, options, true);
		}

		public Input(String key, String label) {
			this(key, label, List.of());
		}

		/** A whole number, which the API takes as such and not as a text. */
		public static Input optionalNumber(String key, String label) {
			return new Input(key, label, List.of(), false, true);
		}

	}

	/** A value that can be chosen, and what it is called. */
	public record Option(String value, String label) {
	}

}
