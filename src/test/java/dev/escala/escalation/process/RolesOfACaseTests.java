package dev.escala.escalation.process;

import java.util.List;
import java.util.Map;

import dev.escala.access.Role;
import dev.escala.reference.CaseNumber;
import dev.escala.support.EscalaTest;
import dev.escala.support.Forms;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("Who does what in a case, and who is told")
class RolesOfACaseTests extends EscalationStory {

	@Test
	@DisplayName("Each step is offered to its role (001-24 to 001-27, 001-30, 001-32, 001-33)")
	void everyStepHasItsRole() {
		CaseNumber number = reported(severe());
		offered(number, "userTask_takeOver", Role.TECHNOLOGY);
		this.people.complete(number, "tecnologia", "userTask_takeOver", Forms.takeOver());
		this.people.run(number, "serviceTask_announceEscalation");
		this.people.complete(number, "tecnologia", "userTask_preparePlan", Forms.plan());
		this.people.run(number, "serviceTask_sendMessage");

		this.people.complete(number, "tecnologia", "userTask_executePlan", Forms.progress("taskForce"));
		offered(number, "userTask_formTaskForce", Role.MANAGERS);
		this.people.complete(number, "gerente", "userTask_formTaskForce", Map.of("taskForceLead", "arquitecto",
				"taskForceMembers", List.of("finanzas"), "taskForceGoal", "Reparar la cola."));
		this.people.complete(number, "tecnologia", "userTask_presentTechnicalPlan",
				Map.of("technicalPlan", "Cambiar el disco."));
		this.people.complete(number, "tecnologia", "userTask_executePlan",
				Forms.progress("experts", "expertQuestion", "¿Es la cola?"));
		offered(number, "userTask_reviewPlan", Role.EXPERTS);
		this.people.complete(number, "arquitecto", "userTask_reviewPlan", Map.of("expertOpinion", "Es el disco."));

		this.people.complete(number, "tecnologia", "userTask_executePlan", Forms.progress("done"));
		offered(number, "userTask_declareResolution", Role.MANAGERS);
		this.people.complete(number, "gerente", "userTask_declareResolution", Forms.declared("yes"));
		offered(number, "userTask_verifyResolution", Role.ARCHITECTS);
		this.people.complete(number, "arquitecto", "userTask_verifyResolution", Forms.verified("verified"));
		this.people.run(number, "serviceTask_announceResolution");
		offered(number, "userTask_confirmWithCustomer", Role.EXECUTIVES);
		this.people.complete(number, "ejecutivo", "userTask_confirmWithCustomer", Forms.usable("yes"));
		this.people.complete(number, "tecnologia", "userTask_checkClosing", Forms.closing());

		offered(number, "userTask_writeInternalRca", Role.PROBLEM_COORDINATORS);
		this.people.complete(number, "problemas", "userTask_writeInternalRca", Forms.analysis("Nadie la vigilaba."));
		this.people.run(number, "serviceTask_composeCustomerRca");
		this.people.complete(number, "arquitecto", "userTask_reviewCustomerRca", Map.of("rcaReview", "approved"));
		offered(number, "userTask_shareRca", Role.EXECUTIVES);
	}

	@Test
	@DisplayName("Nobody is told of a resolution before the architect verified it; then colleagues and customer are (001-26)")
	void toldOnceVerified() {
		CaseNumber number = working(moderate());
		this.people.complete(number, "tecnologia", "userTask_executePlan", Forms.progress("done"));
		this.people.complete(number, "gerente", "userTask_declareResolution", Forms.declared("yes"));
		assertThat(this.people.jobs(number)).doesNotContain("serviceTask_announceResolution");
		assertThat(told(number, "resolved-1")).isEmpty();

		this.people.complete(number, "arquitecto", "userTask_verifyResolution", Forms.verified("verified"));
		this.people.run(number, "serviceTask_announceResolution");

		assertThat(told(number, "resolved-1")).contains("compras@norte.example", "supervisor@escala.example",
				"gerente@escala.example", "ejecutivo@escala.example");
	}

	@Test
	@DisplayName("The first notice names who answers for the case (003-14)")
	void ownerIsNamed() {
		CaseNumber number = planning(moderate());

		List<String> text = this.jdbc
			.sql("SELECT text_body FROM outbox_message WHERE case_number = ? AND recipient = 'compras@norte.example'")
			.param(number.value())
			.query(String.class)
			.list();

		assertThat(text).singleElement()
			.asString()
			.contains("Tecnologia Demostración se ocupa de su caso y responde de él");
	}

	private void offered(CaseNumber number, String task, Role role) {
		assertThat(this.people.groups(number, task)).as(task).containsExactly(role.groupId());
	}

}
