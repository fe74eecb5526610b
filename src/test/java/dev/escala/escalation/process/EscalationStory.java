package dev.escala.escalation.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import dev.escala.clock.Deadline;
import dev.escala.clock.NextCommunication;
import dev.escala.clock.ServiceClock;
import dev.escala.clock.ServiceLevels;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.engine.TaskDates;
import dev.escala.engine.UserTasks;
import dev.escala.escalation.Escalation;
import dev.escala.escalation.Escalations;
import dev.escala.escalation.Outcome;
import dev.escala.escalation.Phase;
import dev.escala.matter.MatterNotes;
import dev.escala.notification.Outbox;
import dev.escala.notification.OutboxMessage;
import dev.escala.reference.CaseNumber;
import dev.escala.support.CaseDriver;
import dev.escala.support.Forms;
import dev.escala.support.InternalTexts;
import dev.escala.support.StaffClient;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.bpm.engine.test.assertions.bpmn.ProcessInstanceAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every story of a case begins with: people, customers, a Monday at ten, and the
 * ways to a step that other stories have told.
 */
public abstract class EscalationStory {

	/** Ten o'clock in Madrid, an hour after opening. */
	static final Instant MONDAY_AT_TEN = Instant.parse("2026-11-23T09:00:00Z");

	@Autowired
	ProcessEngine engine;

	@Autowired
	Customers customers;

	@Autowired
	public Escalations escalations;

	@Autowired
	public MatterNotes notes;

	@Autowired
	ServiceLevels serviceLevels;

	@Autowired
	Outbox outbox;

	@Autowired
	NextCommunication nextCommunication;

	@Autowired
	JdbcClient jdbc;

	@LocalServerPort
	int port;

	@Autowired
	private UserTasks userTasks;

	@Autowired
	private TaskDates taskDates;

	public CaseDriver people;

	@BeforeEach
	void givenPeopleAndCustomersOnAMonday() {
		CaseDriver.travelTo(MONDAY_AT_TEN);
		BpmnAwareTests.init(this.engine);
		this.people = new CaseDriver(this.engine);
		this.people.markInternalTexts();
		this.people.afterEachStep(this::theCustomerHearsFromUsAgain);
		this.people.staff();
		customer("NORTE", "Hospital del Norte", Tier.GOLD, "compras@norte.example");
		customer("SUR", "Talleres del Sur", Tier.STANDARD, "taller@sur.example");
		customer("LEV-V", "Clínica Levante Valencia", Tier.SILVER, "valencia@levante.example");
		customer("LEV-A", "Clínica Levante Alicante", Tier.SILVER, "alicante@levante.example");
	}

	/** On every path, whatever happens: an open case has its next date (003-08). */
	private void theCustomerHearsFromUsAgain(CaseNumber number) {
		if (this.escalations.get(number).isOpen()) {
			this.people.tasks(number);
			assertThat(this.nextCommunication.deadline(number)).as("next communication of " + number).isPresent();
		}
	}

	/** Whatever happened: no customer was sent what colleagues wrote to each other. */
	@AfterEach
	void customersReadNothingInternal() {
		assertThat(this.jdbc.sql("""
				SELECT case_number || ' ' || step || ': ' || subject || ' ' || text_body FROM outbox_message
				WHERE recipient NOT LIKE '%@escala.example' AND concat(subject, text_body, html_body) LIKE ?
				""").param("%" + InternalTexts.MARK + "%").query(String.class).list()).as("what customers were sent")
			.isEmpty();
		this.jdbc.sql("""
				SELECT substring(text_body FROM '/seguimiento/[^[:space:]]+') FROM outbox_message
				WHERE text_body LIKE '%/seguimiento/%' ORDER BY id DESC LIMIT 2
				""")
			.query(String.class)
			.list()
			.forEach((page) -> assertThat(StaffClient.anonymous(this.port).send("GET", page).body())
				.as("what customers see")
				.contains("<main>")
				.doesNotContain(InternalTexts.MARK.strip()));
	}

	@AfterEach
	void presentTime() {
		ClockUtil.reset();
		BpmnAwareTests.reset();
	}

	private void customer(String code, String name, Tier tier, String email) {
		if (this.customers.findByCode(code).isEmpty()) {
			this.customers.create(new SaveCustomer(code, name, tier, "es",
					List.of(new Customer.Contact("Compras", email, null, true)), List.of()));
		}
	}

	/** A case of moderate severity, which needs no root-cause analysis. */
	public static Map<String, Object> moderate() {
		return Forms.with(Forms.report("NORTE"), "impact", "LOW", "urgency", "LOW");
	}

	/** A case of high severity of a gold customer, which needs one. */
	static Map<String, Object> severe() {
		return Forms.report("NORTE");
	}

