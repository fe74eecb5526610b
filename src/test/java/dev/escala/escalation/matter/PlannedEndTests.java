package dev.escala.escalation.matter;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.notification.Outbox;
import dev.escala.notification.OutboxMessage;
import dev.escala.reference.CaseNumber;
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
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("The date of the solution that a customer reads")
class PlannedEndTests {

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private Customers customers;

	@Autowired
	private Outbox outbox;

	@Autowired
	private JdbcClient jdbc;

	private CaseDriver people;

	@BeforeEach
	void givenACustomer() {
		CaseDriver.travelTo(Instant.parse("2026-11-23T09:00:00Z"));
		this.people = new CaseDriver(this.engine);
		this.people.staff();
		if (this.customers.findByCode("PLANNED").isEmpty()) {
			this.customers.create(new SaveCustomer("PLANNED", "Imprenta Roja", Tier.STANDARD, "es",
					List.of(new Customer.Contact("Compras", "compras@roja.example", null, true)), List.of()));
		}
	}

	@AfterEach
	void presentTime() {
		ClockUtil.reset();
	}

	@Test
	@DisplayName("is the agreed one, and the plan's own where that ends later")
	void laterThanAgreed() {
		assertThat(planLetter(1)).contains("para el miércoles 25 de noviembre, 16:00");
		// Ten working days from Monday: Monday the 7th and Tuesday the 8th are holidays.
		assertThat(planLetter(10)).contains("para el miércoles 9 de diciembre, 18:00")
			.doesNotContain("25 de noviembre");
	}

	private String planLetter(int days) {
		CaseNumber number = this.people.report("agente",
				Forms.with(Forms.report("PLANNED"), "impact", "HIGH", "urgency", "MEDIUM"));
		this.people.complete(number, "tecnologia", "userTask_takeOver", Forms.takeOver());
		this.people.run(number, "serviceTask_announceEscalation");
		this.people.complete(number, "tecnologia", "userTask_preparePlan", Forms.with(Forms.plan(), "planDays", days));
		this.people.run(number, "serviceTask_sendMessage");
		OutboxMessage letter = this.outbox.messages(number)
			.stream()
			.filter((message) -> message.subject().contains("Nuestro plan de acción"))
			.findFirst()
			.orElseThrow();
		return this.jdbc.sql("SELECT text_body FROM outbox_message WHERE id = :id")
			.params(Map.of("id", letter.id()))
			.query(String.class)
			.single();
	}

}
