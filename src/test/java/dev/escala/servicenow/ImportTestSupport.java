package dev.escala.servicenow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.escala.access.Role;
import dev.escala.customer.Customers;
import dev.escala.support.CaseDriver;
import dev.escala.support.StaffClient;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever imports, and what they read of it. The organisation uses two types of
 * escalation.
 */
abstract class ImportTestSupport {

	static final String PATH = "/api/imports/servicenow";

	static final String MET = "Cumplió su nivel de servicio";

	static final String LOW = "Incumplió el plazo, pero su prioridad es baja";

	static final String OFF = "El escalamiento jerárquico no está en uso en esta organización";

	static final String[] MISSED = { "made_sla", "FALSE" };

	@LocalServerPort
	int port;

	@Autowired
	ProcessEngine engine;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Customers customers;

	@Autowired
	ObjectMapper json;

	CaseDriver people;

	StaffClient supervisor;

	@BeforeEach
	void givenASupervisor() {
		this.people = new CaseDriver(this.engine);
		this.people.person("importadora", Role.SUPERVISORS);
		this.people.person("curiosa", Role.AGENTS);
		this.supervisor = StaffClient.basic(this.port, "importadora", CaseDriver.PASSWORD);
	}

	String caseNumber(String incident) {
		return this.jdbc.sql("SELECT number FROM escalation WHERE external_ref = ?")
			.param("servicenow:" + incident)
			.query(String.class)
			.single();
	}

	long count(String condition) {
		return this.jdbc.sql("SELECT count(*) FROM escalation WHERE " + condition).query(Long.class).single();
	}

	HttpResponse<String> post(String csv) {
		return post(PATH, "text/csv", csv);
	}

	HttpResponse<String> postAsync(String csv) {
		return this.supervisor.submit("POST", PATH, "text/csv", csv, "Prefer", "wait=1, respond-async");
	}

	HttpResponse<String> post(String path, String type, String body) {
		return this.supervisor.submit("POST", path, type, body);
	}

	JsonNode ok(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		try {
			return this.json.readTree(answer.body());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Map<String, Long> byReason(JsonNode run) {
		Map<String, Long> reasons = new TreeMap<>();
		run.at("/incidents/notEscalatedByReason")
			.fields()
			.forEachRemaining((field) -> reasons.put(field.getKey(), field.getValue().asLong()));
		return reasons;
	}

	/** The counts in one line, after it was proved that they add up. */
	static String counts(JsonNode run) {
		JsonNode rows = run.at("/rows");
		JsonNode incidents = run.at("/incidents");
		assertThat(rows.at("/total").asLong()).isEqualTo(rows.at("/used").asLong() + rows.at("/rejected").asLong());
		assertThat(incidents.at("/created").asLong())
			.isEqualTo(incidents.at("/started").asLong() + incidents.at("/closed").asLong());
		assertThat(incidents.at("/total").asLong())
			.isEqualTo(incidents.at("/created").asLong() + incidents.at("/known").asLong()
					+ incidents.at("/notEscalated").asLong() + incidents.at("/rejected").asLong());
		assertThat(byReason(run).values().stream().mapToLong(Long::longValue).sum())
			.isEqualTo(incidents.at("/notEscalated").asLong());
		return "%s = %s started, %s closed, %s known, %s not escalated, %s rejected".formatted(incidents.at("/total"),
				incidents.at("/started"), incidents.at("/closed"), incidents.at("/known"),
				incidents.at("/notEscalated"), incidents.at("/rejected"));
	}

}
