package dev.escala.escalation.web;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.escala.access.Role;
import dev.escala.customer.Customers;
import dev.escala.notification.Outbox;
import dev.escala.notification.OutboxMessage;
import dev.escala.reference.CaseNumber;
import dev.escala.support.ApiClient;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.Forms;
import dev.escala.support.StaffClient;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("Whoever reports a case hears what becomes of it")
class ReporterTests {

	@LocalServerPort
	private int port;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private Customers customers;

	@Autowired
	private Outbox outbox;

	@Autowired
	private JdbcClient jdbc;

	private CaseApi api;

	private StaffClient reporter;

	@BeforeEach
	void givenAReporterWhoReportedNothing() {
		this.api = new CaseApi(this.port, this.engine, this.customers);
		this.jdbc.sql("UPDATE escalation SET reported_by = 'sistema' WHERE reported_by = 'reportera'").update();
		this.api.people.person("reportera", Role.AGENTS);
		this.reporter = StaffClient.basic(this.port, "reportera", CaseDriver.PASSWORD);
	}

	@AfterEach
	void nothingChosen() {
		this.jdbc.sql("DELETE FROM reporter_preference WHERE user_id = 'reportera'").update();
	}

	@Test
	@DisplayName("By mail where nothing was chosen: resolved and closed, each once, again after a reopening; with a link to the case (004-75)")
	void toldByDefault() {
		CaseNumber number = report("Las recetas no salen");
		this.api.resolve(number);
		close(number);

		assertThat(steps(number)).containsExactly("reporter-resolved", "reporter-ended");
		OutboxMessage ended = told(number).get(1);
		assertThat(ended.subject()).contains(number.value(), "quedó cerrado");
		assertThat(text(number, "reporter-ended")).contains("http://localhost:8080/casos/" + number,
				"http://localhost:8080/reportados", "Cerrado sin RCA", "Tecnologia Demostración");

		this.api.agent.post(CaseApi.of(number) + "/reopening", "{\"reason\": \"Vuelven a faltar\"}");
		this.api.agent.post(CaseApi.of(number) + "/withdrawal", "{\"reason\": \"Era otra cosa.\"}");

		assertThat(steps(number)).containsExactly("reporter-resolved", "reporter-ended", "reporter-ended-2");
		assertThat(text(number, "reporter-ended-2")).contains("quedó retirado", "Era otra cosa.");
	}

	@Test
	@DisplayName("Of what was chosen on the page, and of nothing where nothing was; never of what oneself did")
	void toldAsChosen() {
		choose("aviso=RECEIVED&aviso=PLANNED&aviso=NADA");
		String page = page("/reportados/avisos");
		assertThat(page).containsPattern("value=\"RECEIVED\" checked")
			.containsPattern("value=\"PLANNED\" checked")
			.doesNotContainPattern("value=\"ENDED\" checked");
		CaseNumber number = report("Las recetas no salen");
		this.api.resolve(number);
		assertThat(steps(number)).containsExactly("reporter-received", "reporter-planned");
		assertThat(text(number, "reporter-received")).contains("ya lo lleva alguien",
				"Responsable: Tecnologia Demostración");
		assertThat(text(number, "reporter-planned")).contains("mañana reenviamos las facturas");

		choose("");
		CaseNumber silent = report("Las recetas no salen");
		this.api.resolve(silent);
		assertThat(steps(silent)).isEmpty();

		choose("aviso=ENDED");
		CaseNumber own = report("Las recetas no salen");
		ApiClient.of(this.port, this.engine.getIdentityService(), "reportera", "agents");
		assertThat(this.reporter.json("POST", CaseApi.of(own) + "/withdrawal", "{\"reason\": \"Ya se resolvió.\"}")
			.statusCode()).isEqualTo(200);
		assertThat(steps(own)).isEmpty();
	}

