package dev.escala.transfer;

import java.util.List;
import java.util.Map;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.Complaints;
import dev.escala.complaint.classification.ComplaintKind;
import dev.escala.complaint.course.AssessComplaint;
import dev.escala.complaint.regime.ComplaintTopic;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.Product;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.escalation.course.EndCase;
import dev.escala.matter.Severity;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.Forms;
import dev.escala.timeline.Timeline;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EscalaTest
@DisplayName("A case that goes from team to team too often is told to supervision")
class TransferReviewTests {

	private static final String TASK = "userTask_reviewTransfers";

	private static final String CUSTOMER = "TRASPASOS";

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private Customers customers;

	@Autowired
	private Timeline timeline;

	@Autowired
	private EndCase end;

	@Autowired
	private AssessComplaint assessing;

	@Autowired
	private Complaints complaints;

	private CaseDriver people;

	@BeforeEach
	void givenPeople() {
		this.people = new CaseDriver(this.engine);
		this.people.staff();
		if (this.customers.findByCode(CUSTOMER).isEmpty()) {
			this.customers.create(new SaveCustomer(CUSTOMER, "Traspasos SA", Tier.STANDARD, "es",
					List.of(new Customer.Contact("Eva Ruiz", "eva@traspasos.example", null, true)), List.of()));
		}
	}

	@Test
	@DisplayName("Once, beyond what the table allows for its severity; what was decided stands in its history (004-43)")
	void askedOnce() {
		CaseNumber number = reported();
		passOn(number, "tecnologia", "FINANCE");
		passOn(number, "finanzas", "TECHNOLOGY");
		assertThat(this.people.tasks(number)).doesNotContain(TASK);

		passOn(number, "tecnologia", "FINANCE");

		assertThat(this.people.groups(number, TASK)).containsExactly("supervisors");
		assertThat(this.people.task(number, TASK).getDueDate()).isNotNull();
		assertThat(this.engine.getTaskService().getVariable(this.people.task(number, TASK).getId(), "transferStory"))
			.asString()
			.startsWith("Ha cambiado de equipo 3 veces: ")
			.contains(" → ");
		assertThatThrownBy(() -> this.people.complete(number, "supervisor", TASK, Map.of("transferNote", " ")))
			.hasMessageContaining("quién se lo queda");
		this.people.complete(number, "supervisor", TASK, Map.of("transferNote", "Se lo queda Finanzas."));
		assertThat(texts(number)).anyMatch((text) -> text.startsWith("Traspasos revisados: Se lo queda Finanzas."));

		passOn(number, "finanzas", "TECHNOLOGY");

		assertThat(this.people.tasks(number)).doesNotContain(TASK);
	}

	@Test
	@DisplayName("A complaint goes to who knows what the customer bought, or how customers are treated; passed on too often, it weighs more and supervision decides (004-19, 004-43, 004-45)")
	void complaints() {
		if (this.customers.findByCode("TRASPASOQ").isEmpty()) {
			this.customers.create(new SaveCustomer("TRASPASOQ", "Traspasos y Quejas SL", Tier.STANDARD, "es",
					List.of(new Customer.Contact("Eva Gil", "eva@quejas.example", null, true)),
					List.of(new Customer.Service("RED-Q", "Red de Quejas", Product.NETWORK))));
		}
		CaseNumber number = this.people.start("complaint", "agente", Map.of("customer", "TRASPASOQ", "door",
				"IN_PERSON", "description", "No hay línea.", "complaintTopic", "OTHER", "region", "md"));

		assertThat(classified(number, "PRODUCT_FAILED")).isEqualTo("technology");
		assertThat(classified(number, "ATTITUDE")).isEqualTo("complaint-handlers");
		Severity before = this.complaints.get(number).severity();
		assertThat(classified(number, "PRODUCT_FAILED")).isEqualTo("technology");
		assertThat(this.people.tasks(number)).doesNotContain(TASK);
		for (int i = 0; i < 3; i++) {
			classified(number, (i % 2 == 0) ? "ATTITUDE" : "PRODUCT_FAILED");
		}

		assertThat(this.complaints.get(number).severity()).isGreaterThan(before);
		assertThat(this.people.groups(number, TASK)).containsExactly("supervisors");
		assertThat(this.engine.getTaskService().getVariable(this.people.task(number, TASK).getId(), "transferStory"))
			.asString()
			.contains("Tecnología → Gestores de reclamaciones → Tecnología");
		this.people.complete(number, "supervisor", TASK, Map.of("transferNote", "Se queda en Tecnología."));
		assertThat(this.people.tasks(number)).doesNotContain(TASK);
	}

	private String classified(CaseNumber number, String reason) {
		this.assessing.classify(number, new UserId("agente"), ComplaintKind.CLAIM, ComplaintTopic.OTHER,
				new Complaint.Traits(reason, false, false, false, false, null, null));
		return this.complaints.get(number).groupId();
	}

	@Test
	@DisplayName("Nobody is asked any more about a case that has ended")
	void endsWithTheCase() {
		CaseNumber number = reported();
		for (int i = 0; i < 3; i++) {
			passOn(number, (i == 1) ? "finanzas" : "tecnologia", (i == 1) ? "TECHNOLOGY" : "FINANCE");
		}
		assertThat(this.people.tasks(number)).contains(TASK);

		this.people.as("supervisor", () -> {
			this.end.withdraw(number, new UserId("supervisor"), "Se reportó por error.");
			return null;
		});

		assertThat(this.people.tasks(number)).isEmpty();
	}

	private CaseNumber reported() {
		return this.people.report("agente", Forms.with(Forms.report(CUSTOMER), "impact", "HIGH", "urgency", "HIGH"));
	}

	private void passOn(CaseNumber number, String from, String speciality) {
		this.people.complete(number, from, "userTask_takeOver", Forms.wrongGroup(speciality));
	}

	private List<String> texts(CaseNumber number) {
		return this.timeline.entries(number).stream().map((entry) -> entry.text()).toList();
	}

}
