package dev.escala.escalation.process;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;

import dev.escala.clock.ServiceClock;
import dev.escala.customer.Customer;
import dev.escala.customer.Tier;
import dev.escala.escalation.CaseDetail;
import dev.escala.escalation.Escalation;
import dev.escala.escalation.Phase;
import dev.escala.matter.Severity;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.Forms;
import dev.escala.support.InternalTexts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

abstract class CreateStories extends EscalationStory {

	private static final String IDENTIFY = "userTask_identifyCustomer";

	private static final String TAKE_OVER = "userTask_takeOver";

	@Test
	@DisplayName("A customer that nobody knows is asked for, and only one that exists is taken")
	void unknownCustomer() {
		CaseNumber number = reported(Forms.report("Ferretería Osuna"));
		assertThatCase(number).isWaitingAt(IDENTIFY);

		assertThatThrownBy(
				() -> this.people.complete(number, "agente", IDENTIFY, Map.of("customer", "Ferretería Osuna")))
			.hasMessageContaining("No se conoce ningún cliente con ese código o nombre: «Ferretería Osuna».");
		assertThatCase(number).isWaitingAt(IDENTIFY);
		this.people.complete(number, "agente", IDENTIFY, Map.of("customer", "Hospital del Norte"));

		assertThat(this.escalations.customer(this.escalations.get(number))).map(Customer::code).contains("NORTE");
		assertThatCase(number).isWaitingAt(TAKE_OVER)
			.hasPassedInOrder("businessRuleTask_classifyCase", IDENTIFY, "businessRuleTask_assessSeverity",
					"businessRuleTask_assignGroup")
			.hasNotPassed("userTask_completeDetails", "subProcess_communicate")
			.variables()
			.containsEntry("customerName", "Hospital del Norte")
			.containsEntry("tier", "GOLD");
		assertThat(this.people.tasks(number)).containsExactly(TAKE_OVER);
	}

	@Test
	@DisplayName("A name that fits two customers is asked back naming both")
	void ambiguousCustomer() {
		CaseNumber number = reported(Forms.report("Clínica Levante"));

		assertThatThrownBy(
				() -> this.people.complete(number, "agente", IDENTIFY, Map.of("customer", "clinica levante")))
			.hasMessageContaining("Varios clientes coinciden")
			.hasMessageContaining("LEV-A (Clínica Levante Alicante)")
			.hasMessageContaining("LEV-V (Clínica Levante Valencia)");
		this.people.complete(number, "agente", IDENTIFY, Map.of("customer", "LEV-V"));

		assertThat(this.escalations.customer(this.escalations.get(number))).map(Customer::name)
			.contains("Clínica Levante Valencia");
		assertThatCase(number).isWaitingAt(TAKE_OVER);
	}

	@Test
	@DisplayName("A customer that is new to us is created in the task and is told like any other")
	void newCustomer() {
		CaseNumber number = reported(Forms.report("Bodegas Duero"));

		assertThatThrownBy(() -> this.people.complete(number, "agente", IDENTIFY,
				Map.of("customer", "NORTE", "newCustomerCode", "DUERO", "newCustomerName", "Bodegas Duero")))
			.hasMessageContaining("no ambos");
		assertThat(this.customers.findByCode("DUERO")).isEmpty();
		this.people.complete(number, "agente", IDENTIFY, Map.of("newCustomerCode", "DUERO", "newCustomerName",
				"Bodegas Duero", "newCustomerEmail", "hola@duero.example"));
		this.people.complete(number, "tecnologia", TAKE_OVER, Forms.takeOver());
		this.people.run(number, "serviceTask_announceEscalation");

		assertThat(this.customers.findByCode("DUERO")).map(Customer::tier).contains(Tier.STANDARD);
		assertThat(told(number, "announcement")).contains("hola@duero.example");
		assertThatCase(number).isWaitingAt("userTask_preparePlan").hasNotPassed("userTask_completeDetails");
	}

	@Test
	@DisplayName("Once the customer is known the severity is decided again and the armed timers move (001-02)")
	void severityMovesTheTimers() {
		CaseNumber number = reported(Forms.with(Forms.report("Nadie"), "impact", "LOW", "urgency", "HIGH"));
		assertThat(this.escalations.get(number).severity()).isEqualTo(Severity.MODERATE);
		assertThat(this.people.due(number, ServiceClock.ACKNOWLEDGEMENT))
			.isEqualTo(deadline(number, ServiceClock.ACKNOWLEDGEMENT).warnAt());
		assertThat(deadline(number, ServiceClock.ACKNOWLEDGEMENT).dueAt())
			.isEqualTo(MONDAY_AT_TEN.plus(Duration.ofHours(4)));

		this.people.complete(number, "agente", IDENTIFY, Map.of("customer", "NORTE"));

		assertThat(this.escalations.get(number).severity()).isEqualTo(Severity.HIGH);
		assertThat(deadline(number, ServiceClock.ACKNOWLEDGEMENT).dueAt())
			.isEqualTo(MONDAY_AT_TEN.plus(Duration.ofHours(1)));
		assertThat(deadline(number, ServiceClock.ANSWER).dueAt()).isEqualTo(MONDAY_AT_TEN.plus(Duration.ofHours(3)));
		EnumSet.complementOf(EnumSet.of(ServiceClock.INVOLVE_PARTIES))
			.stream()
			.filter(ServiceClock.fromReport()::contains)
			.forEach((clock) -> assertThat(this.people.due(number, clock)).as(clock.label())
				.isEqualTo(deadline(number, clock).warnAt()));
		assertThat(this.people.due(number, "event_morePartiesNeeded"))
			.isEqualTo(deadline(number, ServiceClock.INVOLVE_PARTIES).dueAt());
		assertThat(this.people.due(number, "event_firstHourEnding"))
			.isEqualTo(MONDAY_AT_TEN.plus(Duration.ofMinutes(45)));
	}

