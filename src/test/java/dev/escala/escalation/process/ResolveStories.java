package dev.escala.escalation.process;

import java.util.List;
import java.util.Map;

import dev.escala.clock.ServiceClock;
import dev.escala.escalation.Escalation;
import dev.escala.escalation.ExceptionRequest;
import dev.escala.escalation.Outcome;
import dev.escala.escalation.course.EndCase;
import dev.escala.escalation.course.Exceptions;
import dev.escala.level.Levels;
import dev.escala.matter.MatterNote;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.Forms;
import dev.escala.support.InternalTexts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

abstract class ResolveStories extends EscalationStory {

	private static final String EXECUTE = "userTask_executePlan";

	@Autowired
	private EndCase endings;

	@Autowired
	private Exceptions exceptions;

	@Test
	@DisplayName("A case is reported, planned, worked, declared, verified, confirmed and closed without RCA (001-35)")
	void closedWithoutRca() {
		CaseNumber number = working(moderate());

		this.people.complete(number, "tecnologia", EXECUTE, Forms.progress("done"));
		this.people.complete(number, "gerente", "userTask_declareResolution", Forms.declared("yes"));
		this.people.complete(number, "arquitecto", "userTask_verifyResolution", Forms.verified("verified"));
		this.people.run(number, "serviceTask_announceResolution");
		this.people.complete(number, "ejecutivo", "userTask_confirmWithCustomer",
				Forms.with(Forms.usable("yes"), "satisfaction", "5"));
		this.people.complete(number, "tecnologia", "userTask_checkClosing", Forms.closing());
		this.people.run(number, "serviceTask_closeCase");

		assertEnded(number, Outcome.CLOSED_WITHOUT_RCA, "event_endClosedWithoutRca");
		Escalation closed = this.escalations.get(number);
		assertThat(closed.satisfaction()).isEqualTo(5);
		assertThat(closed.resolvedAt()).isEqualTo(MONDAY_AT_TEN);
		assertThat(this.serviceLevels.deadlines(number)).noneMatch((deadline) -> deadline.breachedAt() != null);
		assertThat(this.people.passed(number)).doesNotContain("callActivity_rootCauseAnalysis", "event_withdrawn",
				"event_duplicateFound", "gateway_reworkJoin", "gateway_workJoin", "userTask_attendBreach",
				"userTask_updateCustomer");
		assertThat(told(number, "closed")).containsExactly("compras@norte.example");
	}

	@Test
	@DisplayName("Another speciality takes the case over with its plan, and owns it from then on (001-06)")
	void functional() {
		CaseNumber number = working(moderate());

		assertThatThrownBy(() -> this.people.complete(number, "tecnologia", EXECUTE, Forms.progress("functional")))
			.hasMessageContaining("especialidad");
		assertThatThrownBy(() -> this.people.complete(number, "tecnologia", EXECUTE,
				Forms.progress("functional", "requestedSpeciality", "TECHNOLOGY")))
			.hasMessageContaining("ya está en esa especialidad");
		this.people.complete(number, "tecnologia", EXECUTE,
				Forms.progress("functional", "requestedSpeciality", "FINANCE"));
		assertThat(this.people.groups(number, "userTask_takeOverTransfer")).containsExactly("finance");
		this.people.complete(number, "finanzas", "userTask_takeOverTransfer",
				Map.of("takeOverNote", "Lo lleva Finanzas."));

		assertThat(this.people.task(number, EXECUTE).getAssignee()).isEqualTo("finanzas");
		assertThat(this.escalations.get(number).ownerId()).isEqualTo(new UserId("finanzas"));
		assertThat(deadline(number, ServiceClock.ACKNOWLEDGEMENT).metAt()).isEqualTo(MONDAY_AT_TEN);
		resolve(number, "finanzas");
		assertThatCase(number).isWaitingAt("userTask_checkClosing")
			.hasNotPassed("userTask_decideException", "gateway_reworkJoin");
	}

