package dev.escala.timeline;

import java.time.Clock;
import java.util.List;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

import org.springframework.stereotype.Component;

/**
 * What happened to a case, in the order in which it happened, in words that staff read.
 * Entries are only ever added, in the transaction of what they tell.
 */
@Component
public class Timeline {

	private final TimelineRepository repository;

	private final Clock clock;

	Timeline(TimelineRepository repository, Clock clock) {
		this.repository = repository;
		this.clock = clock;
	}

	/**
	 * Adds an entry that happened now.
	 * @param caseNumber the case, for example {@code ESC-2026-000123}
	 * @param actor user id of the person, or {@link TimelineEntry#SYSTEM}
	 * @param text one Spanish sentence
	 */
	public void add(CaseNumber caseNumber, UserId actor, String text) {
		this.repository.add(caseNumber, actor, text, this.clock.instant());
	}

	/** Everything that happened to the case, oldest first. */
	public List<TimelineEntry> entries(CaseNumber caseNumber) {
		return this.repository.entries(caseNumber);
	}

}
