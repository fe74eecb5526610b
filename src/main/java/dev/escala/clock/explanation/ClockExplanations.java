package dev.escala.clock.explanation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.escala.calendar.Calendars;
import dev.escala.calendar.WorkingCalendar;
import dev.escala.clock.Deadline;
import dev.escala.clock.DeadlineChange;
import dev.escala.clock.DeadlineRepository;
import dev.escala.clock.Pause;
import dev.escala.clock.PauseRepository;
import dev.escala.clock.ServiceClock;
import dev.escala.clock.count.Counting;
import dev.escala.clock.count.DeletedCalendar;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Explains the clocks of a case with the calendars that count them. */
@Service
public class ClockExplanations {

	private final DeadlineRepository repository;

	private final PauseRepository pauses;

	private final Calendars calendars;

	private final ZoneId home;

	private final Clock clock;

	ClockExplanations(DeadlineRepository repository, PauseRepository pauses, Calendars calendars,
			@Value("${escala.zone:Europe/Madrid}") ZoneId home, Clock clock) {
		this.repository = repository;
		this.pauses = pauses;
		this.calendars = calendars;
		this.home = home;
		this.clock = clock;
	}

	/**
	 * Every clock of the case in every run: first the latest runs by their date, then the
	 * earlier ones.
	 * @param names says the name of a user
	 */
	@Transactional(readOnly = true)
	public List<ClockExplanation> explain(CaseNumber caseNumber, Function<UserId, String> names) {
		List<Deadline> clocks = this.repository.deadlines(caseNumber);
		Map<ServiceClock, Integer> latest = new EnumMap<>(ServiceClock.class);
		clocks.forEach((deadline) -> latest.merge(deadline.clock(), deadline.run(), Math::max));
		Map<Long, List<DeadlineChange>> changes = this.repository.changesOf(caseNumber);
		List<Pause> ledger = this.pauses.pauses(caseNumber);
		Map<String, WorkingCalendar> known = new HashMap<>();
		Instant now = this.clock.instant();
		return clocks.stream()
			.sorted(Comparator.comparing((Deadline deadline) -> deadline.run() < latest.get(deadline.clock()))
				.thenComparing(Deadline::dueAt))
			.map((deadline) -> explain(deadline, known.computeIfAbsent(deadline.calendarCode(), this::calendar), ledger,
					changes.getOrDefault(deadline.id(), List.of()), now, names))
			.toList();
	}

	/** What a calendar counted that was deleted since is not told with another one. */
	private ClockExplanation explain(Deadline deadline, WorkingCalendar calendar, List<Pause> ledger,
			List<DeadlineChange> changes, Instant now, Function<UserId, String> names) {
		Counting counting = ClockExplanation.Facts.of(deadline, calendar, ledger, now).target().counting();
		return (calendar instanceof DeletedCalendar deleted && counting.isWorking())
				? UncountedStory.of(deadline, deleted, changes, now, names)
				: ClockExplanation.of(deadline, calendar, ledger, changes, now, this.home, names);
	}

	private WorkingCalendar calendar(String code) {
		return this.calendars.find(code).orElseGet(() -> new DeletedCalendar(code, this.home));
	}

}
