package dev.escala.stored;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import dev.escala.EscalaApplication;
import dev.escala.clock.ServiceClock;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.reference.CaseNumber;
import dev.escala.support.CaseDriver;
import dev.escala.support.Forms;
import dev.escala.support.StaffClient;
import dev.escala.support.TestServices;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fills an empty database with a case at each place where one can wait. Run by hand, on
 * the build whose data a later one is to carry on, with
 * {@code -Dtest=StoredCasesMaker -Dstored.database=jdbc:postgresql://…}; what comes then
 * stands in {@code stored-cases/README.md}. It works by forms, jobs and the API alone,
 * which change less than classes do.
 */
@SpringBootTest(classes = EscalaApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "camunda.bpm.job-execution.enabled=false", "escala.notification.dispatch=false",
				"escala.monitoring.enabled=false", "escala.recalculation.enabled=false",
				"escala.first-notice.enabled=false", "escala.calendar-years.enabled=false",
				"escala.stand-ins.enabled=false", "server.address=127.0.0.1", "escala.login.hash-memory=1MB" })
@ContextConfiguration(initializers = StoredCasesMaker.Database.class)
@EnabledIfSystemProperty(named = StoredCasesMaker.PROPERTY, matches = ".+")
@DisplayName("Makes stored cases")
class StoredCasesMaker {

	static final String PROPERTY = "stored.database";

	/** Four in the afternoon in Madrid, on a Tuesday: when the database was stored. */
	static final Instant STORED_AT = Instant.parse("2026-11-24T15:00:00Z");

	private static final Instant A_DAY_BEFORE = STORED_AT.minus(Duration.ofDays(1));

	@LocalServerPort
	private int port;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private Customers customers;

	private CaseDriver people;

	private final Map<StoredCase, CaseNumber> numbers = new EnumMap<>(StoredCase.class);

	@Test
	@DisplayName("one at each place where a case can wait")
	void oneAtEachPlace() {
		CaseDriver.travelTo(A_DAY_BEFORE);
		this.people = new CaseDriver(this.engine);
		this.people.staff();
		customer("NORTE", "Hospital del Norte", Tier.GOLD, "compras@norte.example");
		customer("SUR", "Talleres del Sur", Tier.STANDARD, "taller@sur.example");
		customer("MUDO", "Bodegas sin Correo", Tier.STANDARD, null);

		ended();
		late();
		reopenedAndAnalysed();
		created();
		communicated();
		resolved();
		closing();
		request();

		ClockUtil.reset();
		assertThat(this.numbers).containsOnlyKeys(StoredCase.values());
	}

	private void created() {
		reported(StoredCase.UNIDENTIFIED, Forms.report("Ferretería Osuna"));
		reported(StoredCase.MAJOR, Forms.with(severe(), "major", true));
		reported(StoredCase.REPORTED, moderate());
	}

	private void communicated() {
		planning(StoredCase.PLANNING, moderate());
		working(StoredCase.UNTOLD, Forms.with(moderate(), "customer", "MUDO"));
		CaseNumber read = planning(StoredCase.PLAN_READ,
				Forms.with(severe(), "customer", "SUR", "impact", "HIGH", "urgency", "HIGH"));
		complete(read, "tecnologia", "userTask_preparePlan", Forms.plan());
		CaseNumber cleared = planning(StoredCase.PLAN_CLEARED, moderate());
		complete(cleared, "tecnologia", "userTask_preparePlan", Forms.plan());
	}

	/** What is reached only when time passes is reached when the database is stored. */
	private void late() {
		CaseDriver.travelTo(STORED_AT.minus(Duration.ofHours(5)));
		CaseNumber read = working(StoredCase.UPDATE_READ, moderate());
		CaseNumber sentBack = working(StoredCase.UPDATE_SENT_BACK, moderate());
		for (CaseNumber number : List.of(read, sentBack)) {
			this.people.runWhenDue(number, "event_firstUpdateDue");
			complete(number, "tecnologia", "userTask_updateCustomer",
					Map.of("customerMessage", "Su abogado recibe mañana el informe que pidió."));
		}
		complete(sentBack, "finanzas", "userTask_readMessage",
				Map.of("messageReading", "sendBack", "readingComment", "Nombre al perito, no al abogado."));
		CaseDriver.travelTo(STORED_AT.minus(Duration.ofHours(1)));
		this.people.miss(reported(StoredCase.DEADLINE_MISSED, severe()), ServiceClock.ACKNOWLEDGEMENT);
		assertThat(CaseDriver.now()).isEqualTo(STORED_AT);
	}

