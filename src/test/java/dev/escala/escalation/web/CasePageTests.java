package dev.escala.escalation.web;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.escala.clock.Deadline;
import dev.escala.clock.ServiceClock;
import dev.escala.clock.ServiceLevels;
import dev.escala.customer.Customers;
import dev.escala.escalation.Escalations;
import dev.escala.escalation.Outcome;
import dev.escala.escalation.Phase;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.rootcause.RootCauseAnalyses;
import dev.escala.rootcause.RootCauseAnalyses.Written;
import dev.escala.support.AtOnce;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.StaffClient;
import org.camunda.bpm.engine.ProcessEngine;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("The page of a case")
class CasePageTests {

	@LocalServerPort
	private int port;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private Customers customers;

	@Autowired
	private Escalations escalations;

	@Autowired
	private ServiceLevels serviceLevels;

	@Autowired
	private RootCauseAnalyses analyses;

	private CaseApi api;

	private StaffClient agent;

	private StaffClient technician;

	private StaffClient reader;

	@BeforeEach
	void givenPeople() {
		this.api = new CaseApi(this.port, this.engine, this.customers);
		this.agent = StaffClient.basic(this.port, "api-agent", CaseDriver.PASSWORD);
		this.technician = StaffClient.basic(this.port, "api-technician", CaseDriver.PASSWORD);
		this.reader = StaffClient.basic(this.port, "api-owner", CaseDriver.PASSWORD);
	}

	@Test
	@DisplayName("shows all staff how the case stands, and offers the ways back to whoever may change it")
	void shows() {
		CaseNumber number = this.api.report("subject", "<b>Faro</b>", "description", "<script>alert(1)</script>");
		this.api.agent.post(CaseApi.of(number) + "/details", "{\"kind\": \"LINKED_RECORD\", \"text\": \"INC0012345\"}");

		String mine = page(this.technician, number);
		String read = page(this.reader, number);

		assertThat(mine)
			.contains(number.value(), "&lt;b&gt;Faro&lt;/b&gt;", "&lt;script&gt;", "Clínica Ñandú del Norte",
					"lo recibe Tecnología antes de", "Plazos", "Qué ha pasado", "INC0012345", "Retirar el escalamiento",
					"Desvincular lo que se puso por error")
			.doesNotContain("<b>Faro", "<script", "Reabrir el caso");
		assertThat(read).contains(number.value(), "INC0012345")
			.doesNotContain("Retirar el escalamiento", "Desvincular lo que");
		HttpResponse<String> unknown = this.agent.send("GET", "/casos/ESC-1999-000001");
		assertThat(unknown.statusCode()).isEqualTo(404);
		assertThat(unknown.body()).contains("No hay ningún escalamiento con el número ESC-1999-000001",
				"Ver los casos");
	}

	@Test
	@DisplayName("says what waits, with whom and by when, what each table decided in its own words, and whom we wrote to")
	void background() {
		CaseNumber number = this.api.report("subject", "Faro");

		Document mine = Jsoup.parse(page(this.technician, number));
		Document read = Jsoup.parse(page(this.agent, number));

		Element task = mine.selectFirst("#tareas li");
		assertThat(task.text()).matches("Hacerse cargo · sin tomar: Tecnología · vence .*\\d\\d:\\d\\d");
		assertThat(task.selectFirst("a").attr("href")).isEqualTo(
				"/camunda/app/tasklist/default/#/?task=" + this.api.people.task(number, "userTask_takeOver").getId());
		assertThat(read.select("#tareas li").text()).as("without a way to what they may not open")
			.isEqualTo(task.text());
		assertThat(read.select("#tareas a")).isEmpty();
		assertThat(mine.select("#decisiones h3").eachText()).contains("Gravedad del escalamiento",
				"Asignación funcional");
		assertThat(mine.select("#decisiones").text()).contains("Urgencia: ", "Grupo: technology", "· regla rule_",
				"versión ");
		this.engine.getTaskService()
			.setAssignee(this.api.people.task(number, "userTask_takeOver").getId(), "api-technician");
		assertThat(Jsoup.parse(page(this.technician, number)).select("#tareas li").text()).contains("la tiene ");
	}

