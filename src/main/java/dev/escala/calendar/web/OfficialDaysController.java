package dev.escala.calendar.web;

import java.io.IOException;
import java.io.InputStream;

import dev.escala.access.CurrentUser;
import dev.escala.calendar.SaveCalendar;
import dev.escala.calendar.official.ImportOfficialDays;
import dev.escala.calendar.official.OfficialDays;
import dev.escala.calendar.official.OfficialFile;
import dev.escala.reference.UserId;
import dev.escala.validation.InvalidInputException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Files of official calendars over HTTP, for {@link CalendarEditors}. */
@RestController
@RequestMapping(path = "/api/calendars/{code}/official-days", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Calendarios")
class OfficialDaysController {

	private static final String ICS = "text/calendar";

	private static final String CSV = "text/csv";

	private final ImportOfficialDays imports;

	private final CalendarEditors editors;

	private final CurrentUser user;

	OfficialDaysController(ImportOfficialDays imports, CalendarEditors editors, CurrentUser user) {
		this.imports = imports;
		this.editors = editors;
		this.user = user;
	}

	@Operation(summary = "Compara un calendario con el fichero de uno oficial, sin cambiar nada",
			description = "El contenido es el fichero: text/calendar (.ics) o text/csv con las columnas fecha y nombre. "
					+ "year dice el año. added: días laborables que se cerrarían; onlyHere: festivos que el fichero no "
					+ "tiene y se quedan; moved: plazos de casos abiertos que cambiarían; agrees: si el año quedaría "
					+ "confirmado.")
	@PostMapping(path = "/preview", consumes = { ICS, CSV })
	ImportOfficialDays.Preview preview(@PathVariable String code, @RequestParam(required = false) String year,
			@RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type, InputStream body) throws IOException {
		this.editors.require();
		return this.imports.preview(code, read(type, body, year(year)));
	}

	@Operation(summary = "Cierra en un calendario los días del fichero de uno oficial",
			description = "Se envía el mismo fichero que en la vista previa y la version que devolvió: si el calendario "
					+ "ha cambiado entretanto, 409. Los plazos abiertos se recalculan.")
	@PostMapping(consumes = { ICS, CSV })
	ImportOfficialDays.Preview take(@PathVariable String code, @RequestParam(required = false) String year,
			@RequestParam(required = false) String version, @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
			InputStream body) throws IOException {
		this.editors.require();
		return this.imports.take(code, read(type, body, year(year)), version(version),
				this.user.id().orElse(UserId.SYSTEM));
	}

	private static OfficialDays read(MediaType type, InputStream body, int year) throws IOException {
		return type.isCompatibleWith(MediaType.valueOf(CSV)) ? OfficialFile.csv(body, year)
				: OfficialFile.ics(body, year);
	}

	private static int year(String text) {
		if (text != null && text.strip().matches("\\d{4}")) {
			int year = Integer.parseInt(text.strip());
			if (year >= SaveCalendar.FIRST_YEAR && year <= SaveCalendar.LAST_YEAR) {
				return year;
			}
		}
		throw new InvalidInputException("year", "Diga qué año se importa, entre " + SaveCalendar.FIRST_YEAR + " y "
				+ SaveCalendar.LAST_YEAR + ": por ejemplo year=2027.");
	}

	private static long version(String text) {
		if (text != null && text.strip().matches("\\d{1,18}")) {
			return Long.parseLong(text.strip());
		}
		throw new InvalidInputException("version",
				"Falta la versión que devolvió la vista previa: así nadie importa sobre el cambio de otra persona.");
	}

}
