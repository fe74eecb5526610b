package dev.escala.servicenow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files of incidents as ServiceNow writes them, and a small reader that is not ours. */
final class IncidentCsv {

	static final List<String> HEADER = List.of("number", "incident_state", "active", "reassignment_count",
			"reopen_count", "made_sla", "caller_id", "opened_at", "sys_updated_at", "contact_type", "location",
			"category", "subcategory", "u_symptom", "cmdb_ci", "impact", "urgency", "priority", "assignment_group",
			"problem_id", "rfc", "closed_code", "resolved_at", "closed_at");

	private IncidentCsv() {
	}

	/** A closed incident that met its service level, with other values as told. */
	static String row(String number, String... columnsAndValues) {
		Map<String, String> cells = new LinkedHashMap<>();
		HEADER.forEach((column) -> cells.put(column, "?"));
		cells.putAll(Map.of("number", number, "incident_state", "Closed", "active", "FALSE", "reassignment_count", "0",
				"reopen_count", "0", "made_sla", "TRUE", "caller_id", "Caller 7", "opened_at", "29-02-2016 01:16",
				"sys_updated_at", "05-03-2016 12:00", "category", "Category 55"));
		cells.putAll(Map.of("impact", "2 - Medium", "urgency", "2 - Medium", "priority", "3 - Moderate",
				"assignment_group", "Group 56", "closed_code", "code 5", "closed_at", "05-03-2016 12:00"));
		for (int i = 0; i < columnsAndValues.length; i += 2) {
			if (cells.put(columnsAndValues[i], columnsAndValues[i + 1]) == null) {
				throw new IllegalArgumentException("No column " + columnsAndValues[i]);
			}
		}
		return String.join(",", cells.values());
	}

	/** The rows under the header. */
	static String file(String... rows) {
		return String.join(",", HEADER) + "\n" + String.join("\n", rows) + "\n";
	}

	/** Reads a file without quotes. */
	static List<Map<String, String>> read(String file) {
		List<String> lines = file.lines().toList();
		String[] header = lines.get(0).split(",", -1);
		List<Map<String, String>> rows = new ArrayList<>();
		for (String line : lines.subList(1, lines.size())) {
			String[] cells = line.split(",", -1);
			Map<String, String> row = new LinkedHashMap<>();
			for (int i = 0; i < header.length; i++) {
				row.put(header[i], cells[i]);
			}
			rows.add(row);
		}
		return rows;
	}

}
