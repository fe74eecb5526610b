package dev.escala.escalation.process;

import java.util.List;
import java.util.Map;

import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.escalation.Escalation;
import dev.escala.escalation.Escalations;
import dev.escala.escalation.Outcome;
import dev.escala.escalation.Phase;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.Forms;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
class EscalationStoryTests {

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private Customers customers;

	@Autowired
	private Escalations escalations;

	private CaseDriver people;

	@BeforeEach
	void givenPeopleAndACustomer() {
		this.people = new CaseDriver(this.engine);
		this.people.staff();
		if (this.customers.findByCode("NORTE").isEmpty()) {
			this.customers.create(new SaveCustomer("NORTE", "Hospital del Norte", Tier.GOLD, "es",
					List.of(new Customer.Contact("Compras Norte", "compras@norte.example", null, true)), List.of()));
		}
	}

	@AfterEach
	void presentTime() {
		ClockUtil.reset();
	}

	@Test
	@DisplayName("A case is reported, planned, worked, declared, verified, confirmed and closed without RCA")
	void closedWithoutRca() {
		String number = this.people.report("agente",
				Forms.with(Forms.report("NORTE"), "urgency", "LOW", "impact", "LOW"));

		this.people.complete(number, "tecnologia", "userTask_takeOver", Forms.takeOver());
		this.people.run(number, "serviceTask_announceEscalation");
		this.people.complete(number, "tecnologia", "userTask_preparePlan", Forms.plan());
		this.people.run(number, "serviceTask_sharePlan");
		this.people.complete(number, "tecnologia", "userTask_executePlan", Forms.progress("done"));
		this.people.complete(number, "gerente", "userTask_declareResolution",
				Map.of("resolutionDeclared", "yes", "declarationNote", "Las facturas llegan."));
		this.people.complete(number, "arquitecto", "userTask_verifyResolution",
				Map.of("resolutionVerified", "verified", "verificationNote", "Comprobado con tres facturas."));
		this.people.run(number, "serviceTask_announceResolution");
		this.people.complete(number, "ejecutivo", "userTask_confirmWithCustomer",
				Map.of("serviceUsable", "yes", "confirmationNote", "El cliente lo confirma.", "satisfaction", "5"));
		this.people.complete(number, "tecnologia", "userTask_checkClosing",
				Map.of("closingSummary", "Cola reparada.", "lessonsLearned", "Vigilar la cola."));
		this.people.run(number, "serviceTask_closeCase");

		Escalation closed = this.escalations.get(number);
		assertThat(closed.phase()).isEqualTo(Phase.ENDED);
		assertThat(closed.outcome()).isEqualTo(Outcome.CLOSED_WITHOUT_RCA);
		assertThat(closed.satisfaction()).isEqualTo(5);
		assertThat(this.people.passed(number)).contains("event_endClosedWithoutRca")
			.doesNotContain("callActivity_rootCauseAnalysis", "event_withdrawn", "userTask_attendBreach");
		assertThat(this.people.instances(number)).isEmpty();
	}

}
