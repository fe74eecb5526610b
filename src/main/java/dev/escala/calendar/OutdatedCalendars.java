package dev.escala.calendar;

import java.util.List;
import java.util.stream.Collectors;

import dev.escala.monitoring.SelfCheck;
import dev.escala.validation.FieldProblem;

import org.springframework.stereotype.Component;

/**
 * Finds calendars that nobody could save any more as they are, mostly because a new
 * version knows a region by another code: people go on counting with them, but not as
 * somebody meant it.
 */
@Component
class OutdatedCalendars implements SelfCheck {

	private final CalendarRepository repository;

	OutdatedCalendars(CalendarRepository repository) {
		this.repository = repository;
	}

	@Override
	public String kind() {
		return "outdated-calendars";
	}

	@Override
	public String description() {
		return "Calendarios con algo que Escala ya no conoce";
	}

	@Override
	public List<Trouble> find() {
		return this.repository.all()
			.stream()
			.map(StoredCalendar::definition)
			.filter((definition) -> !definition.problems().isEmpty())
			.map((definition) -> new Trouble(definition.code(), text(definition)))
			.toList();
	}

	@Override
	public String page(String subject) {
		return "/calendarios/" + subject;
	}

	private static String text(CalendarDefinition definition) {
		return "El calendario «" + definition.name() + "» (" + definition.code() + ") ya no es válido: "
				+ definition.problems().stream().map(FieldProblem::message).collect(Collectors.joining(" "))
				+ " Mientras tanto, los plazos cuentan sin eso: en lugar de una región que no se conoce, los festivos "
				+ "de todo el país; en lugar de una zona horaria, UTC. Corrija el calendario; los plazos abiertos se "
				+ "recalculan solos.";
	}

}