	@Test
	@DisplayName("A manager grants an exception and resources, saying which and why (001-07)")
	void exceptionGranted() {
		CaseNumber number = working(moderate());

		this.people.complete(number, "tecnologia", EXECUTE, Forms.exception("Saltarse el corte semanal."));
		assertThat(this.people.groups(number, "userTask_decideException")).containsExactly("managers");
		assertThatThrownBy(() -> this.people.complete(number, "gerente", "userTask_decideException",
				Map.of("exceptionDecision", "granted", "exceptionReason", "Es urgente.")))
			.hasMessageContaining("Describa la excepción o los recursos");
		this.people.complete(number, "gerente", "userTask_decideException",
				Map.of("exceptionDecision", "granted", "exceptionGranted", "Envío fuera de corte.", "resourcesGranted",
						"Dos personas.", "exceptionReason", "Es urgente."));

		assertThat(texts(number, MatterNote.Kind.EXCEPTION))
			.containsExactly(InternalTexts.kept("Envío fuera de corte."));
		assertThat(texts(number, MatterNote.Kind.RESOURCES)).containsExactly(InternalTexts.kept("Dos personas."));
		assertThat(texts(number, MatterNote.Kind.EXCEPTION_DECISION))
			.containsExactly(InternalTexts.kept("Se concede. Es urgente."));
		assertThat(this.escalations.get(number).level()).isEqualTo(2);
		assertThat(this.people.task(number, EXECUTE).getAssignee()).isEqualTo("tecnologia");
	}

	@Test
	@DisplayName("What is refused is asked again of the same level or of the next one, as the owner says, and above directors nobody is offered (001-04)")
	void exceptionRefusedUpToTheTop() {
		CaseNumber number = working(moderate());
		Map<String, Object> no = Map.of("exceptionDecision", "refused", "exceptionGranted", "No se guarda.",
				"exceptionReason", "No procede.");
		assertThat(this.people.offered(number, EXECUTE, "exceptionTargets")).containsExactly("next");
		this.people.complete(number, "tecnologia", EXECUTE, Forms.exception("Saltarse el corte."));
		assertThat(this.people.task(number, "userTask_decideException").getAssignee()).isNull();
		assertThat(told(number, "exception-1")).as("those who have the task")
			.contains("gerente@escala.example")
			.doesNotContain("supervisor@escala.example");
		this.people.complete(number, "gerente", "userTask_decideException", no);

		assertThatThrownBy(() -> this.people.complete(number, "tecnologia", EXECUTE, Forms.exception("Otra vez.")))
			.hasMessageContaining(
					"Diga a quién se lo pide: Nivel 2, Gerencia, que la última vez dijo que no: diga qué ha "
							+ "cambiado; o "
							+ "Nivel 3, un nivel más arriba, a pesar de la negativa: quedará anotado.");
		this.people.complete(number, "tecnologia", EXECUTE,
				Forms.exception("El cliente acepta otra fecha.", "exceptionTarget", "same"));
		assertThat(this.people.groups(number, "userTask_decideException")).containsExactly("managers");
		assertThat(this.escalations.get(number).level()).isEqualTo(2);
		assertThat(deadline(number, ServiceClock.LEVEL_2).run()).isEqualTo(2);
		this.people.complete(number, "gerente", "userTask_decideException", no);
		assertThat(returned(number, EXECUTE)).containsExactly("gerente",
				InternalTexts.kept("No se concede. No procede."));
		this.people.complete(number, "tecnologia", EXECUTE,
				Forms.exception("Lo pido más arriba.", "exceptionTarget", "next"));
		assertThat(this.people.groups(number, "userTask_decideException")).containsExactly("directors");
		this.people.complete(number, "gerente", "userTask_decideException", no);

		assertThat(this.escalations.get(number).level()).isEqualTo(Levels.TOP);
		assertThat(texts(number, MatterNote.Kind.EXCEPTION)).isEmpty();
		assertThat(this.people.offered(number, EXECUTE, "exceptionTargets")).containsExactly("same");
		assertThatThrownBy(() -> this.people.complete(number, "tecnologia", EXECUTE,
				Forms.exception("Una vez más.", "exceptionTarget", "next")))
			.hasMessageContaining("Diga a quién se lo pide: Nivel 3");
		assertThat(this.people.times(number, "businessRuleTask_decideHierarchy")).isEqualTo(3);
	}

