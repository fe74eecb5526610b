package dev.escala.escalation.process;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.escala.clock.ServiceClock;
import dev.escala.customer.Customer;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.escalation.CaseDetail;
import dev.escala.escalation.Outcome;
import dev.escala.escalation.Phase;
import dev.escala.escalation.course.DuplicateCase;
import dev.escala.escalation.course.EndCase;
import dev.escala.escalation.course.ReopenCase;
import dev.escala.matter.Matters;
import dev.escala.matter.Severity;
import dev.escala.observation.Observation;
import dev.escala.observation.Observation.Ending;
import dev.escala.observation.Observations;
import dev.escala.promise.MakePromise;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.ApiClient;
import dev.escala.support.AtOnce;
import dev.escala.support.CaseDriver;
import dev.escala.support.Forms;
import dev.escala.support.StaffClient;
import dev.escala.timeline.Timeline;
import dev.escala.timeline.TimelineEntry;
import dev.escala.validation.ConflictException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

abstract class ObservationStories extends EscalationStory {

	private static final String CALL = "userTask_callCustomer";

	private static final UserId OWNER = new UserId("tecnologia");

	/** Three whole working days after Monday. */
	private static final Instant THURSDAY_AT_SIX = Instant.parse("2026-11-26T17:00:00Z");

	private static final Instant WEDNESDAY_AT_TEN = Instant.parse("2026-11-25T09:00:00Z");

	@Autowired
	private Observations observations;

	@Autowired
	private ReopenCase reopening;

	@Autowired
	private EndCase endings;

	@Autowired
	private DuplicateCase duplicates;

	@Autowired
	private MakePromise promises;

	@Autowired
	private Matters matters;

	@Autowired
	private Timeline timeline;

	@LocalServerPort
	private int pages;

	@Test
	@DisplayName("A closed case is observed, the customer reads until when, is asked on their page and agrees, once (001-35)")
	void agreed() {
		CaseNumber number = closed(moderate());

		Observation observed = this.observations.current(number).orElseThrow();
		assertThat(observed.until()).isEqualTo(THURSDAY_AT_SIX);
		assertThat(mail(number, "closed")).contains("Seguimos atentos hasta el jueves 26 de noviembre");
		assertThat(page(number))
			.contains("Su caso está cerrado", "Seguimos atentos",
					"Hasta el jueves 26 de noviembre, 18:00. Si vuelve a ocurrir, díganoslo aquí y lo retomamos.",
					"Ha vuelto a ocurrir")
			.doesNotContain("Sí, está resuelto");
		assertThat(post(number, "resuelto", "")).as("not asked yet").isEqualTo(409);
		this.people.runWhenDue(number, "event_periodOver");

		assertThat(mail(number, "observed-" + observed.id())).contains("¿sigue todo resuelto?",
				"hasta el martes 1 de diciembre, 18:00", "«Ha vuelto a ocurrir»");
		assertThat(page(number)).contains("Sí, está resuelto", "Le preguntamos si todo sigue resuelto.");
		assertThat(post(number, "resuelto", "")).isEqualTo(302);
		assertThat(post(number, "resuelto", "")).as("a second click").isEqualTo(409);

		assertThat(endings(number)).containsExactly(Ending.AGREED);
		assertThat(this.people.passed(number)).contains("event_endAgreed").doesNotContain("event_answerLate");
		assertThat(this.people.instances(number)).isEmpty();
		assertThat(history(number)).anyMatch((text) -> text.startsWith("El cliente confirma que sigue resuelto"));
		assertThat(page(number)).contains("¿Ha vuelto a ocurrir?").doesNotContain("Seguimos atentos");
		assertThat(this.escalations.get(number).outcome()).isEqualTo(Outcome.CLOSED_WITHOUT_RCA);
	}