	private void resolved() {
		working(StoredCase.WORKING, moderate());
		CaseNumber paused = working(StoredCase.PAUSED, moderate());
		post(paused, "tecnologia", "/pause", "{\"reason\": \"CUSTOMER\", \"note\": \"¿Nos manda los registros?\"}");
		this.people.run(paused, "serviceTask_sendMessage");
		post(working(StoredCase.CONTACTED, moderate()), "agente", "/contacts", "{\"text\": \"¿Cómo va lo nuestro?\"}");
		post(working(StoredCase.MANAGER_WANTED, moderate()), "agente", "/contacts",
				"{\"text\": \"Quiero hablar con un gerente.\", \"asksFor\": \"MANAGER\"}");
		complete(working(StoredCase.DECISION_ASKED, moderate()), "tecnologia", "userTask_executePlan",
				Forms.exception("Saltarse el corte semanal."));
		proposed(StoredCase.PROMISE_PROPOSED);
		complete(proposed(StoredCase.PROMISE_AGREED), "tecnologia", "userTask_recordAnswer",
				Map.of("customerAnswer", "accepted"));
		CaseNumber verifying = working(StoredCase.VERIFYING, moderate());
		complete(verifying, "tecnologia", "userTask_executePlan", Forms.progress("done"));
		complete(verifying, "gerente", "userTask_declareResolution", Forms.declared("yes"));
	}

	private CaseNumber proposed(StoredCase stored) {
		CaseNumber number = working(stored, moderate());
		post(number, "tecnologia", "/promises", "{\"content\": \"Reenviar las facturas\"}");
		complete(number, "tecnologia", "userTask_askExpectation", Map.of("expectation", "Que lleguen esta semana",
				"expectedPriority", "SOLID", "expectedDate", "27/11/2026"));
		complete(number, "tecnologia", "userTask_estimateDate",
				Map.of("promiseContent", "Reenviar las facturas", "estimateHours", 4, "complexity", "SIMILAR",
						"capabilityConfirmed", true, "alternative", "Enviarlas hoy por correo", "alternativeHours", 1));
		this.people.run(number, "serviceTask_proposeDate");
		return number;
	}

	private void closing() {
		resolve(working(StoredCase.CLOSING, moderate()));
		analysing(StoredCase.RCA_WRITTEN);
		CaseNumber reviewed = analysing(StoredCase.RCA_REVIEWED);
		complete(reviewed, "problemas", "userTask_writeInternalRca", Forms.analysis("Nadie la vigilaba."));
		this.people.run(reviewed, "serviceTask_composeCustomerRca");
	}

	private void ended() {
		CaseNumber closed = analysing(StoredCase.CLOSED);
		complete(closed, "problemas", "userTask_writeInternalRca", Forms.analysis("Nadie la vigilaba."));
		this.people.run(closed, "serviceTask_composeCustomerRca");
		complete(closed, "arquitecto", "userTask_reviewCustomerRca", Map.of("rcaReview", "approved"));
		complete(closed, "ejecutivo", "userTask_shareRca", Map.of());
		this.people.run(closed, "serviceTask_sendRca");
		this.people.run(closed, "serviceTask_closeCase");
		for (StoredCase stored : List.of(StoredCase.CLOSED_WITHOUT, StoredCase.REOPENED,
				StoredCase.ANALYSED_AFTERWARDS)) {
			CaseNumber number = working(stored, moderate());
			resolve(number);
			complete(number, "tecnologia", "userTask_checkClosing", Forms.closing());
			this.people.run(number, "serviceTask_closeCase");
		}
		CaseNumber withdrawn = reported(StoredCase.WITHDRAWN, moderate());
		post(withdrawn, "agente", "/withdrawal", "{\"reason\": \"El cliente ya no lo necesita.\"}");
		CaseNumber duplicate = reported(StoredCase.DUPLICATE, moderate());
		post(duplicate, "agente", "/duplicate", "{\"duplicateOf\": \"%s\", \"reason\": \"Es el mismo fallo.\"}"
			.formatted(this.numbers.get(StoredCase.REOPENED)));
		this.people.run(withdrawn, "serviceTask_announceWithdrawal");
		this.people.run(duplicate, "serviceTask_announceDuplicate");
	}