	@Test
	@DisplayName("names its problem records (001-15) and leads to the cases it has to do with, without a word of those that one may not see")
	void related() {
		CaseNumber number = this.api.report("subject", "Faro");
		CaseNumber linked = this.api.report("subject", "Farola");
		CaseNumber copy = this.api.report("subject", "Farolillo");
		CaseNumber theirs = this.api.report("subject", "Secreto de finanzas", "speciality", "FINANCE");
		Element before = Jsoup.parse(page(this.technician, number)).selectFirst("#relacionado");
		assertThat(before.select("p.quiet").eachText()).satisfiesExactly(
				(one) -> assertThat(one).startsWith("Ninguno."), (one) -> assertThat(one).startsWith("Ninguno."),
				(one) -> assertThat(one).startsWith("Ninguno se cerró como duplicado"));
		detail(number, "PROBLEM_RECORD", "PRB0000042");
		detail(number, "LINKED_RECORD", "INC0012345");
		detail(number, "LINKED_RECORD", linked.value());
		detail(number, "LINKED_RECORD", theirs.value());
		assertThat(this.api.agent
			.post(CaseApi.of(copy) + "/duplicate", "{\"duplicateOf\": \"" + number + "\", \"reason\": \"Es lo mismo\"}")
			.status()).isLessThan(300);

		Element mine = Jsoup.parse(page(this.technician, number)).selectFirst("#relacionado");
		Document all = Jsoup.parse(page(this.reader, number));

		assertThat(mine.text())
			.contains("Registros de problemas PRB0000042", "INC0012345 · abierto", linked + " · Farola · ",
					copy + " · Farolillo · Duplicado", theirs + ", de otro equipo", "Se cerraron como duplicados")
			.doesNotContain("Secreto", "Ninguno");
		assertThat(mine.select("a").eachAttr("href")).containsExactly("/casos/" + linked, "/casos/" + copy);
		assertThat(all.select("#relacionado a").eachText()).contains(theirs + " · Secreto de finanzas");
		assertThat(all.text()).as("told once").containsOnlyOnce("PRB0000042");
		assertThat(Jsoup.parse(page(this.technician, linked)).select("#relacionado a").eachText())
			.containsExactly(number + " · Faro");
		assertThat(Jsoup.parse(page(this.technician, copy)).select("#relacionado h3:contains(Sigue) + ul a").eachText())
			.containsExactly(number + " · Faro");
	}

	@Test
	@DisplayName("tells its analysis, ours and the customer's, how far it got, and that there is none (001-29 to 001-32)")
	void analysis() {
		CaseNumber number = this.api.report();
		assertThat(rca(number).text()).contains("Nadie lo ha pedido todavía");
		assertThat(page(this.technician, number)).contains("Compromisos con el cliente", "Ninguno hasta ahora");
		assertThat(
				this.api.manager.post(CaseApi.of(number) + "/rca-request", "{\"reason\": \"Pasa cada mes\"}").status())
			.isEqualTo(202);
		assertThat(rca(number).text()).contains("Está pedido: se hará al cerrar el caso");

		this.analyses.write(number, new UserId("api-technician"),
				new Written("La cola <se llenó>", List.of("Un disco pequeño"),
						List.of("Vigilar la cola | tecnologia | 01/12/2199"), "Una cola llena avisa."),
				new Written("El envío se detuvo", List.of("Faltaba espacio"),
						List.of("Vigilamos el espacio | 01/12/2199"), "Lo vemos antes."));
		this.analyses.compose(number);

		Element told = rca(number);
		assertThat(told.selectFirst("summary").text()).isEqualTo("Análisis de causa raíz: en revisión");
		assertThat(told.select("h3").eachText()).containsExactly("Por qué se pidió", "RCA interno",
				"Versión para el cliente");
		assertThat(told.select("pre").get(1).text()).contains("La cola <se llenó>", "1. Un disco pequeño",
				"Vigilar la cola (");
		assertThat(told.select("pre").get(2).text()).contains("El envío se detuvo").doesNotContain("disco pequeño");
	}