	@Test
	@DisplayName("The list has one's own cases only, finds, sorts, and says what to do where it is empty (004-75)")
	void lists() {
		assertThat(this.reporter.send("GET", "/reportados").headers().firstValue("Location").orElse(""))
			.endsWith("/casos?filtro=reportados");
		assertThat(page("/casos?filtro=reportados")).contains("aparecerá aquí", "Abiertos (0)", "Todos (0)",
				"De qué se me avisa");
		CaseNumber faro = report("El faro no alumbra <b>nada</b>");
		CaseNumber severe = report("La baliza roja", "impact", "HIGH", "urgency", "HIGH");
		CaseNumber foreign = this.api.report("subject", "El faro de otra persona");
		this.api.agent.post(CaseApi.of(severe) + "/withdrawal", "{\"reason\": \"Ya alumbra.\"}");

		assertThat(page("/casos?filtro=reportados"))
			.contains("Abiertos (1)", "Terminados (1)", "Todos (2)", faro.value(), "/casos/" + faro,
					"El faro no alumbra &lt;b&gt;", "Crear", "Sin responsable", "Tecnología")
			.doesNotContain(severe.value(), foreign.value(), "otra persona");
		assertThat(page("/casos?filtro=reportados&estado=terminados")).contains(severe.value(), "Retirado")
			.doesNotContain(faro.value());
		assertThat(page("/casos?filtro=reportados&estado=todos&texto=" + encode("BALÍZA"))).contains(severe.value())
			.doesNotContain(faro.value());
		assertThat(page("/casos?filtro=reportados&texto=faro+otra")).contains("Nada coincide con «faro otra»");
		String gravest = page("/casos?filtro=reportados&estado=todos&orden=gravedad");
		assertThat(gravest.indexOf(severe.value())).isLessThan(gravest.indexOf(faro.value()));
		String oldest = page("/casos?filtro=reportados&estado=todos&orden=antiguos");
		assertThat(oldest.indexOf(faro.value())).isLessThan(oldest.indexOf(severe.value()));
	}

	@Test
	@DisplayName("Right after the start one reads who receives the case and before when (001-02, 004-75)")
	void receives() {
		CaseDriver.travelTo(Instant.parse("2026-11-23T09:00:00Z"));
		try {
			CaseNumber number = report("Las recetas no salen");
			CaseNumber unknown = report("Las recetas no salen", "customer", "Alguien sin código");

			assertThat(received(number)).matches("lo recibe Tecnología antes de las 1\\d:\\d\\d");
			assertThat(received(unknown)).contains("Agentes o Supervisión identifican al cliente");
			CaseDriver.travelTo(Instant.parse("2026-11-23T16:58:00Z"));
			CaseNumber late = report("Las recetas no salen", "impact", "LOW", "urgency", "LOW");
			assertThat(received(late)).startsWith("lo recibe Tecnología antes del martes 24 de noviembre, ");
			this.api.people.complete(number, "tecnologia", "userTask_takeOver", Forms.takeOver());
			assertThat(received(number)).isEqualTo("lo tiene Tecnologia Demostración");
			this.api.agent.post(CaseApi.of(number) + "/withdrawal", "{\"reason\": \"Ya no\"}");
			assertThat(received(number)).isEqualTo("quedó retirado");
		}
		finally {
			ClockUtil.reset();
		}
	}

	private String received(CaseNumber number) {
		ApiClient.Answer answer = this.api.agent.get(CaseApi.of(number) + "/reception");
		assertThat(answer.json().path("href").asText()).isEqualTo("/casos/" + number);
		return answer.json().path("sentence").asText();
	}

	private CaseNumber report(String subject, Object... more) {
		Map<String, Object> form = Forms.with(Forms.report(CaseApi.CUSTOMER), "subject", subject, "impact", "LOW",
				"urgency", "LOW");
		return this.api.people.report("reportera", Forms.with(form, more));
	}

	private void close(CaseNumber number) {
		this.api.people.complete(number, "tecnologia", "userTask_checkClosing", Forms.closing());
		this.api.people.run(number, "serviceTask_closeCase");
	}

	private List<OutboxMessage> told(CaseNumber number) {
		return this.outbox.messages(number)
			.stream()
			.filter((message) -> message.recipient().equals("reportera@escala.example"))
			.filter((message) -> message.step().startsWith("reporter-"))
			.toList();
	}

	private List<String> steps(CaseNumber number) {
		return told(number).stream().map(OutboxMessage::step).toList();
	}

	private String text(CaseNumber number, String step) {
		return this.jdbc
			.sql("SELECT subject || chr(10) || text_body FROM outbox_message WHERE case_number = ? AND step = ?")
			.params(number.value(), step)
			.query(String.class)
			.single();
	}

	private void choose(String wanted) {
		Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page("/reportados/avisos"));
		assertThat(token.find()).isTrue();
		HttpResponse<String> answer = this.reporter.submit("POST", "/reportados/avisos",
				"application/x-www-form-urlencoded", "_csrf=" + encode(token.group(1)) + "&" + wanted);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
	}

	private String page(String path) {
		HttpResponse<String> answer = this.reporter.send("GET", path);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return answer.body();
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
