package dev.escala.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import dev.escala.access.CurrentUser;
import dev.escala.access.Staff;
import dev.escala.validation.ConflictException;
import dev.escala.validation.InvalidInputException;
import dev.escala.validation.NotFoundException;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the calendars. Each has one master: the properties
 * {@code escala.calendars.<code>} where they define it, and whoever edits it here
 * otherwise. {@code escala.calendar.*} are only the first values of the organisation's
 * calendar. Who edits publishes {@link CalendarsChanged} in the same transaction, so that
 * the clocks that count with it move with it or not at all.
 */
@Service
public class CalendarAdministration {

	/** What a list may be sorted by. */
	public static final List<String> SORTABLE = CalendarRepository.SORT.names();

	private static final int YEAR = 366;

	private final CalendarRepository repository;

	private final CalendarUsers users;

	private final CurrentUser user;

	private final Staff staff;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	CalendarAdministration(CalendarRepository repository, CalendarUsers users, CurrentUser user, Staff staff,
			Clock clock, ApplicationEventPublisher events) {
		this.repository = repository;
		this.users = users;
		this.user = user;
		this.staff = staff;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * A page of the calendars.
	 * @param page which part; sorted by {@link #SORTABLE}
	 */
	@Transactional(readOnly = true)
	public Page<StoredCalendar> all(PageRequest page) {
		return new Page<>(this.repository.all(page), page.page(), page.size(), this.repository.count());
	}

	public Optional<StoredCalendar> find(String code) {
		return this.repository.find(code);
	}

	/**
	 * Until the end of the transaction nobody else, on any node, changes a calendar or
	 * does what must not be done twice for one.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void takeTurns() {
		this.repository.takeTurns();
	}

	/** The calendars by which somebody works or is served, by their code. */
	public List<StoredCalendar> inUse() {
		return this.repository.all()
			.stream()
			.filter((stored) -> stored.definition().code().equals(Calendars.ORGANISATION)
					|| !this.users.users(stored.definition().code()).isEmpty())
			.toList();
	}

	/**
	 * Creates a calendar, which counts for nobody yet.
	 * @throws InvalidInputException where nobody works by it within a year
	 * @throws ConflictException where the code is taken
	 */
	@Transactional
	public StoredCalendar create(SaveCalendar definition) {
		requireWork(definition);
		this.repository.takeTurns();
		if (!this.repository.insert(definition, false, this.user.id().orElse(null))) {
			throw new ConflictException("Ya hay un calendario con el código " + definition.code() + ".");
		}
		return known(definition.code());
	}

	/**
	 * Replaces a calendar, if it still is what the caller has seen.
	 * @param seen the version that the caller has seen
	 * @throws ConflictException where somebody else changed it since, or where the
	 * configuration defines it
	 */
	@Transactional
	public StoredCalendar replace(SaveCalendar definition, long seen) {
		requireWork(definition);
		this.repository.takeTurns();
		StoredCalendar present = known(definition.code());
		requireOurs(present);
		if (present.version() != seen) {
			throw new ConflictException("El calendario " + definition.code() + " ha cambiado entretanto: lo cambió "
					+ editor(present) + " y ahora tiene la versión " + present.version()
					+ ". Consúltelo de nuevo y repita el cambio.");
		}
		if (!present.definition().equals(definition.definition())) {
			this.repository.update(definition, false, this.user.id().orElse(null));
			this.events.publishEvent(new CalendarsChanged(Set.of(definition.code()),
					"Ha cambiado el calendario «" + definition.name() + "» (" + definition.code() + ")."));
		}
		return known(definition.code());
	}

	/**
	 * Adds own days to a calendar; one that it has already on that date is replaced.
	 * @throws ConflictException where the configuration defines it
	 */
	@Transactional
	public StoredCalendar addDays(String code, Collection<OwnDay> days) {
		this.repository.takeTurns();
		StoredCalendar present = known(code);
		Map<String, OwnDay> all = new TreeMap<>();
		present.definition().days().forEach((day) -> all.put(day.date(), day));
		days.forEach((day) -> all.put(day.date(), day));
		CalendarDefinition now = present.definition();
		return replace(new SaveCalendar(now.code(), now.name(), now.zone(), now.hours(), now.country(), now.region(),
				List.copyOf(all.values())), present.version());
	}

	/**
	 * Deletes a calendar that nobody uses.
	 * @throws ConflictException naming who uses it, or because the organisation or the
	 * configuration needs it
	 */
	@Transactional
	public void delete(String code) {
		this.repository.takeTurns();
		StoredCalendar present = known(code);
		if (code.equals(Calendars.ORGANISATION)) {
			throw new ConflictException("El calendario de la organización no se puede eliminar: es el de todos los que "
					+ "no tienen otro. Se puede cambiar.");
		}
		requireOurs(present);
		CalendarUsers.Users using = this.users.users(code);
		if (!using.isEmpty()) {
			throw new ConflictException("El calendario " + code + " está en uso y no se puede eliminar. Lo usan: "
					+ using.phrase()
					+ ". Asigne antes otro; los plazos de los casos abiertos pasan después a él por sí solos, en unos "
					+ "segundos.");
		}
		this.repository.delete(code);
	}

	/**
	 * Refuses a calendar by which nobody would work within a year, because of its own
	 * days or because its only days are past: no deadline would ever come.
	 */
	public void requireWork(SaveCalendar definition) {
		WorkingCalendar calendar = definition.calendar();
		LocalDate today = LocalDate.now(this.clock.withZone(calendar.zone()));
		if (today.datesUntil(today.plusDays(YEAR)).allMatch((date) -> calendar.openOn(date).isEmpty())) {
			throw new InvalidInputException("hours", "El calendario no tiene ninguna hora laborable en el próximo año: "
					+ "ningún plazo terminaría. Revise el horario (hours) y los días propios (days).");
		}
	}

	private static void requireOurs(StoredCalendar calendar) {
		if (calendar.configured()) {
			throw new ConflictException(
					"El calendario " + calendar.definition().code() + " se define en la configuración ("
							+ calendar.property() + ") y solo se cambia allí, " + "reiniciando después Escala.");
		}
	}

	private String editor(StoredCalendar calendar) {
		return Optional.ofNullable(calendar.updatedBy()).map((id) -> this.staff.nameOf(id)).orElse("la configuración");
	}

	private StoredCalendar known(String code) {
		return this.repository.find(code)
			.orElseThrow(() -> new NotFoundException("No hay ningún calendario con ese código."));
	}

}