	private Element rca(CaseNumber number) {
		return Jsoup.parse(page(this.technician, number)).selectFirst("#rca");
	}

	private void detail(CaseNumber number, String kind, String text) {
		assertThat(this.api.agent
			.post(CaseApi.of(number) + "/details", "{\"kind\": \"" + kind + "\", \"text\": \"" + text + "\"}")
			.status()).isEqualTo(201);
	}

	@Test
	@DisplayName("A closed case is reopened with a reason: the work goes on and the resolution counts on")
	void reopened() {
		CaseNumber number = this.api.closed();
		String before = page(this.agent, number);
		assertThat(before).contains("Reabrir el caso", "Cerrado sin RCA").doesNotContain("Retirar el escalamiento");
		assertThat(page(this.reader, number)).doesNotContain("Reabrir el caso");

		HttpResponse<String> without = send(this.agent, number, "reabrir", before, "reason=+");
		HttpResponse<String> answer = send(this.agent, number, "reabrir", before, "reason=" + encode("Falta otra vez"));

		assertThat(without.statusCode()).isEqualTo(400);
		assertThat(without.body()).contains("Falta por qué se reabre");
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
		assertThat(this.escalations.get(number).phase()).isEqualTo(Phase.RESOLVE);
		Deadline resolution = this.serviceLevels.find(number, ServiceClock.RESOLUTION).orElseThrow();
		assertThat(resolution.isOpen()).isTrue();
		assertThat(resolution.isPaused()).isFalse();
		assertThat(this.api.people.tasks(number)).contains("userTask_executePlan");
		assertThat(this.agent.send("GET", "/casos/" + number + "?hecho=reabrir").body())
			.contains("El caso está reabierto", "Se reabrió el caso: Falta otra vez", "Fase")
			.doesNotContain("Reabrir el caso</button>");
	}

	@Test
	@DisplayName("While a closed case is observed every list says until when; once the customer is asked, a colleague notes their yes")
	void observed() {
		CaseNumber number = this.api.closed();

		String before = page(this.agent, number);
		assertThat(before).contains("En observación", "Hasta el ").doesNotContain("dice que sigue resuelto");
		assertThat(this.agent.send("GET", "/casos?filtro=en-observacion&texto=" + number).body())
			.contains(number.value(), ", en observación");
		assertThat(found(number, "observed=true")).isEqualTo(1);
		assertThat(found(number, "observed=false")).isZero();
		assertThat(this.api.agent.get("/api/escalations?observed=quiz%C3%A1").fields()).containsExactly("observed");
		this.api.people.runWhenDue(number, "event_periodOver");

		String asked = page(this.agent, number);
		assertThat(asked).contains("Se preguntó al cliente si sigue resuelto", "dice que sigue resuelto");
		assertThat(page(this.reader, number)).doesNotContain("dice que sigue resuelto");
		assertThat(send(this.reader, number, "resuelto", asked, "reason=Llam%C3%B3").statusCode()).isEqualTo(403);
		HttpResponse<String> without = send(this.agent, number, "resuelto", asked, "reason=+");
		assertThat(without.statusCode()).isEqualTo(400);
		assertThat(without.body()).contains("Falta cómo lo dijo el cliente");
		assertThat(send(this.agent, number, "resuelto", asked, "reason=Por+correo").statusCode()).isEqualTo(302);
		HttpResponse<String> second = send(this.agent, number, "resuelto", asked, "reason=Por+correo");
		assertThat(second.statusCode()).isEqualTo(409);

		assertThat(second.body()).contains("no se espera ahora ninguna confirmación", "Cómo lo dijo: Por correo");
		assertThat(found(number, "observed=true")).isZero();
		assertThat(this.api.agent.get(CaseApi.of(number)).json().at("/observations/0/ending").asText())
			.isEqualTo("AGREED");
	}

	private int found(CaseNumber number, String filter) {
		return this.api.agent.get("/api/escalations?search=" + number + "&" + filter).json().at("/total").asInt();
	}

