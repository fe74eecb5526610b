package dev.escala.rootcause.process;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import dev.escala.access.Role;
import dev.escala.card.CardSection;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.lessons.Lesson;
import dev.escala.lessons.Lessons;
import dev.escala.matter.MatterVariables;
import dev.escala.notification.Outbox;
import dev.escala.notification.OutboxMessage;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.rootcause.RcaRequests;
import dev.escala.rootcause.RcaRequests.Answer;
import dev.escala.rootcause.RcaStatus;
import dev.escala.rootcause.RootCauseAnalyses;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.Forms;
import dev.escala.timeline.Timeline;
import dev.escala.validation.ConflictException;
import dev.escala.validation.ForbiddenException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EscalaTest
@DisplayName("The process of a root-cause analysis")
class RootCauseAnalysisProcessTests {

	private static final Map<String, Object> ANALYSIS = Forms.analysis("El equipo de Tecnología no recibió el aviso.",
			"rcaActions", "Vigilar la cola | aruiz | 01/12/2199");

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private RuntimeService runtime;

	@Autowired
	private TaskService tasks;

	@Autowired
	private FormService forms;

	@Autowired
	private ManagementService management;

	@Autowired
	private IdentityService identity;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Customers customers;

	@Autowired
	private RootCauseAnalyses analyses;

	@Autowired
	private RcaRequests requests;

	@Autowired
	private List<CardSection> cardSections;

	@Autowired
	private Outbox outbox;

	@Autowired
	private Lessons lessons;

	@Autowired
	private Timeline timeline;

