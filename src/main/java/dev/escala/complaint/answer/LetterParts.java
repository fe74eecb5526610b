package dev.escala.complaint.answer;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The parts of a decision in the order in which they are read, for whatever shows them: a
 * mail now, paper when somebody wants it.
 *
 * @param opening the apology that fits, or {@code null} (004-23, 004-47)
 * @param goal why we write and what was decided, in one paragraph (004-58, 004-59)
 * @param answers one for each point
 * @param benefits what the customer gets, with its heading, or empty
 * @param recourse where the customer can go, with its heading, or empty
 * @param recording how to get the recording, or {@code null}
 * @param action what the customer can do now (004-63)
 */
record LetterParts(String opening, String goal, List<Answer> answers, List<String> benefits, List<String> recourse,
		String recording, String action) {

	/** What nothing may stand in front of. */
	String beginning() {
		return (this.opening == null) ? this.goal : this.opening + "\n\n" + this.goal;
	}

	/** As plain text. */
	String text() {
		return Stream
			.concat(Stream.concat(Stream.of(beginning()), this.answers.stream().map(Answer::text)),
					Stream.of(list(this.benefits), list(this.recourse), this.recording, this.action))
			.filter(Objects::nonNull)
			.collect(Collectors.joining("\n\n"));
	}

	private static String list(List<String> lines) {
		return lines.isEmpty() ? null : lines.get(0) + "\n"
				+ lines.stream().skip(1).map((line) -> "- " + line).collect(Collectors.joining("\n"));
	}

	/**
	 * The answer to a point.
	 *
	 * @param quote the point, numbered, in the customer's words
	 * @param ruling what was decided of it and why
	 */
	record Answer(String quote, String ruling) {

		String text() {
			return this.quote + "\n" + this.ruling;
		}

	}

}
