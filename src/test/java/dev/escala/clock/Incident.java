package dev.escala.clock;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.escala.reference.CaseNumber;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** One change of a real incident. */
record Incident(CaseNumber number, String state, boolean madeSla, int reassignments, int reopenings, int priority,
		String impact, String urgency, boolean assigned, Instant openedAt, Instant changedAt, Instant closedAt) {

	private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("dd-MM-yyyy HH:mm");

	/** All changes by incident, in order. */
	static Map<String, List<Incident>> readAll(ZoneId zone) {
		Map<String, List<Incident>> incidents = new LinkedHashMap<>();
		try (Reader file = new InputStreamReader(Incident.class.getResourceAsStream("/servicenow/incidents.csv"),
				StandardCharsets.UTF_8)) {
			CSVFormat.DEFAULT.builder()
				.setHeader()
				.setSkipHeaderRecord(true)
				.get()
				.parse(file)
				.forEach((row) -> incidents.computeIfAbsent(row.get("number"), (any) -> new ArrayList<>())
					.add(read(row, zone)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return incidents;
	}

	private static Incident read(CSVRecord row, ZoneId zone) {
		return new Incident(new CaseNumber(row.get("number")), row.get("incident_state"),
				row.get("made_sla").equals("TRUE"), Integer.parseInt(row.get("reassignment_count")),
				Integer.parseInt(row.get("reopen_count")), grade(row.get("priority")), scale(row.get("impact")),
				scale(row.get("urgency")), !row.get("assigned_to").equals("?"), time(row.get("opened_at"), zone),
				time(row.get("sys_updated_at"), zone), time(row.get("closed_at"), zone));
	}

	boolean waits() {
		return this.state.startsWith("Awaiting");
	}

	boolean isResolved() {
		return this.state.equals("Resolved") || this.state.equals("Closed");
	}

	Pause.Reason reason() {
		return switch (this.state) {
			case "Awaiting User Info" -> Pause.Reason.CUSTOMER;
			case "Awaiting Vendor" -> Pause.Reason.SUPPLIER;
			default -> Pause.Reason.EVIDENCE;
		};
	}

	private static int grade(String text) {
		return Integer.parseInt(text.substring(0, 1));
	}

	private static String scale(String text) {
		return switch (grade(text)) {
			case 1 -> "HIGH";
			case 2 -> "MEDIUM";
			default -> "LOW";
		};
	}

	private static Instant time(String text, ZoneId zone) {
		return LocalDateTime.parse(text, LOCAL).atZone(zone).toInstant();
	}

}
