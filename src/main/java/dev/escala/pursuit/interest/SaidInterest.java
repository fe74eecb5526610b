package dev.escala.pursuit.interest;

import dev.escala.pursuit.Capture;

/**
 * What somebody who is interested left us.
 *
 * @param name their name, or empty
 * @param company where they work, or {@code null}
 * @param email where they write from, or {@code null}
 * @param phone their telephone, or {@code null}
 * @param subject what it is about, in a line, or empty
 * @param text what they wrote, or empty
 * @param capture by which channel it came
 */
record SaidInterest(String name, String company, String email, String phone, String subject, String text,
		Capture capture) {

	/** What they are called, as far as anybody knows. */
	String shownName() {
		return this.name.isBlank() ? this.email : this.name.strip();
	}

	/** Subject and text: the one often says what the other takes for known. */
	String words() {
		String whole = (this.subject.strip() + "\n" + this.text.strip()).strip();
		return whole.isEmpty() ? "(sin texto)" : whole;
	}

}