	@Test
	@DisplayName("Within their limit the owner decides alone; more goes to the first level that may, and nobody grants beyond theirs (001-03, 001-07)")
	void limits() {
		CaseNumber number = working(moderate());
		UserId owner = new UserId("tecnologia");
		assertThatThrownBy(() -> this.exceptions.grant(number, owner, money(101), "Error nuestro."))
			.hasMessageContaining(
					"Usted puede conceder hasta 100 € en un caso, y con esto serían 101 €. Pídalo en «Ejecutar el plan»");
		assertThatThrownBy(() -> this.exceptions.grant(number, new UserId("agente"), money(20), "Error nuestro."))
			.hasMessageContaining("Solo la persona responsable");
		this.exceptions.grant(number, owner, money(100), "Error nuestro.");
		assertThatThrownBy(() -> this.exceptions.grant(number, owner, money(1), "Otra vez."))
			.hasMessageContaining("con esto serían 101 €");
		assertThat(texts(number, MatterNote.Kind.EXCEPTION)).containsExactly("Dinero, 100 €: Portes");
		assertThat(texts(number, MatterNote.Kind.EXCEPTION_DECISION))
			.containsExactly("Se concede dentro de su límite (hasta 100 €). Error nuestro.");
		assertThat(this.escalations.get(number).level()).isEqualTo(1);

		assertThatThrownBy(() -> this.people.complete(number, "tecnologia", EXECUTE,
				Forms.exception("Un abono.", "exceptionKind", "MONEY")))
			.hasMessageContaining("Indique el importe en euros");
		this.people.complete(number, "tecnologia", EXECUTE,
				Forms.exception("Un abono.", "exceptionKind", "MONEY", "exceptionAmount", 5001));

		assertThat(this.people.groups(number, "userTask_decideException")).containsExactly("directors");
		assertThat(deadline(number, ServiceClock.LEVEL_2).isOpen()).as("nobody waits for managers").isFalse();
		this.people.complete(number, "gerente", "userTask_decideException", Map.of("exceptionDecision", "granted",
				"exceptionGranted", "El abono.", "exceptionReason", "Es justo."));
		CaseNumber other = working(moderate());
		this.people.complete(other, "tecnologia", EXECUTE,
				Forms.exception("Un abono.", "exceptionKind", "MONEY", "exceptionAmount", 5000));
		assertThat(this.people.groups(other, "userTask_decideException")).containsExactly("managers");
		assertThatThrownBy(
				() -> this.exceptions.requireLimit(other, new UserId("supervisor"), "supervisors", money(501)))
			.hasMessageContaining("Esto pasa de lo que usted puede conceder (hasta 500 €)");
	}

	private static ExceptionRequest money(int euros) {
		return ExceptionRequest.of("MONEY", euros, "Portes");
	}

	@Test
	@DisplayName("The plan is adjusted with a reason, and the new version holds once the customer was told why (001-22)")
	void adjusted() {
		CaseNumber number = working(moderate());

		this.people.complete(number, "tecnologia", EXECUTE, Forms.progress("adjust"));
		assertThatThrownBy(() -> this.people.complete(number, "tecnologia", "userTask_adjustPlan",
				Map.of("planSteps", "Cambiar la cola", "planDays", 3)))
			.hasMessageContaining("por qué cambia el plan");
		assertThatThrownBy(() -> this.people.complete(number, "tecnologia", "userTask_adjustPlan",
				Forms.changedPlan("customerMessage", " ")))
			.hasMessageContaining("Falta el mensaje para el cliente");
		assertThatThrownBy(() -> this.people.complete(number, "tecnologia", "userTask_adjustPlan",
				Forms.changedPlan("customerMessage", "Por culpa del proveedor, todo cambia.")))
			.hasMessageContaining("Motivo para enviarlo así");
		assertThatThrownBy(() -> this.people.complete(number, "tecnologia", "userTask_adjustPlan",
				Forms.changedPlan("customerMessage", "Cambia. ".repeat(499))))
			.hasMessageContaining("El mensaje y los pasos del plan, juntos, ocupan 4041 caracteres, y caben 4000");
		this.people.complete(number, "tecnologia", "userTask_adjustPlan", Forms.changedPlan());

		assertThat(this.escalations.latestPlan(number).orElseThrow().version()).isEqualTo(1);
		assertThat(this.escalations.pendingPlan(number).orElseThrow().version()).isEqualTo(2);
		assertThat(this.people.tasks(number)).isEmpty();
		this.people.run(number, "serviceTask_sendMessage");

		assertThat(this.escalations.pendingPlan(number)).isEmpty();
		assertThat(this.escalations.latestPlan(number)).hasValueSatisfying((plan) -> {
			assertThat(plan.version()).isEqualTo(2);
			assertThat(plan.steps()).containsExactly("Cambiar la cola", "Avisar");
			assertThat(plan.reason()).isEqualTo(InternalTexts.kept("Hay otra causa."));
		});
		assertThat(told(number, "plan-change-1")).containsExactly("compras@norte.example");
		assertThat(
				this.jdbc.sql("SELECT text_body FROM outbox_message WHERE case_number = ? AND step = 'plan-change-1'")
					.param(number.value())
					.query(String.class)
					.single())
			.contains("Habrá una cola nueva, porque la de antes se volvería a llenar.",
					"Su plan, paso a paso:\n- Cambiar la cola\n- Avisar")
			.doesNotContain("Hay otra causa");
		assertThat(this.people.tasks(number)).containsExactly(EXECUTE);
	}