	private final CaseNumber number = new CaseNumber(
			"ESC-2026-" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT));

	private ProcessInstance instance;

	@BeforeEach
	void usesTheApplicationsEngine() {
		BpmnAwareTests.init(this.engine);
		CaseDriver people = new CaseDriver(this.engine);
		people.staff();
		people.person("aruiz", Role.TECHNOLOGY);
		User ana = this.identity.createUserQuery().userId("aruiz").singleResult();
		ana.setFirstName("Ana");
		ana.setLastName("Ruiz");
		this.identity.saveUser(ana);
	}

	@AfterEach
	void nobodyActsAnyMore() {
		this.identity.clearAuthentication();
		BpmnAwareTests.reset();
	}

	@Test
	@DisplayName("is approved at first, and the customer reads it once, without internals (001-30 to 001-32)")
	void isApprovedAtFirst() {
		givenAnalysisOfARunningCase("marta@cliente.example");

		complete(RootCauseProcess.WRITE, "problemas", Role.PROBLEM_COORDINATORS, ANALYSIS);
		runJob("serviceTask_composeCustomerRca");
		complete(RootCauseProcess.REVIEW, "arquitecto", Role.ARCHITECTS, Map.of("rcaReview", "approved"));
		complete(RootCauseProcess.SHARE, "ejecutivo", Role.EXECUTIVES, Map.of("shareNote", "Ya lo espera."));
		runJob("serviceTask_sendRca");

		BpmnAwareTests.assertThat(this.instance)
			.isEnded()
			.hasPassed("event_rcaShared")
			.hasNotPassed(RootCauseProcess.CORRECT)
			.variables()
			.isEmpty();
		assertThat(this.analyses.find(this.number)).get()
			.satisfies((rca) -> assertThat(rca.status()).isEqualTo(RcaStatus.SHARED))
			.satisfies((rca) -> assertThat(rca.customerVersion().text())
				.contains("Su servicio se detuvo a las 9:00.", "2. Un aviso no llegó.", "1 de diciembre de 2199")
				.doesNotContain("Ana Ruiz", "Tecnología", "Vigilar la cola", "Una cola llena avisa"));
		assertThat(this.outbox.messages(this.number)).filteredOn((message) -> !message.step().startsWith("action-"))
			.singleElement()
			.extracting(OutboxMessage::step, OutboxMessage::recipient)
			.containsExactly("rca", "marta@cliente.example");
		assertThat(this.lessons.lessons(this.number)).extracting(Lesson::text, Lesson::author)
			.containsExactly(org.assertj.core.groups.Tuple.tuple("Una cola llena avisa.", new UserId("problemas")));
		assertThat(this.timeline.entries(this.number)).extracting((entry) -> entry.actor().value())
			.containsExactly("problemas", "sistema", "arquitecto", "ejecutivo", "ejecutivo");
		assertNothingIsLeft();
	}

	@Test
	@DisplayName("is corrected by its author and then approved by somebody else")
	void isCorrected() {
		givenAnalysisInReview();

		complete(RootCauseProcess.REVIEW, "gerente", Role.MANAGERS,
				Map.of("rcaReview", "correct", "reviewNote", "Diga desde qué hora."));
		assertThat(card(RootCauseProcess.CORRECT)).contains("Diga desde qué hora.");
		assertThat(this.tasks.getVariableLocal(task(RootCauseProcess.CORRECT).getId(), "customerRcaText").toString())
			.startsWith("Usted merece saber");
		complete(RootCauseProcess.CORRECT, "problemas", Role.PROBLEM_COORDINATORS,
				Map.of("customerRcaText", "Ocurrió desde las 9:00."));
		assertThat(card(RootCauseProcess.REVIEW)).contains("Ocurrió desde las 9:00.", "Diga desde qué hora.");
		complete(RootCauseProcess.REVIEW, "gerente", Role.MANAGERS, Map.of("rcaReview", "approved"));

		BpmnAwareTests.assertThat(this.instance)
			.isWaitingAt(RootCauseProcess.SHARE)
			.hasPassedInOrder(RootCauseProcess.WRITE, RootCauseProcess.CORRECT, RootCauseProcess.REVIEW);
		assertThat(this.analyses.find(this.number).orElseThrow().customerVersion().text())
			.isEqualTo("Ocurrió desde las 9:00.");
	}

	@Test
	@DisplayName("is done again from what was written, and composed anew")
	void isRedone() {
		givenAnalysisInReview();

		complete(RootCauseProcess.REVIEW, "arquitecto", Role.ARCHITECTS,
				Map.of("rcaReview", "redo", "reviewNote", "Esa no es la raíz."));
		assertThat(card(RootCauseProcess.WRITE)).contains("Esa no es la raíz.");
		assertThat(this.tasks.getVariablesLocal(task(RootCauseProcess.WRITE).getId())).containsAllEntriesOf(ANALYSIS);
		complete(RootCauseProcess.WRITE, "problemas", Role.PROBLEM_COORDINATORS,
				Forms.analysis("Nadie vigilaba la caducidad.", "customerRcaCauses", "Nadie vigilaba la caducidad."));
		runJob("serviceTask_composeCustomerRca");

		BpmnAwareTests.assertThat(this.instance)
			.isWaitingAt(RootCauseProcess.REVIEW)
			.hasNotPassed(RootCauseProcess.CORRECT, RootCauseProcess.SHARE);
		assertThat(card(RootCauseProcess.REVIEW)).contains("1. Nadie vigilaba la caducidad.");
	}

	@Test
	@DisplayName("is not reviewed by its author, and stays where it is")
	void refusesItsAuthor() {
		givenAnalysisInReview();

		assertThatThrownBy(() -> complete(RootCauseProcess.REVIEW, "problemas", Role.PROBLEM_COORDINATORS,
				Map.of("rcaReview", "approved")))
			.hasMessageContaining("Quien escribió el análisis no puede revisarlo");

		assertThat(this.analyses.find(this.number).orElseThrow())
			.satisfies((rca) -> assertThat(rca.isWrittenBy(new UserId("problemas"))).isTrue())
			.satisfies((rca) -> assertThat(rca.isWrittenBy(new UserId("arquitecto"))).isFalse());
		BpmnAwareTests.assertThat(this.instance).isWaitingAt(RootCauseProcess.REVIEW);
		assertThat(this.analyses.find(this.number).orElseThrow().status()).isEqualTo(RcaStatus.IN_REVIEW);
	}

	@Test
	@DisplayName("names the wrong lines of what was typed, for colleagues and for the customer, and stays where it is")
	void refusesAWrongLine() {
		givenAnalysisOfARunningCase("marta@cliente.example");

		assertThatThrownBy(() -> complete(RootCauseProcess.WRITE, "problemas", Role.PROBLEM_COORDINATORS,
				Forms.with(ANALYSIS, "rcaActions", "Avisar | ANA RUÍZ | 01/12/2199\nVigilar | Ana | pronto",
						"customerRcaActions", "Avisarle | 01/12/2199 | hecha")))
			.hasMessageContainingAll(
					"Acciones, línea 2: «Ana» no está en el directorio. ¿Quiso decir Ana Ruiz (aruiz)? "
							+ "«pronto» no es una fecha dd/mm/aaaa.",
					"Acciones para el cliente, línea 1: la fecha 01/12/2199 está por venir");

		BpmnAwareTests.assertThat(this.instance).isWaitingAt(RootCauseProcess.WRITE);
		assertThat(this.analyses.find(this.number)).isEmpty();
	}

	@Test
	@DisplayName("does not go out with blame or a name of ours unless the reviewer says why (004-79)")
	void checksWhatTheCustomerReads() {
		givenAnalysisOfARunningCase("marta@cliente.example");
		complete(RootCauseProcess.WRITE, "problemas", Role.PROBLEM_COORDINATORS, Forms.with(ANALYSIS,
				"customerRcaCauses", "Fue una negligencia: Ana Ruiz no avisó al equipo de Finanzas."));
		runJob("serviceTask_composeCustomerRca");
		assertThat(card(RootCauseProcess.REVIEW)).contains("«negligencia»: Señala a otro.", "Menciona a «Ana Ruiz»",
				"Menciona «al equipo de Finanzas»");

		assertThatThrownBy(
				() -> complete(RootCauseProcess.REVIEW, "arquitecto", Role.ARCHITECTS, Map.of("rcaReview", "approved")))
			.hasMessageContaining("El texto tiene observaciones");
		BpmnAwareTests.assertThat(this.instance).isWaitingAt(RootCauseProcess.REVIEW);

		complete(RootCauseProcess.REVIEW, "arquitecto", Role.ARCHITECTS,
				Map.of("rcaReview", "approved", "reviewNote", "El cliente pidió los nombres."));
		BpmnAwareTests.assertThat(this.instance).isWaitingAt(RootCauseProcess.SHARE);
		assertThat(this.timeline.entries(this.number)).last()
			.satisfies((entry) -> assertThat(entry.text()).contains("El cliente pidió los nombres."));
	}

	@Test
	@DisplayName("is not shared while no contact of the customer has an address, and says what to complete (001-32)")
	void refusesToShareWithoutAddress() {
		givenAnalysisOfARunningCase(null);
		complete(RootCauseProcess.WRITE, "problemas", Role.PROBLEM_COORDINATORS, ANALYSIS);
		runJob("serviceTask_composeCustomerRca");
		complete(RootCauseProcess.REVIEW, "arquitecto", Role.ARCHITECTS, Map.of("rcaReview", "approved"));
		assertThat(card(RootCauseProcess.SHARE)).contains("complételo antes de compartir");

		assertThatThrownBy(() -> complete(RootCauseProcess.SHARE, "ejecutivo", Role.EXECUTIVES, Map.of()))
			.hasMessageContaining("Complete el correo de contacto del cliente C" + this.number.value().substring(9));

		BpmnAwareTests.assertThat(this.instance).isWaitingAt(RootCauseProcess.SHARE);
		assertThat(this.outbox.messages(this.number)).extracting(OutboxMessage::step).doesNotContain("rca");
	}

	@Test
	@DisplayName("starts once when it is asked for after closing (001-29)")
	void startsOnceAfterClosing() {
		givenCase("ENDED", "CLOSED_WITHOUT_RCA", "marta@cliente.example");

		acting("agente", Role.AGENTS);
		assertThatExceptionOfType(ForbiddenException.class)
			.isThrownBy(() -> this.requests.request(this.number, "Lo pide el cliente"));
		acting("gerente", Role.MANAGERS);
		assertThat(this.requests.request(this.number, "Lo pide el cliente")).isEqualTo(Answer.STARTED);
		assertThatExceptionOfType(ConflictException.class)
			.isThrownBy(() -> this.requests.request(this.number, "Otra vez"))
			.withMessageContaining("«Solicitado»");

		this.identity.clearAuthentication();
		this.instance = this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(this.number.value())
			.singleResult();
		BpmnAwareTests.assertThat(this.instance).isWaitingAt(RootCauseProcess.WRITE);
		assertThat(card(RootCauseProcess.WRITE)).contains("Lo pide el cliente");
		assertThat(this.timeline.entries(this.number)).extracting((entry) -> entry.actor().value())
			.containsExactly("gerente");
	}

	@Test
	@DisplayName("waits for closing when it is asked for while the case runs")
	void waitsForClosing() {
		givenCase("RESOLVE", null, "marta@cliente.example");

		acting("dueno", Role.AGENTS);
		assertThat(this.requests.request(this.number, "Es grave")).isEqualTo(Answer.AT_CLOSING);
		assertThatExceptionOfType(ConflictException.class)
			.isThrownBy(() -> this.requests.request(this.number, "Otra vez"))
			.withMessageContaining("«Resolver»");

		this.identity.clearAuthentication();
		assertThat(this.runtime.createProcessInstanceQuery().processInstanceBusinessKey(this.number.value()).count())
			.isZero();
	}

	@Test
	@DisplayName("does not exist for a duplicate")
	void refusesADuplicate() {
		givenCase("ENDED", "DUPLICATE", "marta@cliente.example");
		acting("gerente", Role.MANAGERS);

		assertThatExceptionOfType(ConflictException.class)
			.isThrownBy(() -> this.requests.request(this.number, "Lo pide el cliente"))
			.withMessageContaining("«Duplicado»");
	}

	private void givenAnalysisInReview() {
		givenAnalysisOfARunningCase("marta@cliente.example");
		complete(RootCauseProcess.WRITE, "problemas", Role.PROBLEM_COORDINATORS, ANALYSIS);
		runJob("serviceTask_composeCustomerRca");
	}

	private void givenAnalysisOfARunningCase(String email) {
		givenCase("CLOSE", null, email);
		this.instance = this.runtime.startProcessInstanceByKey(RootCauseProcess.KEY, this.number.value(),
				Map.of(MatterVariables.NUMBER, this.number.value()));
	}

	private void givenCase(String phase, String outcome, String email) {
		Customer customer = this.customers
			.create(new SaveCustomer("C" + this.number.value().substring(9), "Cliente, S. A.", Tier.GOLD, "es",
					List.of(new Customer.Contact("Marta López", email, null, true)), List.of()));
		this.jdbc.sql("INSERT INTO matter (number, kind, open) VALUES (?, 'escalation', ?)")
			.params(this.number.value(), !"ENDED".equals(phase))
			.update();
		this.jdbc
			.sql("""
					INSERT INTO escalation (number, phase, outcome, customer_text, customer_id, origin, reason, criterion,
					  speciality, subject, description, impact, urgency, major, severity, type, owner_id, reported_by, reported_at)
					VALUES (?, ?, ?, 'Cliente', ?, 'CUSTOMER', 'KNOWLEDGE', 'TECHNICAL', 'UNKNOWN', 'La facturación no responde',
					  'No responde.', 'HIGH', 'HIGH', false, 'HIGH', 'FUNCTIONAL', 'dueno', 'agente', now())""")
			.params(java.util.Arrays.asList(this.number.value(), phase, outcome, customer.id().value()))
			.update();
	}

	private void acting(String user, Role role) {
		this.identity.setAuthentication(user, List.of(role.groupId()));
	}

	private Task task(String key) {
		return this.tasks.createTaskQuery()
			.processInstanceBusinessKey(this.number.value())
			.taskDefinitionKey(key)
			.singleResult();
	}

	private void complete(String key, String user, Role role, Map<String, Object> form) {
		Task task = task(key);
		assertThat(task).as(key).isNotNull();
		try {
			acting(user, role);
			this.tasks.claim(task.getId(), user);
			// As Tasklist does it: completing with variables would leave a prefilled
			// field as it was.
			this.forms.submitTaskForm(task.getId(), form);
		}
		finally {
			this.identity.clearAuthentication();
		}
	}

	private void runJob(String activityId) {
		Job job = this.management.createJobQuery()
			.processInstanceId(this.instance.getId())
			.activityId(activityId)
			.singleResult();
		assertThat(job).as(activityId).isNotNull();
		this.management.executeJob(job.getId());
	}

	private String card(String taskKey) {
		StringBuilder card = new StringBuilder();
		this.cardSections.stream()
			.flatMap((sections) -> sections.sections(this.number, taskKey).stream())
			.forEach((section) -> card.append(section.title()).append('\n').append(section.text()).append('\n'));
		return card.toString();
	}

	private void assertNothingIsLeft() {
		assertThat(this.management.createJobQuery().processInstanceId(this.instance.getId()).count()).isZero();
		assertThat(this.runtime.createIncidentQuery().processInstanceId(this.instance.getId()).count()).isZero();
	}

}