	@Test
	@DisplayName("Who says nothing after having been asked is not waited for without end: it ends by itself, as such")
	void unanswered() {
		CaseNumber number = closed(moderate());
		this.people.runWhenDue(number, "event_periodOver");
		assertThat(this.observations.current(number).orElseThrow().answerUntil()).isEqualTo("2026-12-01T17:00:00Z");

		long mail = this.jdbc.sql("""
				INSERT INTO inbound_mail (mailbox, uid_validity, uid, received_at, source, source_hash, cut, status,
				  due_at, suggestions) VALUES ('INBOX', 1, 1, now(), '', '', false, 'WAITING', now(), ARRAY[?])
				RETURNING id
				""").param(number.value()).query(Long.class).single();
		this.people.runWhenDue(number, "event_answerLate");
		assertThat(endings(number)).as("a mail of theirs that nobody has read is no silence").containsOnlyNulls();
		this.jdbc.sql("DELETE FROM inbound_mail WHERE id = ?").param(mail).update();

		this.people.runWhenDue(number, "event_answerLate");

		assertThat(endings(number)).containsExactly(Ending.UNANSWERED);
		assertThat(this.people.passed(number)).contains("event_endUnanswered").doesNotContain("event_endAgreed");
		assertThat(this.people.instances(number)).isEmpty();
		assertThat(history(number))
			.contains("El cliente no ha contestado a tiempo: termina la observación sin su confirmación.");
	}

	@Test
	@DisplayName("The customer says on the page that it has come back: reopened with the clocks right, and the owner hears of it")
	void customerSaysSo() {
		CaseNumber number = closed(moderate());
		CaseDriver.travelTo(WEDNESDAY_AT_TEN);

		assertThat(post(number, "reapertura", "text=Vuelven+a+faltar" + "+facturas".repeat(300))).isEqualTo(302);

		assertReopened(number);
		assertThat(deadline(number, ServiceClock.CONTACT_REPLY).isOpen()).isTrue();
		assertThat(mailToOwner(number)).contains("Vuelven a faltar", "se reabrió por sí solo");
		assertThat(page(number)).doesNotContain("Seguimos atentos");
	}

	@Test
	@DisplayName("Whoever rates a case as not solved while it is observed has said that it is not over")
	void ratedAsNotSolved() {
		CaseNumber number = closed(moderate());
		CaseDriver.travelTo(WEDNESDAY_AT_TEN);

		assertThat(post(number, "opinion", "heard=yes&solved=no&score=2&comment=Sigue+igual")).isEqualTo(302);

		assertReopened(number);
		assertThat(this.people.tasks(number)).contains("userTask_replyToContact");
	}

	@Test
	@DisplayName("An incident of the same customer and service reopens the case and goes on there; another service is a case of its own")
	void reportedByApi() {
		CaseNumber number = closed(Forms.with(moderate(), "service", "Portal de facturas"));
		CaseDriver.travelTo(WEDNESDAY_AT_TEN);
		ApiClient agent = agent();

		CaseNumber other = new CaseNumber(
				agent.post("/api/escalations", report("Correo")).json().at("/number").asText());
		assertThat(this.escalations.get(other).isOpen()).isTrue();
		assertThat(this.observations.current(number)).isPresent();
		ApiClient.Answer answer = agent.post("/api/escalations", report("portal de facturas"));

		assertThat(answer.status()).as(answer.text()).isEqualTo(201);
		assertThat(answer.json().at("/outcome").asText()).isEqualTo("DUPLICATE");
		assertThat(answer.json().at("/duplicateOf").asText()).isEqualTo(number.value());
		CaseNumber again = new CaseNumber(answer.json().at("/number").asText());
		assertReopened(number);
		assertThat(this.escalations.get(number).severity()).as("it came back worse").isEqualTo(Severity.HIGH);
		assertThat(this.escalations.details(number)).extracting(CaseDetail::text)
			.contains(again.value(), "INC0099", "Falta el abono");
		this.people.run(again, "serviceTask_announceDuplicate");
		assertThat(this.people.left(again)).isEmpty();
		assertThat(this.observations.all(again)).as("a duplicate is not observed").isEmpty();
	}

	@Test
	@DisplayName("An incident that is imported from another system reopens the case as well, and is not imported twice")
	void imported() {
		CaseNumber number = closed(Forms.with(moderate(), "service", "CI-4711"));
		CaseDriver.travelTo(WEDNESDAY_AT_TEN);
		byte[] file = """
				number,incident_state,active,reassignment_count,reopen_count,made_sla,caller_id,opened_at,sys_updated_at,\
				category,subcategory,u_symptom,cmdb_ci,impact,urgency,priority,assignment_group,problem_id,closed_code,\
				resolved_at,closed_at
				INC7700001,Active,TRUE,0,0,FALSE,NORTE,24-11-2026 12:00,24-11-2026 12:30,Category 55,?,?,ci-4711,3 - Low,\
				3 - Low,2 - High,Group 56,Problem ID 9,?,?,?
				"""
			.getBytes(StandardCharsets.UTF_8);
		ApiClient supervisor = ApiClient.of(this.pages, this.engine.getIdentityService(), "obs-supervisor",
				"supervisors");

		String first = supervisor.postCsv("/api/imports/servicenow", file).text();
		String second = supervisor.postCsv("/api/imports/servicenow", file).text();

		assertThat(first).contains("\"started\":1");
		assertThat(second).contains("\"known\":1");
		assertReopened(number);
		assertThat(this.escalations.details(number)).extracting(CaseDetail::text)
			.contains("INC7700001", "Problem ID 9");
		assertThat(this.escalations.get(number).severity()).as("never less than it was").isEqualTo(Severity.MODERATE);
	}

