package dev.escala.calendar;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.escala.calendar.CalendarRepository.Version;
import dev.escala.calendar.holiday.BoundedCache;
import dev.escala.reference.CustomerId;
import dev.escala.validation.FieldProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Service;

/**
 * Which calendar counts for whom. Every answer asks the database which version is in
 * force, so that an edit made on another node counts as soon as it is committed; only the
 * parsed calendars are kept in memory.
 */
@Service
public class Calendars {

	/** The code of the organisation's calendar, which always exists. */
	public static final String ORGANISATION = "organizacion";

	private static final Logger log = LoggerFactory.getLogger(Calendars.class);

	private final BoundedCache<Version, WorkingCalendar> parsed = new BoundedCache<>(500);

	private final CalendarRepository repository;

	Calendars(CalendarRepository repository) {
		this.repository = repository;
	}

	/** The calendar of the organisation. */
	public WorkingCalendar organisation() {
		return effective(null, null);
	}

	/**
	 * The calendar for a piece of work: the customer's own, or else that of the team, or
	 * else that of the organisation.
	 * @param groupId the team's group, or {@code null}
	 * @param customerId the customer, or {@code null}
	 */
	public WorkingCalendar effective(String groupId, CustomerId customerId) {
		return this.repository.effective(groupId, customerId, ORGANISATION)
			.flatMap(this::parsed)
			.orElseThrow(() -> new IllegalStateException("The calendar of the organisation is missing"));
	}

	public Optional<WorkingCalendar> find(String code) {
		return this.repository.version(code).flatMap(this::parsed);
	}

	private Optional<WorkingCalendar> parsed(Version version) {
		WorkingCalendar calendar = this.parsed.get(version,
				() -> this.repository.find(version.code())
					.filter((stored) -> stored.version() == version.number())
					.map((stored) -> read(stored, version.confirmed()))
					.orElse(null));
		// Edited or deleted between the two looks: what counts now is not kept under the
		// version of before.
		return (calendar != null) ? Optional.of(calendar)
				: this.repository.find(version.code()).map((stored) -> stored.definition().calendar());
	}

	/** Says once for each version what is not known any more. */
	private static WorkingCalendar read(StoredCalendar stored, Set<Integer> confirmed) {
		List<FieldProblem> problems = stored.definition().problems();
		if (!problems.isEmpty()) {
			log.error("The calendar {} counts without what is not valid any more: {}", stored.definition().code(),
					problems);
		}
		return new DefinedCalendar(stored.definition(), confirmed);
	}

}