	@Test
	@DisplayName("Of two who reopen at once one does, and the other reads who was first; the case has one process")
	void reopenedTwice() throws Exception {
		CaseNumber number = this.api.closed();
		String mine = page(this.agent, number);
		String theirs = page(this.technician, number);

		List<HttpResponse<String>> answers = AtOnce.call(
				() -> send(this.agent, number, "reabrir", mine, "reason=" + encode("Falta otra vez")),
				() -> send(this.technician, number, "reabrir", theirs, "reason=" + encode("No llega")));

		assertThat(answers).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(302, 409);
		assertThat(answers).filteredOn((answer) -> answer.statusCode() == 409)
			.allSatisfy((answer) -> assertThat(answer.body()).contains(number + " ya está abierto, lo reabrió api-"));
		assertThat(this.engine.getTaskService()
			.createTaskQuery()
			.processInstanceBusinessKey(number.value())
			.taskDefinitionKey("userTask_executePlan")
			.count()).isEqualTo(1);
	}

	@Test
	@DisplayName("Withdrawing and unlinking work without JavaScript; whoever may not change the case is refused")
	void otherWays() {
		CaseNumber number = this.api.report();
		this.api.agent.post(CaseApi.of(number) + "/details", "{\"kind\": \"LINKED_RECORD\", \"text\": \"INC0099999\"}");
		String open = page(this.technician, number);
		Matcher option = Pattern.compile("<option value=\"(\\d+)\"[^>]*>Registro vinculado: INC0099999").matcher(open);
		assertThat(option.find()).as(open).isTrue();
		String detail = "detail=" + option.group(1);

		assertThat(send(this.technician, number, "desvincular", open, detail).statusCode()).isEqualTo(400);
		assertThat(send(this.reader, number, "desvincular", page(this.reader, number, open), detail + "&reason=x")
			.statusCode()).isEqualTo(403);
		HttpResponse<String> unlinked = send(this.technician, number, "desvincular", open,
				detail + "&reason=" + encode("Es de otro"));
		assertThat(unlinked.statusCode()).as(unlinked.body()).isEqualTo(302);
		assertThat(this.escalations.details(number)).noneMatch((one) -> one.text().equals("INC0099999"));
		HttpResponse<String> again = send(this.technician, number, "desvincular", open,
				detail + "&reason=" + encode("Es de otro"));
		assertThat(again.statusCode()).isEqualTo(409);
		assertThat(again.body()).contains("lo desvinculó api-technician");

		HttpResponse<String> withdrawn = send(this.technician, number, "retirar", open, "reason=" + encode("Ya no"));
		assertThat(withdrawn.statusCode()).as(withdrawn.body()).isEqualTo(302);
		assertThat(this.escalations.get(number).outcome()).isEqualTo(Outcome.WITHDRAWN);
		HttpResponse<String> late = send(this.technician, number, "retirar", open, "reason=" + encode("Ya no"));
		assertThat(late.statusCode()).isEqualTo(409);
		assertThat(late.body()).contains("No se puede retirar: " + number + " ya terminó («Retirado»)");
		assertThat(page(this.technician, number)).doesNotContain("Reabrir el caso", "Retirar el escalamiento");
	}

	private static HttpResponse<String> send(StaffClient who, CaseNumber number, String way, String page, String form) {
		return who.submit("POST", "/casos/" + number + "/" + way, "application/x-www-form-urlencoded",
				"_csrf=" + encode(token(page)) + "&" + form);
	}

	/** A page of somebody who is offered no form; the token of another's is as good. */
	private String page(StaffClient reader, CaseNumber number, String withForm) {
		assertThat(page(reader, number)).doesNotContain("action=\"/casos/");
		return withForm;
	}

	private static String page(StaffClient reader, CaseNumber number) {
		HttpResponse<String> answer = reader.send("GET", "/casos/" + number);
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return answer.body();
	}

	private static String token(String page) {
		Matcher matcher = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
		assertThat(matcher.find()).isTrue();
		return matcher.group(1);
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