	@Test
	@DisplayName("A major escalation is refused without its details, and each of its customers is told (001-12, 001-13, 001-15 to 001-18)")
	void majorNeedsDetails() {
		CaseNumber number = reported(Forms.with(Forms.report("NORTE"), "major", true));
		assertThatCase(number).isWaitingAt("userTask_completeDetails").hasNotPassed(IDENTIFY);

		assertThatThrownBy(() -> this.people.complete(number, "agente", "userTask_completeDetails",
				Map.of("affectedServices", " \n ")))
			.hasMessageContaining("los clientes afectados")
			.hasMessageContaining("los servicios afectados")
			.hasMessageContaining("los contactos");
		assertThat(this.escalations.details(number)).isEmpty();
		this.people.complete(number, "agente", "userTask_completeDetails",
				Forms.details("Talleres del Sur\nPanadería Luz"));
		this.people.complete(number, "tecnologia", TAKE_OVER, Forms.takeOver());
		this.people.run(number, "serviceTask_announceEscalation");

		Escalation major = this.escalations.get(number);
		assertThat(major.severity()).isEqualTo(Severity.CRITICAL);
		assertThat(this.escalations.details(number)).extracting(CaseDetail::text)
			.contains("Portal de facturas", "PRB-7", InternalTexts.kept("Solo en el portal nuevo."));
		assertThat(told(number, "announcement"))
			.contains("compras@norte.example", "taller@sur.example", "gerente@escala.example",
					"problemas@escala.example", "ejecutivo@escala.example")
			.doesNotHaveDuplicates();
		assertThat(announced(number, "taller@sur.example")).contains("Un problema que le afecta, «")
			.doesNotContain("escalamiento");
		assertThat(announced(number, "gerente@escala.example"))
			.contains("Tecnologia Demostración prepara un plan de acción.")
			.doesNotContain("El grupo asignado se hará cargo");
		assertThatCase(number).isWaitingAt("userTask_preparePlan").hasPassed("userTask_completeDetails");
	}

	@Test
	@DisplayName("A group to which the case does not belong sends it back through routing")
	void wrongGroup() {
		CaseNumber number = reported(moderate());
		assertThat(this.people.groups(number, TAKE_OVER)).containsExactly("technology");

		assertThatThrownBy(() -> this.people.complete(number, "tecnologia", TAKE_OVER, Forms.wrongGroup("TECHNOLOGY")))
			.hasMessageContaining("ya está en esa especialidad");
		assertThatThrownBy(
				() -> this.people.complete(number, "tecnologia", TAKE_OVER, Map.of("takeOverOutcome", "wrongGroup")))
			.hasMessageContaining("especialidad");
		this.people.complete(number, "tecnologia", TAKE_OVER, Forms.wrongGroup("FINANCE"));
		assertThat(this.people.groups(number, TAKE_OVER)).containsExactly("finance");
		assertThat(this.escalations.get(number).ownerId()).isNull();
		assertThat(deadline(number, ServiceClock.ACKNOWLEDGEMENT).isOpen()).isTrue();
		this.people.complete(number, "finanzas", TAKE_OVER, Forms.takeOver());

		assertThat(this.escalations.get(number).ownerId()).isEqualTo(new UserId("finanzas"));
		assertThat(this.escalations.get(number).phase()).isEqualTo(Phase.COMMUNICATE);
		assertThat(deadline(number, ServiceClock.ACKNOWLEDGEMENT).metAt()).isEqualTo(MONDAY_AT_TEN);
		assertThat(this.people.times(number, "businessRuleTask_assignGroup")).isEqualTo(2);
		assertThat(this.people.times(number, "businessRuleTask_assessSeverity")).isEqualTo(1);
		assertThat(this.people.tasks(number)).isEmpty();
	}

	@Test
	@DisplayName("What nobody can route is seen in the triage queue and sent on from there")
	void triage() {
		CaseNumber number = reported(Forms.with(moderate(), "speciality", "UNKNOWN"));
		assertThat(this.people.groups(number, TAKE_OVER)).containsExactly("triage");

		this.people.complete(number, "supervisor", TAKE_OVER, Forms.wrongGroup("PRODUCT"));
		this.people.complete(number, "tecnologia", TAKE_OVER, Forms.takeOver());

		assertThat(this.escalations.get(number).groupId()).isEqualTo("product");
		assertThat(this.escalations.get(number).ownerId()).isEqualTo(new UserId("tecnologia"));
		assertThatCase(number).isWaitingAt("serviceTask_announceEscalation");
	}

	private String announced(CaseNumber number, String recipient) {
		return this.jdbc.sql(
				"SELECT text_body FROM outbox_message WHERE case_number = ? AND step = 'announcement' AND recipient = ?")
			.params(number.value(), recipient)
			.query(String.class)
			.single();
	}

}