	@Test
	@DisplayName("A changed plan that nobody was told of never counts")
	void adjustedInVain() {
		CaseNumber number = working(moderate());
		this.people.complete(number, "tecnologia", EXECUTE, Forms.progress("adjust"));
		this.people.complete(number, "tecnologia", "userTask_adjustPlan",
				Forms.changedPlan("customerMessage", "Su abogado recibirá la respuesta mañana."));
		assertThat(this.people.tasks(number)).containsExactly("userTask_readMessage");

		this.endings.withdraw(number, new UserId("agente"), "Ya no hace falta.");
		this.people.run(number, "serviceTask_announceWithdrawal");

		assertThat(this.escalations.latestPlan(number).orElseThrow().version()).isEqualTo(1);
		assertThat(this.escalations.pendingPlan(number).orElseThrow().version()).isEqualTo(2);
	}

	@Test
	@DisplayName("Experts answer what they were asked (001-22)")
	void experts() {
		CaseNumber number = working(moderate());

		this.people.complete(number, "tecnologia", EXECUTE,
				Forms.progress("experts", "expertQuestion", "¿Es la cola?"));
		assertThat(this.people.groups(number, "userTask_reviewPlan")).containsExactly("experts");
		this.people.complete(number, "arquitecto", "userTask_reviewPlan", Map.of("expertOpinion", "Es el disco."));

		assertThat(texts(number, MatterNote.Kind.EXPERT_QUESTION)).containsExactly(InternalTexts.kept("¿Es la cola?"));
		assertThat(texts(number, MatterNote.Kind.EXPERT_OPINION)).containsExactly(InternalTexts.kept("Es el disco."));
		assertThat(this.people.tasks(number)).containsExactly(EXECUTE);
	}

	@Test
	@DisplayName("One task force presents its technical plan and is disbanded when the resolution is verified (001-24, 001-25)")
	void taskForce() {
		CaseNumber number = working(moderate());

		this.people.complete(number, "tecnologia", EXECUTE, Forms.progress("taskForce"));
		assertThatThrownBy(() -> this.people.complete(number, "gerente", "userTask_formTaskForce", Map.of()))
			.hasMessageContaining("quién dirige el grupo")
			.hasMessageContaining("el objetivo del grupo")
			.hasMessageContaining("los miembros");
		assertThat(this.people.offered(number, "userTask_formTaskForce", "staff")).contains("arquitecto", "finanzas");
		assertThatThrownBy(() -> this.people.complete(number, "gerente", "userTask_formTaskForce",
				Map.of("taskForceLead", "nadie", "taskForceMembers", List.of("finanzas", "otro"), "taskForceGoal",
						"x")))
			.hasMessageContaining("«nadie» no está en el directorio")
			.hasMessageContaining("«otro» no está en el directorio");
		this.people.complete(number, "gerente", "userTask_formTaskForce",
				Map.of("taskForceLead", "arquitecto", "taskForceMembers", List.of("finanzas", "arquitecto", "finanzas"),
						"taskForceGoal", "Reparar la cola."));
		assertThat(told(number, "task-force-1")).containsExactly("arquitecto@escala.example",
				"finanzas@escala.example");
		assertThat(this.escalations.activeTaskForce(number).orElseThrow().members())
			.containsExactly(new UserId("finanzas"));
		this.people.complete(number, "tecnologia", "userTask_presentTechnicalPlan",
				Map.of("technicalPlan", "Cambiar el disco."));
		assertThat(this.escalations.activeTaskForce(number)).isPresent();
		assertThat(this.people.offered(number, EXECUTE, "planOutcomes")).doesNotContain("taskForce");
		assertThatThrownBy(() -> this.people.complete(number, "tecnologia", EXECUTE, Forms.progress("taskForce")))
			.hasMessageContaining("entre las opciones que ofrece la tarea");
		resolve(number, "tecnologia");

		assertThat(texts(number, MatterNote.Kind.TECHNICAL_PLAN))
			.containsExactly(InternalTexts.kept("Cambiar el disco."));
		assertThat(this.escalations.activeTaskForce(number)).isEmpty();
		assertThatCase(number).isWaitingAt("userTask_checkClosing");
	}

