package dev.escala.servicenow;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import dev.escala.escalation.EscalationType;
import dev.escala.escalation.Report;
import dev.escala.matter.Speciality;
import dev.escala.validation.InvalidInputException;
import dev.escala.web.CsvUpload;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IncidentRowTests {

	private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

	private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");

	@ParameterizedTest(name = "{0} is {1}")
	@CsvSource({ "29-02-2016 01:16, 2016-02-29T00:16:00Z", "29/2/2016 01:16, 2016-02-29T00:16:00Z",
			"1/7/2016 9:05, 2016-07-01T07:05:00Z", "01/07/2016 09:05:30, 2016-07-01T07:05:30Z",
			// the night on which 02:00 became 03:00
			"27-03-2016 02:30, 2016-03-27T01:30:00Z",
			// the night on which 03:00 became 02:00 again: the first of the two
			"30-10-2016 02:30, 2016-10-30T00:30:00Z",
			// now
			"1/6/2026 12:00, 2026-06-01T10:00:00Z" })
	void readsBothShapesOfDates(String text, Instant instant) {
		assertThat(read(IncidentCsv.row("INC1", "opened_at", text)).openedAt()).isEqualTo(instant);
	}

	@ParameterizedTest(name = "{0}={1}: {2}")
	@CsvSource(nullValues = "null", value = { "number, ?, Falta el valor de number.",
			"made_sla, maybe, El valor de made_sla debe ser TRUE o FALSE.",
			"made_sla, ?, El valor de made_sla debe ser TRUE o FALSE.",
			"active, 1, El valor de active debe ser TRUE o FALSE.",
			"priority, ?, 'El valor de priority debe empezar por un número de 1 a 5, como «2 - Medium».'",
			"priority, 6 - None, 'El valor de priority debe empezar por un número de 1 a 5, como «2 - Medium».'",
			"priority, High, 'El valor de priority debe empezar por un número de 1 a 5, como «2 - Medium».'",
			"impact, 4 - Tiny, 'El valor de impact debe empezar por un número de 1 a 3, como «2 - Medium».'",
			"reassignment_count, -1, El valor de reassignment_count debe ser un número entero desde 0.",
			"reopen_count, ?, El valor de reopen_count debe ser un número entero desde 0.",
			"reopen_count, 99999999999, El valor de reopen_count debe ser un número entero desde 0.",
			"opened_at, ?, Falta el valor de opened_at.",
			"opened_at, 31-02-2016 10:00, La fecha de opened_at no existe en el calendario.",
			"opened_at, 2016-02-29 01:16, 'El valor de opened_at debe ser una fecha con hora, como «29-02-2016 01:16» o «29/2/2016 01:16».'",
			"opened_at, 29-02/2016 01:16, 'El valor de opened_at debe ser una fecha con hora, como «29-02-2016 01:16» o «29/2/2016 01:16».'",
			"closed_at, 31-12-1989 10:00, La fecha de closed_at es anterior a 1990.",
			"sys_updated_at, 1/6/2026 12:01, La fecha de sys_updated_at está en el futuro.",
			"resolved_at, 10-13-2016 10:00, La fecha de resolved_at no existe en el calendario.",
			"category, a\0b, Hay caracteres que no se pueden guardar en el valor de category.",
			"number, IN\0C, Hay caracteres que no se pueden guardar en el valor de number." })
	void refusesWhatNoIncidentHasNamingTheColumn(String column, String value, String reason) {
		assertThatThrownBy(() -> read(IncidentCsv.row("INC1", column, value))).isInstanceOf(InvalidInputException.class)
			.hasMessage(reason);
	}

	@Test
	void refusesTooLongTextAndTellsAllProblemsAtOnce() {
		String row = IncidentCsv.row("INC1", "category", "x".repeat(201), "active", "?");

		assertThatThrownBy(() -> read(row)).isInstanceOfSatisfying(InvalidInputException.class,
				(ex) -> assertThat(ex.problems()).extracting("field").containsExactlyInAnyOrder("category", "active"));
	}

	@ParameterizedTest(name = "{0}, active {1}: open {2}")
	@CsvSource({ "New, TRUE, true", "Awaiting User Info, true, true", "?, TRUE, true", "-100, TRUE, true",
			"Resolved, TRUE, false", "Closed, TRUE, false", "canceled, TRUE, false", "Active, FALSE, false" })
	void isOpenWhileSomebodyMustWorkIt(String state, String active, boolean open) {
		assertThat(read(IncidentCsv.row("INC1", "incident_state", state, "active", active)).isOpen()).isEqualTo(open);
	}

	@Test
	void takesTheGradesOfThePriorityWhereTheyAreMissing() {
		IncidentRow row = read(IncidentCsv.row("INC1", "impact", "?", "urgency", "1", "priority", "4"));

		assertThat(row.impact()).isEqualTo(Report.Scale.LOW);
		assertThat(row.urgency()).isEqualTo(Report.Scale.HIGH);
	}

	@Test
	void neverEndsBeforeItWasOpened() {
		IncidentRow row = read(IncidentCsv.row("INC1", "opened_at", "05-03-2016 12:00", "closed_at", "?",
				"sys_updated_at", "04-03-2016 12:00"));

		assertThat(row.endedAt()).isEqualTo(row.openedAt());
	}

	@ParameterizedTest
	@ValueSource(ints = { 10, 200 })
	@DisplayName("The longest texts still make a report that is accepted")
	void composesAReport(int length) {
		String text = "ñ".repeat(length);
		IncidentRow row = read(IncidentCsv.row("I".repeat(length), "category", text, "subcategory", text, "u_symptom",
				text, "caller_id", text, "assignment_group", text, "cmdb_ci", text, "incident_state", text, "location",
				text));

		Report report = IncidentReport.of(row, text, EscalationType.FUNCTIONAL, Speciality.UNKNOWN);

		assertThat(report.subject()).hasSizeLessThanOrEqualTo(200).startsWith("Incidente I");
		assertThat(report.linkedRecords()).containsExactly("I".repeat(length));
		assertThat(report.reason()).isEqualTo(Report.Reason.KNOWLEDGE);
		assertThat(report.description()).contains("Prioridad: 3 - Moderate", "Nivel de servicio: cumplido");
	}

	@Test
	void namesWhoeverCallsWithoutAName() {
		Report report = IncidentReport.of(read(IncidentCsv.row("INC1", "caller_id", "?")), "", EscalationType.AUTOMATIC,
				Speciality.LEGAL);

		assertThat(report.customer()).isEqualTo("Sin cliente");
	}

	@Test
	void remembersTheStatesInOrderAndNotWithoutEnd() {
		IncidentLedger ledger = new IncidentLedger();
		ledger.named("INC1");
		assertThat(ledger.withoutRow()).isEqualTo(1);

		ledger.used("INC1", 2, "New");
		ledger.used("INC1", 5, "New");
		ledger.used("INC1", 9, "Closed");

		assertThat(ledger.withoutRow()).isZero();
		assertThat(ledger.states("INC1")).isEqualTo("New → Closed");
		assertThat(ledger.isPresent("INC1", 9)).isTrue();
		assertThat(ledger.isPresent("INC1", 5)).isFalse();
		for (int i = 0; i < 500; i++) {
			ledger.used("INC1", 10 + i, "State " + i);
		}
		assertThat(ledger.states("INC1")).hasSizeLessThan(420).startsWith("… → ").endsWith("State 499");
	}

	private static IncidentRow read(String row) {
		List<IncidentRow> rows = new ArrayList<>();
		try (CsvUpload upload = CsvUpload
			.of(new ByteArrayInputStream(IncidentCsv.file(row).getBytes(StandardCharsets.UTF_8)))) {
			upload.read(IncidentRow.COLUMNS, new CsvUpload.Rows() {

				@Override
				public void row(CsvUpload.Row cells) {
					rows.add(IncidentRow.read(cells, MADRID, NOW));
				}

				@Override
				public void rejected(long line, String reason) {
					throw new AssertionError(reason);
				}

			});
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		return rows.get(0);
	}

}
