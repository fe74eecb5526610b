package dev.escala.lessons;

import java.time.Instant;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

/**
 * What a case taught us.
 *
 * @param id our own id
 * @param caseNumber the case, for example {@code ESC-2026-000123}; {@code null} for who
 * may not see it
 * @param text the lesson, at most 4000 characters
 * @param author user id of who wrote it
 * @param recordedAt when it was recorded
 */
public record Lesson(long id, CaseNumber caseNumber, String text, UserId author, Instant recordedAt) {

	/** The same lesson for those who have nothing to do with the case. */
	Lesson withoutCase() {
		return new Lesson(this.id, null, this.text, this.author, this.recordedAt);
	}

}
