package dev.escala.modelgate.replay.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

import dev.escala.modelgate.replay.ReplayDifference;
import dev.escala.modelgate.replay.Replays;
import dev.escala.text.SpreadsheetLines;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** The differences of a replay as a file for spreadsheets, written while it is read. */
@Component
class ReplayCsv {

	private final Replays replays;

	private final DateTimeFormatter when;

	ReplayCsv(Replays replays, @Value("${escala.zone}") ZoneId zone) {
		this.replays = replays;
		this.when = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(zone);
	}

	void write(long id, HttpServletResponse response) throws IOException {
		response.setContentType("text/csv;charset=UTF-8");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"repeticion-" + id + ".csv\"");
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		try (SpreadsheetLines file = new SpreadsheetLines(response.getOutputStream())) {
			file.line("Caso", "Decidido", "Tabla", "Datos", "Se decidió", "Se decidiría", "Qué habría cambiado");
			this.replays.eachDifference(id, (one) -> write(file, one));
		}
	}

	private void write(SpreadsheetLines file, ReplayDifference one) {
		try {
			file.line(one.number().value(), this.when.format(one.decidedAt()), one.table(), one.inputs(), one.before(),
					one.after(), one.followUp());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