	CaseNumber reported(Map<String, Object> form) {
		return this.people.report("agente", form);
	}

	CaseNumber owned(Map<String, Object> form) {
		CaseNumber number = reported(form);
		this.people.complete(number, "tecnologia", "userTask_takeOver", Forms.takeOver());
		return number;
	}

	CaseNumber planning(Map<String, Object> form) {
		CaseNumber number = owned(form);
		this.people.run(number, "serviceTask_announceEscalation");
		return number;
	}

	public CaseNumber working(Map<String, Object> form) {
		CaseNumber number = planning(form);
		this.people.complete(number, "tecnologia", "userTask_preparePlan", Forms.plan());
		this.people.run(number, "serviceTask_sendMessage");
		return number;
	}

	public CaseNumber closing(Map<String, Object> form) {
		CaseNumber number = working(form);
		resolve(number, "tecnologia");
		return number;
	}

	CaseNumber analysing(Map<String, Object> form) {
		CaseNumber number = closing(form);
		this.people.complete(number, "tecnologia", "userTask_checkClosing", Forms.closing());
		return number;
	}

	/** From the executed plan to the customer's yes. */
	void resolve(CaseNumber number, String owner) {
		this.people.complete(number, owner, "userTask_executePlan", Forms.progress("done"));
		this.people.complete(number, "gerente", "userTask_declareResolution", Forms.declared("yes"));
		this.people.complete(number, "arquitecto", "userTask_verifyResolution", Forms.verified("verified"));
		this.people.run(number, "serviceTask_announceResolution");
		this.people.complete(number, "ejecutivo", "userTask_confirmWithCustomer", Forms.usable("yes"));
	}

	/** The whole root-cause analysis, from the first word to the customer's mail. */
	void analyse(CaseNumber number) {
		this.people.complete(number, "problemas", "userTask_writeInternalRca", Forms.analysis("Nadie la vigilaba."));
		this.people.run(number, "serviceTask_composeCustomerRca");
		this.people.complete(number, "arquitecto", "userTask_reviewCustomerRca", Map.of("rcaReview", "approved"));
		this.people.giveUpActions(number);
		this.people.complete(number, "ejecutivo", "userTask_shareRca", Map.of());
		this.people.run(number, "serviceTask_sendRca");
	}

	/** Who sent the work of the only such task back, and why; empty where nobody did. */
	List<String> returned(CaseNumber number, String taskKey) {
		return this.userTasks.find(taskKey)
			.flatMap((known) -> known.returned(this.taskDates.scope(number, this.people.task(number, taskKey))))
			.map((returned) -> List.of(returned.by().value(), returned.reason()))
			.orElse(List.of());
	}

	ProcessInstanceAssert assertThatCase(CaseNumber number) {
		return BpmnAwareTests.assertThat(this.people.process(number));
	}

	void assertEnded(CaseNumber number, Outcome outcome, String endEvent) {
		Escalation ended = this.escalations.get(number);
		assertThat(ended.phase()).isEqualTo(Phase.ENDED);
		assertThat(ended.outcome()).isEqualTo(outcome);
		assertThatCase(number).isEnded().hasPassed(endEvent);
		assertThat(this.people.left(number)).isEmpty();
		assertThat(this.serviceLevels.deadlines(number)).noneMatch(Deadline::isOpen);
	}

	/** The clocks of the case that a process of their own watches now. */
	public Set<ServiceClock> watched(CaseNumber number) {
		return this.people.instances(number)
			.stream()
			.flatMap((instance) -> this.engine.getRuntimeService()
				.createVariableInstanceQuery()
				.processInstanceIdIn(instance)
				.variableName("clock")
				.list()
				.stream())
			.map((variable) -> ServiceClock.valueOf((String) variable.getValue()))
			.collect(Collectors.toSet());
	}

	public Deadline deadline(CaseNumber number, ServiceClock clock) {
		return this.serviceLevels.find(number, clock).orElseThrow();
	}

	/** Tells a story in which the table of service levels is another one meanwhile. */
	void withServiceLevels(UnaryOperator<String> edit, Runnable story) throws Exception {
		String table = Files.readString(Path.of("dmn/service-levels.dmn"));
		String changed = edit.apply(table);
		assertThat(changed).isNotEqualTo(table);
		Deployment deployment = this.engine.getRepositoryService()
			.createDeployment()
			.addString("service-levels.dmn", changed)
			.deploy();
		try {
			story.run();
		}
		finally {
			this.engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
		}
	}

	/** The mailboxes to which a step of the case was told. */
	List<String> told(CaseNumber number, String step) {
		return this.outbox.messages(number)
			.stream()
			.filter((message) -> message.step().equals(step))
			.map(OutboxMessage::recipient)
			.toList();
	}

}
