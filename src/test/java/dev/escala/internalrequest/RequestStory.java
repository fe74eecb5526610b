package dev.escala.internalrequest;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.escala.access.Role;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.decisionlog.Rulings;
import dev.escala.notification.Outbox;
import dev.escala.notification.OutboxMessage;
import dev.escala.pipeline.Prospects;
import dev.escala.pipeline.SaveProspect;
import dev.escala.reference.CaseNumber;
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

/** What every story of a request begins with: people, a prospect, a Monday at ten. */
public abstract class RequestStory {

	protected static final String ACKNOWLEDGE = "userTask_acknowledgeRequest";

	protected static final String ANSWER = "userTask_answerRequest";

	protected static final String COMPLETE = "userTask_completeRequest";

	protected static final String PASS_ON_DATE = "userTask_passOnDate";

	protected static final String PASS_ON = "userTask_passOnAnswer";

	protected static final String RATE = "userTask_rateService";

	protected static final String DEBRIEF = "userTask_debrief";

	/** Who asks. */
	protected static final String SALES = "agente";

	/** Who decides about sales and scope. */
	protected static final String PRODUCT = "tecnologia";

	/** Ten o'clock in Madrid, an hour after opening. */
	protected static final Instant MONDAY_AT_TEN = Instant.parse("2026-11-23T09:00:00Z");

	@Autowired
	protected ProcessEngine engine;

	@Autowired
	protected InternalRequests requests;

	@Autowired
	protected AskInternally asking;

	@Autowired
	protected CloseRequest closing;

	@Autowired
	protected Rulings rulings;

	@Autowired
	protected Prospects prospects;

	@Autowired
	protected Customers customers;

	@Autowired
	protected Outbox outbox;

	@Autowired
	protected Timeline timeline;

	@Autowired
	protected JdbcClient jdbc;

	protected CaseDriver people;

	@BeforeEach
	protected void givenPeopleAndAProspectOnAMonday() {
		CaseDriver.travelTo(MONDAY_AT_TEN);
		this.people = new CaseDriver(this.engine);
		this.people.staff();
		this.people.person("directora", Role.DIRECTORS);
		if (this.prospects.findByCode("DELTA").isEmpty()) {
			this.prospects.create(new SaveProspect("DELTA", "Manufacturas Delta", "Fabricación", 200, "es"));
		}
		if (this.customers.findByCode("REQ").isEmpty()) {
			this.customers.create(new SaveCustomer("REQ", "Requena Hermanos", Tier.SILVER, "es",
					List.of(new Customer.Contact("Compras", "compras@requena.example", null, true)), List.of()));
		}
	}

	@AfterEach
	protected void presentTime() {
		ClockUtil.reset();
	}

	/** The example of the procedure: open-ended customisation at a fixed monthly fee. */
	protected static Map<String, Object> question(Object... more) {
		Map<String, Object> form = new HashMap<>();
		form.put("kind", "DECISION");
		form.put("situations", List.of("SCOPE_BEYOND"));
		form.put("party", "DELTA");
		form.put("situation", "Fabricante de unos 200 empleados; lo pide su director de operaciones.");
		form.put("request", "Personalización sin límite por una cuota mensual fija.");
		form.put("assessment", "Creo que no: no sabemos cuánto trabajo sería.");
		form.put("neededBy", "25/11/2026");
		form.put("customerDate", "26/11/2026");
		return Forms.with(form, more);
	}

	protected CaseNumber asked(Object... more) {
		return this.people.start("internalRequest", SALES, question(more));
	}

	protected CaseNumber acknowledged(Object... more) {
		CaseNumber number = asked(more);
		this.people.complete(number, PRODUCT, ACKNOWLEDGE, Map.of("acknowledgement", "Lo miro hoy"));
		return number;
	}

	protected static Map<String, Object> decision(String outcome, Object... more) {
		Map<String, Object> form = new HashMap<>();
		form.put("answerGiven", "decided");
		form.put("outcome", outcome);
		form.put("decision", "Personalización sin límite no; hasta diez horas al mes, sí.");
		form.put("conditions", "CONDITIONAL".equals(outcome) ? "Por escrito en el contrato." : null);
		form.put("reasoning", "Sin tope no se puede poner precio.");
		return Forms.with(form, more);
	}

	protected CaseNumber answered(String outcome, Object... more) {
		CaseNumber number = acknowledged(more);
		this.people.complete(number, PRODUCT, ANSWER, decision(outcome));
		this.people.run(number, "serviceTask_tellAnswer");
		return number;
	}

	protected static Map<String, Object> told() {
		return Map.of("toldText", "Podemos personalizar hasta diez horas al mes.");
	}

	protected List<String> mailsTo(CaseNumber number, String person) {
		return this.outbox.messages(number)
			.stream()
			.filter((mail) -> mail.recipient().equals(person + "@escala.example"))
			.map(OutboxMessage::subject)
			.toList();
	}

	protected List<String> happened(CaseNumber number) {
		return this.timeline.entries(number).stream().map(TimelineEntry::text).toList();
	}

	protected void assertNothingIsLeft(CaseNumber number) {
		assertThat(this.people.left(number)).isEmpty();
	}

}
