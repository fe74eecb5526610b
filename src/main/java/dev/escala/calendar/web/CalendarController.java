package dev.escala.calendar.web;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;

import dev.escala.access.CurrentUser;
import dev.escala.calendar.CalendarAdministration;
import dev.escala.calendar.CalendarUsers;
import dev.escala.calendar.Calendars;
import dev.escala.calendar.SaveCalendar;
import dev.escala.calendar.StoredCalendar;
import dev.escala.calendar.WorkingCalendar;
import dev.escala.calendar.holiday.Countries;
import dev.escala.reference.UserId;
import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;
import dev.escala.validation.NotFoundException;
import dev.escala.web.IdempotencyKeys;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Calendars over HTTP. Everybody reads them; {@link CalendarEditors} write. */
@RestController
@RequestMapping(path = "/api/calendars", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Calendarios")
class CalendarController {

	private static final String PATH = "/api/calendars";

	private static final int DEFAULT_DAYS = 14;

	private static final int MAX_DAYS = 366;

	private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);

	private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

	private final CalendarAdministration administration;

	private final Calendars calendars;

	private final CalendarUsers users;

	private final CalendarEditors editors;

	private final CurrentUser user;

	private final IdempotencyKeys idempotencyKeys;

	private final Clock clock;

	CalendarController(CalendarAdministration administration, Calendars calendars, CalendarUsers users,
			CalendarEditors editors, CurrentUser user, IdempotencyKeys idempotencyKeys, Clock clock) {
		this.administration = administration;
		this.calendars = calendars;
		this.users = users;
		this.editors = editors;
		this.user = user;
		this.idempotencyKeys = idempotencyKeys;
		this.clock = clock;
	}

	@Operation(summary = "Lista los calendarios",
			description = "page desde 0; size de 1 a 200 (50 si falta); sort: code o name, "
					+ "con un signo menos delante para el orden inverso.")
	@GetMapping
	Page<CalendarSummary> all(@RequestParam(required = false) String page, @RequestParam(required = false) String size,
			@RequestParam(required = false) String sort) {
		Fields fields = new Fields();
		PageRequest part = PageRequest.read(fields, page, size, sort, CalendarAdministration.SORTABLE, "code");
		fields.done();
		return this.administration.all(part).map(CalendarSummary::of);
	}

	@Operation(summary = "Lista los países y regiones cuyos festivos se conocen")
	@GetMapping("/countries")
	List<Countries.Country> countries() {
		return Countries.all();
	}

	@Operation(summary = "Consulta un calendario, con su versión y quién lo usa")
	@GetMapping("/{code}")
	CalendarView get(@PathVariable String code) {
		return view(known(code));
	}

	@Operation(summary = "Crea un calendario",
			description = "Con la misma cabecera Idempotency-Key, la misma petición crea el calendario una sola vez "
					+ "y siempre se responde 201 con la misma dirección. Nadie cuenta con él hasta que se le asigna.")
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<CalendarView> create(@RequestBody CalendarBody body,
			@RequestHeader(name = "Idempotency-Key", required = false) String key) {
		this.editors.require();
		if (body.version() != null) {
			throw new InvalidInputException("version", "Un calendario nuevo todavía no tiene versión.");
		}
		SaveCalendar command = body.toCommand(body.code());
		String code = this.idempotencyKeys.once(key, this.user.id().map(UserId::value).orElse(""), PATH,
				IdempotencyKeys.fingerprint(command), () -> this.administration.create(command).definition().code());
		return ResponseEntity.created(URI.create(PATH + "/" + code)).body(view(known(code)));
	}

	@Operation(summary = "Sustituye un calendario; los plazos abiertos que cuentan con él se recalculan",
			description = "Se envía el objeto calendar de la consulta, con los cambios y con su version: "
					+ "si alguien lo ha cambiado entretanto, 409.")
	@PutMapping(path = "/{code}", consumes = MediaType.APPLICATION_JSON_VALUE)
	CalendarView replace(@PathVariable String code, @RequestBody CalendarBody body) {
		this.editors.require();
		StoredCalendar present = known(code);
		Fields fields = new Fields();
		if (body.code() != null && !body.code().strip().equals(code)) {
			fields.refuse("code",
					"El código no se puede cambiar: en la dirección dice " + present.definition().code() + ".");
		}
		if (body.version() == null) {
			fields.refuse("version", "Falta la versión que se consultó: así nadie pisa el cambio de otra persona.");
		}
		fields.done();
		return view(this.administration.replace(body.toCommand(code), body.version()));
	}

	@Operation(summary = "Elimina un calendario que nadie usa")
	@DeleteMapping("/{code}")
	ResponseEntity<Void> delete(@PathVariable String code) {
		this.editors.require();
		this.administration.delete(code);
		return ResponseEntity.noContent().build();
	}

	@Operation(summary = "Explica día a día cuándo se trabaja según un calendario, y por qué",
			description = "from y to, ambos incluidos, como 2026-12-24; como mucho 366 días. Sin ellos, desde hoy y "
					+ "dos semanas.")
	@GetMapping("/{code}/days")
	List<DayView> days(@PathVariable String code, @RequestParam(required = false) String from,
			@RequestParam(required = false) String to) {
		WorkingCalendar calendar = this.calendars.find(code).orElseThrow(CalendarController::unknown);
		Fields fields = new Fields();
		LocalDate first = date(fields, "from", from, LocalDate.now(this.clock.withZone(calendar.zone())));
		LocalDate last = date(fields, "to", to, first.plusDays(DEFAULT_DAYS - 1));
		fields.done();
		long days = ChronoUnit.DAYS.between(first, last) + 1;
		if (days < 1 || days > MAX_DAYS) {
			throw new InvalidInputException("to", "La fecha final debe ser la inicial (" + first
					+ ") o posterior, y el periodo no puede pasar de " + MAX_DAYS + " días.");
		}
		return first.datesUntil(last.plusDays(1)).map((date) -> DayView.of(calendar, date)).toList();
	}

	private static LocalDate date(Fields fields, String field, String text, LocalDate otherwise) {
		if (text == null || text.isBlank()) {
			return otherwise;
		}
		try {
			LocalDate date = LocalDate.parse(text.strip());
			if (!date.isBefore(FIRST) && !date.isAfter(LAST)) {
				return date;
			}
		}
		catch (DateTimeParseException ex) {
			// Refused below.
		}
		fields.refuse(field, "La fecha debe existir y escribirse como 2026-12-24, entre los años " + FIRST.getYear()
				+ " y " + LAST.getYear() + ".");
		return otherwise;
	}

	private CalendarView view(StoredCalendar stored) {
		return CalendarView.of(stored, this.users.users(stored.definition().code()));
	}

	private StoredCalendar known(String code) {
		return this.administration.find(code).orElseThrow(CalendarController::unknown);
	}

	private static NotFoundException unknown() {
		return new NotFoundException("No hay ningún calendario con ese código.");
	}

}