	@Test
	@DisplayName("A word given while the case is observed, and broken, reopens it and makes it worse")
	void promiseBroken() {
		CaseNumber number = closed(moderate());
		CaseDriver.travelTo(Instant.parse("2026-11-25T08:00:00Z"));
		this.promises.start(number, OWNER, "Enviar la factura corregida", null);
		this.people.complete(number, "tecnologia", "userTask_askExpectation",
				Map.of("expectation", "Hoy", "expectedPriority", "DATE"));
		this.people.complete(number, "tecnologia", "userTask_estimateDate", Map.of("promiseContent",
				"Enviar la factura corregida", "estimateHours", 1, "complexity", "KNOWN", "capabilityConfirmed", true));
		this.people.run(number, "serviceTask_proposeDate");
		assertThat(page(number)).contains("¿Le parece bien esta fecha?");
		this.people.complete(number, "tecnologia", "userTask_recordAnswer", Map.of("customerAnswer", "accepted"));
		assertThat(this.escalations.get(number).isOpen()).isFalse();

		this.people.runWhenDue(number, "event_promiseOver");

		assertThat(this.escalations.get(number).phase()).isEqualTo(Phase.RESOLVE);
		assertThat(this.escalations.get(number).severity()).isEqualTo(Severity.HIGH);
		assertThat(endings(number)).containsExactly(Ending.REOPENED);
		assertThat(this.people.tasks(number)).contains("userTask_executePlan", "userTask_apologise");
		assertThat(mailToOwner(number)).contains("Se incumplió un compromiso");
		assertThat(deadline(number, ServiceClock.RESOLUTION).isOpen()).isTrue();
	}

	@Test
	@DisplayName("Staff reopen an observed case; closed again it is observed anew, and the customer is told and asked anew")
	void reopenedByStaff() {
		CaseNumber number = closed(moderate());
		CaseDriver.travelTo(WEDNESDAY_AT_TEN);

		this.reopening.reopen(number, new UserId("agente"), "Vuelven a faltar facturas.");

		assertReopened(number);
		assertThat(told(number, "reopened-")).as("a colleague knows").isEmpty();
		close(number);
		assertThat(this.observations.current(number).orElseThrow().until()).isEqualTo("2026-11-30T17:00:00Z");
		assertThat(mail(number, "closed-1")).contains("lunes 30 de noviembre");
		this.people.runWhenDue(number, "event_periodOver");
		assertThat(post(number, "resuelto", "")).isEqualTo(302);
		assertThat(endings(number)).containsExactly(Ending.REOPENED, Ending.AGREED);
		assertThat(this.people.left(number)).isEmpty();
	}

	@Test
	@DisplayName("Two who say at the same moment that it came back reopen it once; so does who comes with the timer")
	void atOnce() throws Exception {
		CaseNumber number = closed(moderate());
		CaseDriver.travelTo(WEDNESDAY_AT_TEN);
		Callable<Boolean> staff = () -> reopens(number, new UserId("agente"));
		Callable<Boolean> customer = () -> reopens(number, UserId.CUSTOMER);

		assertThat(AtOnce.call(staff, customer)).containsExactlyInAnyOrder(true, false);

		assertReopened(number);
		assertThat(history(number)).filteredOn((text) -> text.startsWith("Se reabrió el caso")).hasSize(1);
		CaseNumber asked = closed(moderate());
		CaseDriver.travelTo(this.observations.current(asked).orElseThrow().until());
		String timer = this.people.jobIds(asked, "event_periodOver").get(0);
		AtOnce.call(() -> reopens(asked, new UserId("agente")), () -> runs(timer));
		assertThat(endings(asked)).containsExactly(Ending.REOPENED);
		assertThat(this.people.jobs(asked)).doesNotContain("event_periodOver", "event_answerLate");
	}