	@Test
	@DisplayName("A manager who declines, an architect who sends back and a customer who cannot use it bring the work back (001-25 to 001-27)")
	void broughtBack() {
		CaseNumber number = working(moderate());

		assertThat(returned(number, EXECUTE)).isEmpty();
		this.people.complete(number, "tecnologia", EXECUTE, Forms.progress("done"));
		this.people.complete(number, "gerente", "userTask_declareResolution", Forms.declared("no"));
		assertThat(this.people.tasks(number)).containsExactly(EXECUTE);
		assertThat(returned(number, EXECUTE)).containsExactly("gerente",
				InternalTexts.kept("Se revisó lo que hizo el equipo."));
		this.people.complete(number, "tecnologia", EXECUTE, Forms.progress("done"));
		this.people.complete(number, "gerente", "userTask_declareResolution", Forms.declared("yes"));
		assertThatThrownBy(() -> this.people.complete(number, "arquitecto", "userTask_verifyResolution",
				Map.of("resolutionVerified", "sentBack")))
			.hasMessageContaining("Falta");
		this.people.complete(number, "arquitecto", "userTask_verifyResolution",
				Map.of("resolutionVerified", "sentBack", "verificationNote", "Fallan dos facturas."));
		assertThat(this.people.tasks(number)).containsExactly(EXECUTE);
		assertThat(texts(number, MatterNote.Kind.VERIFICATION))
			.containsExactly(InternalTexts.kept("Fallan dos facturas."));
		assertThat(returned(number, EXECUTE)).containsExactly("arquitecto", InternalTexts.kept("Fallan dos facturas."));
		assertThat(told(number, "resolved-1")).isEmpty();
		this.people.complete(number, "tecnologia", EXECUTE, Forms.progress("done"));
		this.people.complete(number, "gerente", "userTask_declareResolution", Forms.declared("yes"));
		this.people.complete(number, "arquitecto", "userTask_verifyResolution", Forms.verified("verified"));
		this.people.run(number, "serviceTask_announceResolution");
		this.people.complete(number, "ejecutivo", "userTask_confirmWithCustomer", Forms.usable("no"));
		assertThat(returned(number, EXECUTE)).first().isEqualTo("ejecutivo");
		assertThat(this.people.tasks(number)).containsExactly(EXECUTE);
		assertThatCase(number).hasNotPassed("serviceTask_recordRecovery", "subProcess_close");
		assertThat(deadline(number, ServiceClock.RESOLUTION).isOpen()).isTrue();
		resolve(number, "tecnologia");

		assertThatCase(number).isWaitingAt("userTask_checkClosing");
		assertThat(this.people.times(number, "gateway_reworkJoin")).isEqualTo(3);
		assertThat(told(number, "resolved-2")).contains("compras@norte.example");
		assertThat(told(number, "resolved-3")).contains("compras@norte.example");
		assertThat(this.people.times(number, "serviceTask_recordRecovery")).isEqualTo(1);
	}

	private List<String> texts(CaseNumber number, MatterNote.Kind kind) {
		return this.notes.notes(number).stream().filter((note) -> note.kind() == kind).map(MatterNote::text).toList();
	}

}
