package dev.escala.promise;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.escalation.Escalations;
import dev.escala.notification.Outbox;
import dev.escala.notification.OutboxMessage;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.CaseDriver;
import dev.escala.support.Forms;
import dev.escala.timeline.Timeline;
import dev.escala.timeline.TimelineEntry;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What every story of a promise begins with: a case that somebody works, on a Monday. */
abstract class PromiseStory {

	static final String ASK = "userTask_askExpectation";

	static final String ESTIMATE = "userTask_estimateDate";

	static final String ANSWER = "userTask_recordAnswer";

	static final String KEEP = "userTask_keepPromise";

	static final String REVISION_ANSWER = "userTask_recordRevisionAnswer";

	static final String APOLOGISE = "userTask_apologise";

	static final String OWNER = "tecnologia";

	/** Ten o'clock in Madrid, an hour after opening. */
	static final Instant MONDAY_AT_TEN = Instant.parse("2026-11-23T09:00:00Z");

	/** Four hours and half as many more of a similar work: Monday at 16:00. */
	static final Instant PROMISED = Instant.parse("2026-11-23T15:00:00Z");

	@Autowired
	ProcessEngine engine;

	@Autowired
	Customers customers;

	@Autowired
	Escalations escalations;

	@Autowired
	Promises promises;

	@Autowired
	MakePromise making;

	@Autowired
	AnswerPromise answers;

	@Autowired
	Outbox outbox;

	@Autowired
	Timeline timeline;

	@Autowired
	JdbcClient jdbc;

	CaseDriver people;

	@BeforeEach
	void givenPeopleAndCustomers() {
		CaseDriver.travelTo(MONDAY_AT_TEN);
		this.people = new CaseDriver(this.engine);
		this.people.staff();
		customer("PRO", "Puertas y Rejas", "es", Tier.SILVER, "pedidos@puertas.example");
		customer("PRE", "Premium Doors", "en", Tier.SILVER, "orders@doors.example");
	}

	@AfterEach
	void presentTime() {
		ClockUtil.reset();
	}

	private void customer(String code, String name, String language, Tier tier, String email) {
		if (this.customers.findByCode(code).isEmpty()) {
			this.customers.create(new SaveCustomer(code, name, tier, language,
					List.of(new Customer.Contact("Pedidos", email, null, true)), List.of()));
		}
	}

	/** A case of low severity, which somebody owns. */
	CaseNumber owned(String customer) {
		CaseNumber number = this.people.report("agente",
				Forms.with(Forms.report(customer), "impact", "LOW", "urgency", "LOW"));
		this.people.complete(number, OWNER, "userTask_takeOver", Forms.takeOver());
		return number;
	}

	Promise asked(CaseNumber number) {
		Promise promise = this.making.start(number, new UserId(OWNER), "Reponer la puerta principal", null);
		this.people.complete(number, OWNER, ASK, expectation());
		return promise;
	}

	Promise proposed(CaseNumber number) {
		Promise promise = asked(number);
		this.people.complete(number, OWNER, ESTIMATE, estimate());
		this.people.run(number, "serviceTask_proposeDate");
		return promise;
	}

	/** A promise whose customer said yes, for Monday at 16:00. */
	Promise agreed(CaseNumber number) {
		Promise promise = proposed(number);
		this.people.complete(number, OWNER, ANSWER, Map.of("customerAnswer", "accepted"));
		return promise;
	}

	/** The owner wants to give another date, and the customer reads it. */
	void revised(CaseNumber number) {
		this.people.complete(number, OWNER, KEEP, revision());
		this.people.run(number, "serviceTask_proposeRevision");
	}

	static Map<String, Object> expectation() {
		return Map.of("expectation", "Que esté antes del fin de semana", "expectedPriority", "SOLID", "expectedDate",
				"27/11/2026");
	}

	static Map<String, Object> estimate(Object... more) {
		return Forms.with(Map.of("promiseContent", "Reponer la puerta principal", "estimateHours", 4, "complexity",
				"SIMILAR", "capabilityConfirmed", true, "alternative", "Una puerta provisional, hoy mismo",
				"alternativeHours", 1), more);
	}

	static Map<String, Object> revision(Object... more) {
		Map<String, Object> form = new HashMap<>(estimate("estimateHours", 8));
		form.put("promiseOutcome", "revise");
		form.put("revisionReason", "la pieza llega el martes");
		return Forms.with(form, more);
	}

	static Map<String, Object> kept() {
		return Map.of("promiseOutcome", "kept", "promiseNote", "La puerta está puesta.");
	}

	Proposal open(Promise promise) {
		return this.promises.unanswered(promise.id()).orElseThrow();
	}

	/** The customer answers on the page that shows the open proposal. */
	void onPage(Promise promise, boolean accepted, String text) {
		this.answers.onPage(promise.caseNumber(), promise.customerId(), open(promise).id(),
				accepted ? Proposal.Answer.Kind.ACCEPTED : Proposal.Answer.Kind.DECLINED, null, text);
	}

	PromiseStatus status(Promise promise) {
		return this.promises.get(promise.id()).status();
	}

	List<String> told(CaseNumber number) {
		return this.timeline.entries(number)
			.stream()
			.map(TimelineEntry::text)
			.filter((text) -> text.startsWith("Compromiso con"))
			.toList();
	}

	/** The mails of the case whose step begins like that. */
	List<OutboxMessage> mails(CaseNumber number, String step) {
		return this.outbox.messages(number).stream().filter((message) -> message.step().startsWith(step)).toList();
	}

	void assertNothingOfPromisesIsLeft(CaseNumber number) {
		assertThat(this.people.tasks(number))
			.noneMatch((task) -> List.of(ASK, ESTIMATE, ANSWER, KEEP, REVISION_ANSWER, APOLOGISE).contains(task));
		assertThat(this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processInstanceBusinessKey(number.value())
			.processDefinitionKey("promise")
			.count()).isZero();
		assertThat(this.people.left(number)).noneMatch((left) -> left.startsWith("incident"));
	}

}