	@Test
	@DisplayName("A customer without an address is asked by telephone; what they say ends the observation or reopens the case")
	void asksByTelephone() {
		if (this.customers.findByCode("OBSTEL").isEmpty()) {
			this.customers.create(new SaveCustomer("OBSTEL", "Bodegas Obs", Tier.GOLD, "es",
					List.of(new Customer.Contact("Ana Ruiz", null, "600 123 456", true)), List.of()));
		}
		CaseNumber number = asked();
		assertThat(
				(String) this.engine.getTaskService().getVariable(this.people.task(number, CALL).getId(), "callText"))
			.contains("¿sigue todo resuelto?");
		assertThatThrownBy(() -> this.people.complete(number, "tecnologia", CALL, call("answered", null, "Contenta.")))
			.hasMessageContaining("sigue resuelto o ha vuelto");
		this.people.complete(number, "tecnologia", CALL, call("answered", "yes", "Contenta."));
		assertThat(endings(number)).containsExactly(Ending.AGREED);
		assertThat(this.people.left(number)).isEmpty();

		CaseNumber back = asked();
		this.people.complete(back, "tecnologia", CALL, call("answered", "no", "Otra vez igual."));
		assertThat(endings(back)).containsExactly(Ending.REOPENED);
		assertThat(this.escalations.get(back).phase()).isEqualTo(Phase.RESOLVE);

		CaseNumber silent = asked();
		this.people.runWhenDue(silent, "event_answerLate");
		assertThat(this.people.left(silent)).as("nobody calls any more").isEmpty();
	}

	@Test
	@DisplayName("What is mild, was withdrawn or goes on elsewhere is not observed")
	void notObserved() {
		CaseNumber mild = closed(Forms.with(Forms.report("SUR"), "impact", "LOW", "urgency", "LOW"));
		assertThat(this.people.passed(mild)).contains("event_endNotObserved");
		assertThat(mail(mild, "closed")).doesNotContain("Seguimos atentos");
		CaseNumber withdrawn = working(moderate());
		this.endings.withdraw(withdrawn, OWNER, "Era una prueba.");
		CaseNumber duplicate = working(moderate());
		this.duplicates.markDuplicate(duplicate, OWNER, mild.value(), "Es lo mismo.");

		for (CaseNumber number : List.of(mild, withdrawn, duplicate)) {
			assertThat(this.observations.all(number)).isEmpty();
			assertThat(this.people.jobs(number)).doesNotContain("event_periodOver");
		}
	}

	/** Reopened on Wednesday at ten, of a case that was resolved on Monday at four. */
	private void assertReopened(CaseNumber number) {
		assertThat(this.escalations.get(number).phase()).isEqualTo(Phase.RESOLVE);
		assertThat(endings(number)).containsExactly(Ending.REOPENED);
		assertThat(this.people.passed(number)).contains("event_endReopened");
		assertThat(this.people.task(number, "userTask_executePlan").getAssignee()).isEqualTo("tecnologia");
		assertThat(this.people.jobs(number)).doesNotContain("event_periodOver", "event_answerLate");
		// Of Monday's and Tuesday's hours only Tuesday's were resolved.
		assertThat(deadline(number, ServiceClock.RESOLUTION).startedAt()).isEqualTo(MONDAY_AT_TEN);
		assertThat(deadline(number, ServiceClock.RESOLUTION).isOpen()).isTrue();
		if (this.escalations.get(number).severity() == Severity.MODERATE) {
			assertThat(deadline(number, ServiceClock.RESOLUTION).dueAt()).isEqualTo("2026-12-01T17:00:00Z");
		}
		assertThat(watched(number)).contains(ServiceClock.RESOLUTION, ServiceClock.UPDATE, ServiceClock.ACTIVITY);
		assertThat(this.matters.processInstanceId(number)).isPresent();
	}

	private boolean reopens(CaseNumber number, UserId by) {
		try {
			this.matters.reopen(number, by, "Vuelven a faltar.");
			return true;
		}
		catch (ConflictException ex) {
			return false;
		}
	}

	private boolean runs(String job) {
		try {
			this.engine.getManagementService().executeJob(job);
			return true;
		}
		catch (RuntimeException ex) {
			// Whoever comes too late is tried again by the job executor, and finds
			// nothing.
			return false;
		}
	}

