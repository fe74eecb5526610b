package dev.escala.card;

import java.util.List;

import dev.escala.reference.CaseNumber;

/**
 * Adds to the case card that staff see above a task's form. Other modules show there what
 * they know of the case.
 */
public interface CardSection {

	/** In place of a task: the page of a case, which also says what there is none of. */
	String PAGE = "";

	/**
	 * What to show for a task of a case; empty for nothing.
	 * @param caseNumber the case
	 * @param taskKey the task's id in the model, or {@link #PAGE}
	 */
	List<Section> sections(CaseNumber caseNumber, String taskKey);

	/**
	 * What else the person who looks at the card may do with the case; by default
	 * nothing.
	 */
	default List<Card.Action> actions(CaseNumber caseNumber) {
		return List.of();
	}

	/**
	 * A titled text.
	 *
	 * @param title Spanish title
	 * @param text Spanish text, line breaks kept
	 * @param links files that can be downloaded
	 */
	record Section(String title, String text, List<Link> links) {

		public Section {
			links = List.copyOf(links);
		}

		public Section(String title, String text) {
			this(title, text, List.of());
		}

	}

	/** Something to download: what it is called, and where it is. */
	record Link(String label, String href) {
	}

}