	private void reopenedAndAnalysed() {
		post(this.numbers.get(StoredCase.REOPENED), "agente", "/reopening",
				"{\"reason\": \"Vuelven a faltar facturas.\"}");
		post(this.numbers.get(StoredCase.ANALYSED_AFTERWARDS), "gerente", "/rca-request",
				"{\"reason\": \"El cliente lo pide.\"}");
	}

	private void request() {
		this.people.start("internalRequest", "agente",
				Map.of("kind", "DECISION", "situations", List.of("SCOPE_BEYOND"), "party", "NORTE", "situation",
						"Piden un portal propio.", "request", "Un portal por una cuota fija.", "assessment",
						"Creo que no.", "neededBy", "25/11/2026", "customerDate", "26/11/2026"));
	}

	private CaseNumber analysing(StoredCase stored) {
		CaseNumber number = working(stored, severe());
		resolve(number);
		complete(number, "tecnologia", "userTask_checkClosing", Forms.closing());
		return number;
	}

	private void resolve(CaseNumber number) {
		complete(number, "tecnologia", "userTask_executePlan", Forms.progress("done"));
		complete(number, "gerente", "userTask_declareResolution", Forms.declared("yes"));
		complete(number, "arquitecto", "userTask_verifyResolution", Forms.verified("verified"));
		this.people.run(number, "serviceTask_announceResolution");
		complete(number, "ejecutivo", "userTask_confirmWithCustomer", Forms.usable("yes"));
	}

	private CaseNumber working(StoredCase stored, Map<String, Object> form) {
		CaseNumber number = planning(stored, form);
		complete(number, "tecnologia", "userTask_preparePlan", Forms.plan());
		this.people.run(number, "serviceTask_sendMessage");
		return number;
	}

	private CaseNumber planning(StoredCase stored, Map<String, Object> form) {
		CaseNumber number = reported(stored, form);
		complete(number, "tecnologia", "userTask_takeOver", Forms.takeOver());
		this.people.run(number, "serviceTask_announceEscalation");
		return number;
	}

	private CaseNumber reported(StoredCase stored, Map<String, Object> form) {
		CaseNumber number = this.people.report("agente", Forms.with(form, "subject", stored.subject()));
		this.numbers.put(stored, number);
		return number;
	}

	private void complete(CaseNumber number, String user, String task, Map<String, Object> form) {
		this.people.complete(number, user, task, form);
	}

	private void post(CaseNumber number, String user, String path, String body) {
		HttpResponse<String> answer = StaffClient.basic(this.port, user, CaseDriver.PASSWORD)
			.json("POST", "/api/escalations/" + number + path, body);
		assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
	}

	private void customer(String code, String name, Tier tier, String email) {
		this.customers.create(new SaveCustomer(code, name, tier, "es",
				List.of(new Customer.Contact("Compras", email, "600 000 000", true)), List.of()));
	}

	private static Map<String, Object> moderate() {
		return Forms.with(severe(), "impact", "LOW", "urgency", "LOW");
	}

	private static Map<String, Object> severe() {
		return Forms.report("NORTE");
	}

	/** The database that is to be filled, and the mail server of the tests. */
	static class Database implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			TestPropertyValues
				.of("spring.datasource.url=" + System.getProperty(PROPERTY), "spring.datasource.username=postgres",
						"spring.datasource.password=postgres", "spring.mail.host=127.0.0.1",
						"spring.mail.port=" + TestServices.mail().getSmtp().getPort())
				.applyTo(context);
		}

	}

}