	/** A case of a customer without an address, closed, and its period over. */
	private CaseNumber asked() {
		CaseDriver.travelTo(MONDAY_AT_TEN);
		CaseNumber number = reported(Forms.with(moderate(), "customer", "OBSTEL"));
		this.people.complete(number, "tecnologia", "userTask_takeOver", Forms.takeOver());
		this.people.run(number, "serviceTask_announceEscalation");
		this.people.complete(number, "tecnologia", "userTask_reachCustomers",
				Map.of("pendingCustomers", this.people.offered(number, "userTask_reachCustomers", "openNotices"),
						"noticeOutcome", "told", "noticeReason", "La llamé."));
		this.people.complete(number, "tecnologia", "userTask_preparePlan", Forms.plan());
		this.people.run(number, "serviceTask_sendMessage");
		close(number);
		settleCalls(number);
		this.people.runWhenDue(number, "event_periodOver");
		return number;
	}

	private void settleCalls(CaseNumber number) {
		this.engine.getTaskService()
			.createTaskQuery()
			.processInstanceBusinessKey(number.value())
			.taskDefinitionKey(CALL)
			.initializeFormKeys()
			.list()
			.forEach((task) -> this.people.complete(task, "tecnologia", call("told", null, "Bien.")));
	}

	private static Map<String, Object> call(String outcome, String solved, String note) {
		return (solved == null) ? Map.of("callOutcome", outcome, "callNote", note)
				: Map.of("callOutcome", outcome, "stillSolved", solved, "callNote", note);
	}

	/** A case that was resolved and closed on Monday at four in the afternoon. */
	private CaseNumber closed(Map<String, Object> form) {
		CaseDriver.travelTo(MONDAY_AT_TEN);
		CaseNumber number = working(form);
		CaseDriver.travelTo(Instant.parse("2026-11-23T15:00:00Z"));
		close(number);
		return number;
	}

	private void close(CaseNumber number) {
		resolve(number, "tecnologia");
		this.people.complete(number, "tecnologia", "userTask_checkClosing", Forms.closing());
		this.people.run(number, "serviceTask_closeCase");
	}

	private List<Ending> endings(CaseNumber number) {
		return this.observations.all(number).stream().map(Observation::ending).toList();
	}

	private List<String> history(CaseNumber number) {
		return this.timeline.entries(number).stream().map(TimelineEntry::text).toList();
	}

	private ApiClient agent() {
		return ApiClient.of(this.pages, this.engine.getIdentityService(), "obs-agent", "agents");
	}

	private static String report(String service) {
		return """
				{"customer": "NORTE", "origin": "CUSTOMER", "reason": "KNOWLEDGE", "criterion": "TECHNICAL",
				 "speciality": "TECHNOLOGY", "subject": "Otra vez sin facturas", "description": "No llega ninguna.",
				 "impact": "MEDIUM", "urgency": "HIGH", "service": "%s", "customerIssues": ["Falta el abono"],
				 "linkedRecords": ["INC0099"]}
				""".formatted(service);
	}

	private String mail(CaseNumber number, String step) {
		return this.jdbc
			.sql("SELECT text_body FROM outbox_message WHERE case_number = ? AND step = ?"
					+ " AND recipient NOT LIKE '%@escala.example'")
			.params(number.value(), step)
			.query(String.class)
			.single();
	}

	private String mailToOwner(CaseNumber number) {
		return this.jdbc
			.sql("SELECT text_body FROM outbox_message WHERE case_number = ? AND step LIKE 'reopened-%'"
					+ " AND recipient = 'tecnologia@escala.example'")
			.param(number.value())
			.query(String.class)
			.single();
	}

	private String page(CaseNumber number) {
		return StaffClient.anonymous(this.pages).send("GET", link(number)).body();
	}

	private int post(CaseNumber number, String form, String body) {
		return StaffClient.anonymous(this.pages)
			.submit("POST", link(number) + "/" + form, "application/x-www-form-urlencoded", body)
			.statusCode();
	}

	private String link(CaseNumber number) {
		this.people.deliver();
		Matcher link = Pattern.compile("/seguimiento/[A-Za-z0-9_-]{43}")
			.matcher(this.jdbc
				.sql("SELECT text_body FROM outbox_message WHERE case_number = ? AND text_body LIKE '%/seguimiento/%'"
						+ " ORDER BY id DESC LIMIT 1")
				.param(number.value())
				.query(String.class)
				.single());
		assertThat(link.find()).isTrue();
		return link.group();
	}

}
