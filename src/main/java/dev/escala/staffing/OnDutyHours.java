package dev.escala.staffing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.escala.reference.UserId;
import dev.escala.validation.InvalidInputException;
import dev.escala.validation.NotFoundException;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps when people are on duty: always, or while a calendar is open. Who may change it
 * is decided by the caller.
 */
@Service
public class OnDutyHours {

	private final OnDutyRepository repository;

	private final Directory directory;

	private final OfficeTime time;

	private final Clock clock;

	OnDutyHours(OnDutyRepository repository, Directory directory, OfficeTime time, Clock clock) {
		this.repository = repository;
		this.directory = directory;
		this.time = time;
		this.clock = clock;
	}

	/** Those who are not always on duty, by user id. */
	@Transactional(readOnly = true)
	public List<Duty> all() {
		Instant now = this.clock.instant();
		return this.repository.all()
			.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.map((entry) -> new Duty(new NamedPerson(entry.getKey(), this.directory.nameOf(entry.getKey())),
					entry.getValue(),
					this.time.find(entry.getValue()).filter((calendar) -> calendar.isOpenAt(now)).isPresent()))
			.toList();
	}

	/**
	 * When somebody is on duty.
	 *
	 * @param person who
	 * @param calendar the code of the calendar by which they are
	 * @param now whether they are now, unless they are absent
	 */
	public record Duty(NamedPerson person, String calendar, boolean now) {
	}

	/**
	 * From now on the person is on duty while the calendar is open.
	 * @param calendarCode the calendar, or {@code null}: always on duty
	 * @param actor user id of who decides so
	 * @throws NotFoundException where there is no such person
	 * @throws InvalidInputException where there is no such calendar
	 */
	@Transactional
	public void set(UserId personId, String calendarCode, UserId actor) {
		if (calendarCode == null) {
			clear(personId);
			return;
		}
		if (this.directory.find(personId).isEmpty()) {
			throw StaffMembers.unknown();
		}
		String code = this.time.find(calendarCode).orElseThrow(() -> noCalendar(calendarCode)).code();
		try {
			this.repository.set(personId, code, actor, this.clock.instant());
		}
		catch (DataIntegrityViolationException ex) {
			// Somebody deleted it in between.
			throw noCalendar(calendarCode);
		}
	}

	/**
	 * From now on the person is always on duty. Also for somebody who has left, whose
	 * duty would keep a calendar from being deleted.
	 * @throws NotFoundException where there neither is nor was such a person
	 */
	@Transactional
	public void clear(UserId personId) {
		if (!this.repository.clear(personId) && this.directory.find(personId).isEmpty()) {
			throw StaffMembers.unknown();
		}
	}

	private static InvalidInputException noCalendar(String code) {
		return new InvalidInputException("calendar", "No hay ningún calendario con el código " + code + ".");
	}

}
