package dev.escala.caselist.web;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.escala.access.Staff;
import dev.escala.caselist.CaseLine;
import dev.escala.caselist.CaseList;
import dev.escala.caselist.CaseQuery;
import dev.escala.reference.UserId;
import dev.escala.text.SpreadsheetCells;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * The list as a file for spreadsheets, written line by line while it is read: a file of
 * any length needs the memory of a short one.
 */
@Component
class CaseCsv {

	private static final List<String> COLUMNS = List.of("Número", "Tipo", "Asunto", "Cliente", "Código del cliente",
			"Gravedad", "Estado", "Equipo", "Responsable", "Reportado por", "Reportado", "Terminado", "Tarde desde",
			"Plazo incumplido", "Próximo plazo", "Qué vence", "En pausa desde", "El cliente supo de nosotros");

	private final CaseList list;

	private final Staff staff;

	private final DateTimeFormatter when;

	CaseCsv(CaseList list, Staff staff, @Value("${escala.zone}") ZoneId zone) {
		this.list = list;
		this.staff = staff;
		this.when = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(zone);
	}

	/** Answers with all that fits the query. */
	void write(CaseQuery query, HttpServletResponse response) throws IOException {
		Map<UserId, String> people = this.staff.everybody()
			.stream()
			.collect(Collectors.toMap(Staff.Person::id, Staff.Person::name));
		Map<String, String> groups = this.staff.groups()
			.stream()
			.collect(Collectors.toMap(Staff.Team::id, Staff.Team::name));
		response.setContentType("text/csv;charset=UTF-8");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"casos.csv\"");
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		Writer writer = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
		// Without the mark, Excel takes it for another encoding.
		writer.write('\uFEFF');
		line(writer, COLUMNS.toArray());
		this.list.each(query, (one) -> write(writer, one, people, groups));
		writer.flush();
	}

	private void write(Writer writer, CaseLine one, Map<UserId, String> people, Map<String, String> groups) {
		CaseLine.Due due = one.due();
		line(writer, one.number(), one.kind().label(), one.subject(), one.customer(), one.customerCode(),
				(one.severity() == null) ? null : one.severity().label(), one.standing(),
				groups.getOrDefault(one.groupId(), one.groupId()), name(people, one.ownerId()),
				name(people, one.reportedBy()), when(one.reportedAt()), when(one.endedAt()), when(due.lateSince()),
				due.lateClock(), when(due.next()), due.nextClock(), when(due.pausedAt()), when(one.toldAt()));
	}

	private static Object name(Map<UserId, String> people, UserId user) {
		return (user == null) ? null : people.getOrDefault(user, user.value());
	}

	private String when(Instant instant) {
		return (instant == null) ? null : this.when.format(instant);
	}

	private static void line(Writer writer, Object... cells) {
		try {
			for (int i = 0; i < cells.length; i++) {
				writer.write((i == 0) ? "" : ";");
				writer.write(SpreadsheetCells.quoted((cells[i] == null) ? "" : cells[i].toString()));
			}
			writer.write("\r\n");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
