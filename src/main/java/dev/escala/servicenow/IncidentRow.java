package dev.escala.servicenow;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.escala.escalation.Report;
import dev.escala.validation.Fields;
import dev.escala.web.CsvUpload;

/**
 * An incident as one row of the audit table shows it.
 *
 * @param line the row's first line in the file, from 1
 * @param number ServiceNow's number, in upper case
 * @param state ServiceNow's name of the state, or {@code null}
 * @param active whether ServiceNow still works it
 * @param madeSla whether its service level was met so far
 * @param reassignments how often it moved between groups
 * @param reopenings how often it came back
 * @param priority 1 (critical) to 5 (planning)
 * @param impact how much is affected; as the priority says where the cell is empty
 * @param urgency how soon it hurts; likewise
 * @param openedAt when it was opened
 * @param updatedAt when this change was made, or {@code null}
 * @param resolvedAt when it was resolved, or {@code null}
 * @param closedAt when it was closed, or {@code null}
 * @param texts what people read
 */
record IncidentRow(long line, String number, String state, boolean active, boolean madeSla, int reassignments,
		int reopenings, int priority, Report.Scale impact, Report.Scale urgency, Instant openedAt, Instant updatedAt,
		Instant resolvedAt, Instant closedAt, Texts texts) {

	/** What the header must name. */
	static final List<String> COLUMNS = List.of("number", "incident_state", "active", "reassignment_count",
			"reopen_count", "made_sla", "caller_id", "opened_at", "sys_updated_at", "category", "subcategory",
			"u_symptom", "impact", "urgency", "priority", "assignment_group", "closed_code", "resolved_at",
			"closed_at");

	private static final Set<String> ENDED = Set.of("closed", "resolved", "canceled", "cancelled");

	/**
	 * Reads a row.
	 * @param zone where its times are local
	 * @param now nothing may have happened later
	 * @throws dev.escala.validation.InvalidInputException naming every column that is
	 * wrong
	 */
	static IncidentRow read(CsvUpload.Row row, ZoneId zone, Instant now) {
		Fields fields = new Fields();
		IncidentCells cells = new IncidentCells(row, fields, zone, now);
		cells.required("number");
		int priority = cells.grade("priority", 5, true);
		IncidentRow read = new IncidentRow(row.line(), IncidentCells.number(row), cells.text("incident_state"),
				cells.flag("active"), cells.flag("made_sla"), cells.count("reassignment_count"),
				cells.count("reopen_count"), priority, scale(cells.grade("impact", 3, false), priority),
				scale(cells.grade("urgency", 3, false), priority), cells.date("opened_at", true),
				cells.date("sys_updated_at", false), cells.date("resolved_at", false), cells.date("closed_at", false),
				Texts.read(cells));
		fields.done();
		return read;
	}

	private static Report.Scale scale(int grade, int priority) {
		int known = (grade > 0) ? grade : Math.max(priority - 1, 1);
		return switch (known) {
			case 1 -> Report.Scale.HIGH;
			case 2 -> Report.Scale.MEDIUM;
			default -> Report.Scale.LOW;
		};
	}

	/** Whether somebody still has to work it. */
	boolean isOpen() {
		return this.active && (this.state == null || !ENDED.contains(this.state.toLowerCase(Locale.ROOT)));
	}

	/** When it ended: as exactly as the row says, and not before it was opened. */
	Instant endedAt() {
		Instant ended = (this.closedAt != null) ? this.closedAt
				: (this.resolvedAt != null) ? this.resolvedAt : this.updatedAt;
		return (ended == null || ended.isBefore(this.openedAt)) ? this.openedAt : ended;
	}

	/** The name by which the case remembers the incident. */
	String externalRef() {
		return "servicenow:" + this.number;
	}

	/** What people read; each may be {@code null}. */
	record Texts(String caller, String category, String subcategory, String symptom, String priority, String impact,
			String urgency, String group, String closedCode, String contactType, String location,
			String configurationItem, String problem, String change, String vendor, String causedBy) {

		private static Texts read(IncidentCells cells) {
			return new Texts(cells.text("caller_id"), cells.text("category"), cells.text("subcategory"),
					cells.text("u_symptom"), cells.text("priority"), cells.text("impact"), cells.text("urgency"),
					cells.text("assignment_group"), cells.text("closed_code"), cells.text("contact_type"),
					cells.text("location"), cells.text("cmdb_ci"), cells.text("problem_id"), cells.text("rfc"),
					cells.text("vendor"), cells.text("caused_by"));
		}
	}
}
