package dev.escala.visibility;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import dev.escala.access.CurrentUser;
import dev.escala.access.Role;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.lessons.Lessons;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.Forms;
import dev.escala.support.StaffClient;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("Two people of different teams at every door: who has a case sees it, and for the other it is not there")
class RowRuleTests {

	private static final String CUSTOMER = "FILAS-1";

	private static final String SUBJECT = "Filas del faro rojo";

	@LocalServerPort
	private int port;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private Customers customers;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private CurrentUser user;

	@Autowired
	private CasePartyRepository parties;

	@Autowired
	private OfferedTasks tasks;

	@Autowired
	private Lessons lessons;

	private CaseDriver people;

	/** Of the team that has the case. */
	private StaffClient theirs;

	private StaffClient stranger;

	private CaseNumber number;

	@BeforeEach
	void givenACaseOfTheTechnicians() {
		this.people = new CaseDriver(this.engine);
		this.people.staff();
		this.theirs = client("tecnologia");
		this.stranger = client("finanzas");
		if (this.customers.findByCode(CUSTOMER).isEmpty()) {
			this.customers.create(new SaveCustomer(CUSTOMER, "Faros del Sur", Tier.GOLD, "es",
					List.of(new Customer.Contact("Inés", "ines@faros.example", "699000111", true)), List.of()));
		}
		this.number = this.people.report("agente", Forms.with(Forms.report(CUSTOMER), "subject", SUBJECT));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/casos?texto=faro+rojo", "/casos/exportar?texto=faro+rojo", "/api/cases?search=faro+rojo",
			"/api/cases/export?search=faro+rojo", "/api/escalations?search=faro+rojo&size=200&sort=-number",
			"/casos?texto={number}", "/api/cases?search={number}", "/api/cases?customer=filas-1",
			"/api/cases?filter=UNOWNED&search=faro" })
	@DisplayName("Lists and files have what is theirs")
	void lists(String address) {
		String asked = address.replace("{number}", this.number.value());

		assertThat(ok(this.theirs, asked)).contains(this.number.value());
		assertThat(ok(this.stranger, asked)).doesNotContain("/casos/" + this.number, SUBJECT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/casos/{number}", "/api/escalations/{number}", "/api/escalations/{number}/clocks",
			"/api/escalations/{number}/reception", "/api/escalations/{number}/first-notices",
			"/api/escalations/{number}/letters", "/api/escalations/{number}/promises",
			"/api/escalations/{number}/reply-points", "/api/escalations/{number}/files", "/api/matters/{number}/clocks",
			"/api/matters/{number}/letters", "/api/matters/{number}/promises", "/api/matters/{number}/files" })
	@DisplayName("A page and an address of the API that name the case answer as for one that there is not")
	void addresses(String address) {
		String asked = address.replace("{number}", this.number.value());
		String none = "ESC-1999-000001";

		HttpResponse<String> answer = this.stranger.send("GET", asked.toLowerCase(Locale.ROOT));
		HttpResponse<String> missing = this.stranger.send("GET", address.replace("{number}", none));

		assertThat(this.theirs.send("GET", asked).statusCode()).isEqualTo(200);
		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(answer.body().replace(this.number.value(), none)).isEqualTo(missing.body());
		assertThat(answer.headers().firstValue("Content-Security-Policy"))
			.isEqualTo(missing.headers().firstValue("Content-Security-Policy"));
	}

	@Test
	@DisplayName("A lesson is for everybody, and names its case only to who sees it; no word of the number finds it")
	void lessons() {
		String text = "Encender antes el faro rojo de " + this.number.value().toLowerCase(Locale.ROOT).hashCode();
		this.lessons.add(this.number, text, new UserId("tecnologia"));
		String words = "faro+rojo+" + text.substring(text.lastIndexOf(' ') + 1);

		for (String address : List.of("/lecciones?texto=" + words, "/api/lessons?search=" + words)) {
			assertThat(ok(this.theirs, address)).contains(text, this.number.value());
			assertThat(ok(this.stranger, address)).contains(text).doesNotContain(this.number.value());
		}
		assertThat(ok(this.stranger, "/lecciones?texto=" + words)).contains("de un caso de otro equipo");
		assertThat(ok(this.stranger, "/lecciones?texto=" + this.number)).contains("Ninguna lección coincide");
		assertThat(ok(this.stranger, "/lecciones?pagina=x&texto=%01ENCENDER+ANTES+" + words + "%00")).contains(text);
	}

	@Test
	@DisplayName("A card, a line and what comes next belong to who sees the task; messages and mail to supervision")
	void tasks() {
		Task task = this.people.task(this.number, "userTask_takeOver");

		assertThat(ok(this.theirs, "/api/tasks/" + task.getId() + "/card")).contains(SUBJECT);
		assertThat(this.stranger.send("GET", "/api/tasks/" + task.getId() + "/card").statusCode()).isEqualTo(404);
		assertThat(ok(this.theirs, "/api/tasks/lines?ids=" + task.getId())).contains(SUBJECT);
		assertThat(ok(this.stranger, "/api/tasks/lines?ids=" + task.getId())).isEqualTo("[]");
		assertThat(this.stranger.send("GET", "/api/tasks/next?number=" + this.number).statusCode()).isEqualTo(204);
		for (String address : List.of("/mensajes", "/entrada", "/api/messages", "/api/inbound-mails")) {
			assertThat(this.theirs.send("GET", address).statusCode()).as(address).isEqualTo(403);
			assertThat(this.stranger.send("GET", address).statusCode()).as(address).isEqualTo(403);
		}
	}

	@ParameterizedTest
	@CsvSource({ "/engine-rest, false", "/camunda/api/engine/engine/default, true" })
	@DisplayName("At both doors of the engine a task shows its case to those whom it is offered, and instances to none of the staff")
	void engine(String door, boolean session) {
		StaffClient own = session ? StaffClient.session(this.port, "tecnologia", CaseDriver.PASSWORD) : this.theirs;
		StaffClient other = session ? StaffClient.session(this.port, "finanzas", CaseDriver.PASSWORD) : this.stranger;
		Task task = this.people.task(this.number, "userTask_takeOver");
		String variable = this.engine.getRuntimeService()
			.createVariableInstanceQuery()
			.processInstanceIdIn(task.getProcessInstanceId())
			.variableName("customerName")
			.singleResult()
			.getId();
		String list = door + "/task?maxResults=100&processInstanceBusinessKey=" + this.number;

		assertThat(ok(own, list)).contains(task.getId());
		assertThat(ok(other, list)).isEqualTo("[]");
		assertThat(own.send("GET", door + "/task/" + task.getId()).statusCode()).isEqualTo(200);
		for (String address : List.of("/task/" + task.getId(), "/task/" + task.getId() + "/form-variables",
				"/task/" + task.getId() + "/comment", "/task/" + task.getId() + "/identity-links",
				"/variable-instance/" + variable, "/variable-instance/" + variable + "/data",
				"/process-instance/" + task.getProcessInstanceId(),
				"/process-instance/" + task.getProcessInstanceId() + "/variables", "/history/process-instance",
				"/history/task", "/history/variable-instance")) {
			HttpResponse<String> answer = other.send("GET", door + address);
			assertThat(answer.statusCode()).as(address + " " + answer.body()).isIn(403, 404);
			assertThat(answer.body()).doesNotContain("Faros");
		}
		assertThat(other.send("GET", door + "/history/user-operation?maxResults=9&taskId=" + task.getId()).body())
			.isEqualTo("[]");
	}

	@Test
	@DisplayName("What a team handed over, and whom it worked with, it goes on seeing; whoever was offered a task too")
	void handedOver() {
		this.jdbc.sql("UPDATE escalation SET group_id = 'finance' WHERE number = ?")
			.param(this.number.value())
			.update();
		this.jdbc.sql("UPDATE escalation SET group_id = 'product' WHERE number = ?")
			.param(this.number.value())
			.update();
		assertThat(this.stranger.send("GET", "/casos/" + this.number).statusCode()).isEqualTo(200);
		// Reported by an agent: all agents, though it never was in their group.
		this.people.person("filasagente", Role.AGENTS);
		assertThat(client("filasagente").send("GET", "/casos/" + this.number).statusCode()).isEqualTo(200);
		this.people.person("filasproducto", Role.PRODUCT);
		this.people.person("filasexperta", Role.EXPERTS);
		assertThat(client("filasproducto").send("GET", "/casos/" + this.number).statusCode()).isEqualTo(200);
		assertThat(client("filasexperta").send("GET", "/casos/" + this.number).statusCode()).isEqualTo(404);
		this.engine.getTaskService()
			.setAssignee(this.people.task(this.number, "userTask_takeOver").getId(), "filasexperta");
		this.engine.getTaskService().setAssignee(this.people.task(this.number, "userTask_takeOver").getId(), null);
		assertThat(client("filasexperta").send("GET", "/casos/" + this.number).statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "supervisor, 200, true", "gerente, 200, true", "arquitecto, 200, false", "ejecutivo, 200, false",
			"problemas, 200, false", "tecnologia, 200, true", "agente, 200, true", "finanzas, 404, false" })
	@DisplayName("Who works across teams sees all; contacts' data is for who works the case, supervision and who calls")
	void contacts(String reader, int status, boolean contacts) {
		assertThat(client("agente")
			.json("POST", "/api/escalations/" + this.number + "/details",
					"{\"kind\": \"CONTACT\", \"text\": \"Inés, 699 000 111\"}")
			.statusCode()).isEqualTo(201);

		HttpResponse<String> page = client(reader).send("GET", "/casos/" + this.number);
		HttpResponse<String> api = client(reader).send("GET", "/api/escalations/" + this.number);

		assertThat(page.statusCode()).isEqualTo(status);
		assertThat(api.statusCode()).isEqualTo(status);
		assertThat(page.body().contains("• Contacto: Inés, 699 000 111")).isEqualTo(contacts);
		assertThat(api.body().contains("\"CONTACT\"")).isEqualTo(contacts);
		assertThat(ok(client(reader), "/api/customers/" + CUSTOMER).contains("ines@faros.example")).isEqualTo(contacts);
		assertThat(ok(client(reader), "/api/cases?search=ines@faros.example").contains(this.number.value()))
			.isEqualTo(contacts);
	}

	@Test
	@DisplayName("A decision is for everybody, about whom it was for those who see the request")
	void decisions() {
		String decision = "DEC-1997-000777";
		this.jdbc
			.sql("""
					INSERT INTO ruling (number, request_number, party, topic, situations, subject, outcome, decision, reasoning, standing, decided_by,
					  group_id, decided_at)
					VALUES (?, 'SOL-1997-000777', 'Faros del Sur', 'PRICE', '{}', 'Descuento del faro', 'GRANTED', 'Sí.', 'Cliente fiel.', false,
					  'finanzas', 'finance', now())""")
			.param(decision)
			.update();
		try {
			for (String address : List.of("/decisiones/" + decision, "/api/decisions/" + decision,
					"/api/decisions?text=faro&size=200")) {
				assertThat(ok(this.stranger, address)).contains("Descuento del faro", "Faros del Sur");
				assertThat(ok(this.theirs, address)).contains("Descuento del faro").doesNotContain("Faros del Sur");
			}
		}
		finally {
			this.jdbc.sql("DELETE FROM ruling WHERE number = ?").param(decision).update();
			this.jdbc.sql("DELETE FROM case_party WHERE number = 'SOL-1997-000777'").update();
		}
	}

	@Test
	@DisplayName("Where all is open, every login sees every case, and still not every contact")
	void open() {
		Visibility team = new Visibility(this.user, this.parties, this.tasks, Visibility.Mode.TEAM);
		Visibility open = new Visibility(this.user, this.parties, this.tasks, Visibility.Mode.OPEN);

		assertThat(as("finanzas", List.of("finance"), () -> team.sees(this.number))).isFalse();
		assertThat(as("finanzas", List.of("finance"), () -> open.sees(this.number))).isTrue();
		assertThat(as("finanzas", List.of("finance"), () -> open.readsContacts(this.number))).isFalse();
		assertThat(as("x", List.of("supervisors"), () -> team.sees(this.number))).isTrue();
		assertThat(team.sees(this.number)).as("Escala itself").isTrue();
	}

	private <T> T as(String id, List<String> groups, Supplier<T> asked) {
		this.engine.getIdentityService().setAuthentication(id, groups);
		try {
			return asked.get();
		}
		finally {
			this.engine.getIdentityService().clearAuthentication();
		}
	}

	private StaffClient client(String id) {
		return StaffClient.basic(this.port, id, CaseDriver.PASSWORD);
	}

	private static String ok(StaffClient reader, String address) {
		HttpResponse<String> answer = reader.send("GET", address);
		assertThat(answer.statusCode()).as(address + " " + answer.body()).isEqualTo(200);
		return answer.body();
	}

}
