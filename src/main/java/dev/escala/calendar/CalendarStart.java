package dev.escala.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings the calendars of the configuration into the database, one node at a time. */
@Component
class CalendarStart implements SmartInitializingSingleton {

	private static final Logger log = LoggerFactory.getLogger(CalendarStart.class);

	private final OrganisationCalendarProperties organisation;

	private final ConfiguredCalendars configured;

	private final String zone;

	private final CalendarRepository repository;

	private final CalendarAdministration administration;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	CalendarStart(OrganisationCalendarProperties organisation, ConfiguredCalendars configured,
			@Value("${escala.zone:Europe/Madrid}") String zone, CalendarRepository repository,
			CalendarAdministration administration, ApplicationEventPublisher events,
			PlatformTransactionManager transactions) {
		this.organisation = organisation;
		this.configured = configured;
		this.zone = zone;
		this.repository = repository;
		this.administration = administration;
		this.events = events;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** Before anything counts: the organisation's calendar exists. */
	@Override
	public void afterSingletonsInstantiated() {
		SaveCalendar first = this.organisation.definition(this.zone);
		this.configured.definitions(this.zone).forEach(this::requireWork);
		this.transaction.executeWithoutResult((status) -> {
			this.repository.takeTurns();
			this.repository.insert(first, false, null);
		});
	}

	/**
	 * Refuses what somebody has just written and by which nobody would work. What counts
	 * already has run out by itself: that nobody can start any more would help nobody.
	 */
	private void requireWork(SaveCalendar definition) {
		try {
			ConfiguredCalendars.reading(StoredCalendar.property(definition.code()), () -> {
				this.administration.requireWork(definition);
				return definition;
			});
		}
		catch (IllegalArgumentException ex) {
			if (this.repository.find(definition.code())
				.filter((stored) -> stored.definition().equals(definition.definition()))
				.isEmpty()) {
				throw ex;
			}
			log.error("A calendar has run out of working hours; its deadlines cannot be computed. {}", ex.getMessage());
		}
	}

	/**
	 * When everybody listens, and before jobs and people find work: what the
	 * configuration says counts.
	 */
	@EventListener(ApplicationStartedEvent.class)
	@Order(Ordered.HIGHEST_PRECEDENCE)
	public void writeConfigured() {
		this.transaction.executeWithoutResult((status) -> {
			this.repository.takeTurns();
			List<SaveCalendar> definitions = this.configured.definitions(this.zone);
			Set<String> changed = new TreeSet<>();
			for (SaveCalendar definition : definitions) {
				if (write(definition)) {
					changed.add(definition.code());
				}
			}
			release(definitions);
			if (!changed.isEmpty()) {
				log.info("Calendars changed by the configuration: {}.", changed);
				this.events.publishEvent(new CalendarsChanged(Set.copyOf(changed),
						"La configuración ha cambiado estos calendarios: " + String.join(", ", changed) + "."));
			}
		});
		tellWhatCounts();
	}

	/** Whether the calendar was there before and says something else now. */
	private boolean write(SaveCalendar definition) {
		Optional<StoredCalendar> present = this.repository.find(definition.code());
		if (present.isEmpty()) {
			this.repository.insert(definition, true, null);
			return false;
		}
		if (present.get().definition().equals(definition.definition())) {
			this.repository.setConfigured(definition.code(), true);
			return false;
		}
		this.repository.update(definition, true, null);
		return true;
	}

	private void release(List<SaveCalendar> definitions) {
		List<String> gone = new ArrayList<>(this.repository.configuredCodes());
		gone.removeAll(definitions.stream().map(SaveCalendar::code).toList());
		for (String code : gone) {
			this.repository.setConfigured(code, false);
			log.info("The configuration no longer defines the calendar {}: from now on the API edits it.", code);
		}
	}

	/** Who changes escala.calendar.* on a running system must not wonder in vain. */
	private void tellWhatCounts() {
		this.repository.find(Calendars.ORGANISATION)
			.filter((stored) -> !stored.configured())
			.filter((stored) -> !stored.definition().equals(this.organisation.definition(this.zone).definition()))
			.ifPresent((stored) -> log.info(
					"The organisation's calendar was edited: escala.calendar.* and escala.zone "
							+ "were only its first values. Edit it with PUT /api/calendars/{}.",
					Calendars.ORGANISATION));
	}

}
