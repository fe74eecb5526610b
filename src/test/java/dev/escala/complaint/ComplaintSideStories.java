package dev.escala.complaint;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.escala.card.Card;
import dev.escala.card.CardSection.Section;
import dev.escala.card.CardTask;
import dev.escala.card.Cards;
import dev.escala.escalatedcomplaint.EscalateComplaint;
import dev.escala.escalatedcomplaint.EscalatedComplaint;
import dev.escala.escalatedcomplaint.EscalationEnding;
import dev.escala.escalation.Escalation;
import dev.escala.escalation.Escalations;
import dev.escala.escalation.course.EndCase;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.CaseDriver;
import dev.escala.support.Forms;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What happens beside the straight way: it becomes an escalation, somebody calls. */
abstract class ComplaintSideStories extends ComplaintStory {

	private static final String AWAIT = "userTask_awaitEscalation";

	private static final String CALL = "userTask_callCustomer";

	private static final EscalateComplaint.Input TECHNICAL = new EscalateComplaint.Input("KNOWLEDGE", "TECHNICAL",
			"TECHNOLOGY", "MEDIUM", "HIGH");

	@Autowired
	private EscalateComplaint escalating;

	@Autowired
	private Escalations escalations;

	@Autowired
	private EndCase ending;

	@Autowired
	private Cards cards;

	@Test
	@DisplayName("It becomes an escalation, once, and waits for it while its term runs on; resolved, it goes on with the result")
	void escalated() {
		CaseNumber number = ready();
		var before = binding(number).dueAt();
		CaseNumber escalation = escalate(number).escalation();
		assertThat(escalate(number).escalation()).as("the second click").isEqualTo(escalation);

		Escalation started = this.escalations.get(escalation);
		assertThat(started.customerId()).isEqualTo(this.complaints.get(number).customerId());
		assertThat(started.report().description()).contains("Llamé y nadie contestó.", "Que me devuelvan");
		assertThat(this.people.tasks(number)).containsExactly(AWAIT);
		assertThat(binding(number).dueAt()).isEqualTo(before);
		assertThat(this.people.task(number, AWAIT).getDueDate()).isEqualTo(before);
		assertThat(section(number, "Escalamiento")).contains(escalation.value(), "espera a que termine");
		assertThat(section(escalation, "Reclamación de la que sale")).contains(number.value(),
				"los plazos de la ley siguen corriendo");

		resolve(escalation);

		assertThat(this.people.tasks(number)).containsExactly(INVESTIGATE);
		assertThat(happened(number)).anyMatch((text) -> text.startsWith("El escalamiento " + escalation)
				&& text.contains("el cliente puede usar el servicio de nuevo"));
		assertThat(this.escalating.of(number)).singleElement()
			.extracting(EscalatedComplaint::ending)
			.isEqualTo(EscalationEnding.RESOLVED);
		decide(number);
		assertThatThrownBy(() -> escalate(number)).hasMessageContaining("está en «Responder»");
		withdraw(number);
	}

	@Test
	@DisplayName("The escalation is withdrawn: the complaint goes on and says so; or its owner lets it go on before")
	void escalationDropped() {
		CaseNumber number = ready();
		CaseNumber escalation = escalate(number).escalation();
		assertThatThrownBy(() -> this.people.complete(number, HANDLER, AWAIT, Map.of()))
			.hasMessageContaining("por qué se sigue sin esperar");
		this.people.complete(number, HANDLER, AWAIT, Map.of("goOnReason", "Tecnología tarda más que el plazo."));
		assertThat(this.people.tasks(number)).containsExactly(INVESTIGATE);
		assertThat(happened(escalation)).anyMatch((text) -> text.contains("sigue sin esperar a este caso"));

		assertThat(escalate(number).escalation()).as("the one that runs").isEqualTo(escalation);
		assertThat(this.people.tasks(number)).containsExactly(AWAIT);
		this.ending.withdraw(escalation, new UserId(AGENT), "Era un error de la factura.");

		assertThat(this.people.tasks(number)).containsExactly(INVESTIGATE);
		assertThat(happened(number))
			.anyMatch((text) -> text.contains("se retiró") && text.contains("Era un error de la factura."));
		withdraw(number);
	}

	@Test
	@DisplayName("The complaint is taken back while it waits: the escalation knows, and goes on by itself")
	void withdrawnWhileEscalated() {
		CaseNumber number = ready();
		CaseNumber escalation = escalate(number).escalation();
		withdraw(number);

		assertThat(this.people.left(number)).isEmpty();
		assertThat(happened(escalation)).anyMatch((text) -> text.contains("Este caso sigue por su cuenta"));
		assertThat(section(escalation, "Reclamación de la que sale")).doesNotContain("Espera");
		this.ending.withdraw(escalation, new UserId(AGENT), "Ya nadie lo pide.");
		assertThat(this.escalations.get(escalation).isOpen()).isFalse();
		assertThat(this.complaints.get(number).outcome()).isEqualTo(ComplaintOutcome.WITHDRAWN);
	}

	@Test
	@DisplayName("Without an address it is asked by telephone: heard, solved and the words are kept; \"no\" reopens (004-54)")
	void askedByTelephone() {
		CaseNumber number = answeredInPerson("Elena Voz", "600 000 777");
		assertThat(questions(number)).as("no question before the answer, nor at once").isEmpty();
		this.people.runWhenDue(number, "event_timeToAsk");
		this.people.run(number, "serviceTask_askWhetherSolved");
		assertThat(form(number).get("asksJudgement")).hasToString("true");
		assertThat((String) form(number).get("callWho")).contains("Elena Voz", "600 000 777");

		assertThatThrownBy(() -> call(number, "yes", null)).hasMessageContaining("según el cliente, se resolvió");
		call(number, "yes", "no");
		this.people.run(number, "serviceTask_weighJudgement");

		assertThat(happened(number)).contains("Se investiga de nuevo: El ingreso no ha llegado.");
		assertThat(questions(number)).isEmpty();
		assertThat(this.people.tasks(number)).contains(INVESTIGATE);
		withdraw(number);
	}

	@Test
	@DisplayName("Nobody called in time: silence that nobody asked about closes nothing, and a late \"no\" reopens")
	void calledLate() {
		CaseNumber number = answeredInPerson("Elías Voz", "600 000 778");
		this.people.runWhenDue(number, "event_timeToAsk");
		this.people.run(number, "serviceTask_askWhetherSolved");
		this.people.runWhenDue(number, "event_judgementOver");
		this.people.run(number, "serviceTask_weighJudgement");
		assertThatThrownBy(
				() -> this.people.complete(number, HANDLER, CLOSE, Map.of("closingSummary", "Nada que cambiar.")))
			.hasMessageContaining("quede por hacer la llamada");
		call(number, "no", "no");

		assertThat(this.people.tasks(number)).contains(INVESTIGATE).doesNotContain(CLOSE);
		assertThat(this.complaints.get(number).phase()).isEqualTo(ComplaintPhase.INVESTIGATE);
		CaseDriver.travel(Duration.ofDays(1));
		withdraw(number);
	}

	private EscalatedComplaint escalate(CaseNumber number) {
		return this.escalating.start(number, new UserId(HANDLER), TECHNICAL);
	}

	private void resolve(CaseNumber escalation) {
		this.people.complete(escalation, "tecnologia", "userTask_takeOver", Forms.takeOver());
		this.people.run(escalation, "serviceTask_announceEscalation");
		this.people.complete(escalation, "tecnologia", "userTask_preparePlan", Forms.plan());
		this.people.run(escalation, "serviceTask_sendMessage");
		this.people.complete(escalation, "tecnologia", "userTask_executePlan", Forms.progress("done"));
		this.people.complete(escalation, "gerente", "userTask_declareResolution", Forms.declared("yes"));
		this.people.complete(escalation, "arquitecto", "userTask_verifyResolution", Forms.verified("verified"));
		this.people.run(escalation, "serviceTask_announceResolution");
		this.people.complete(escalation, "ejecutivo", "userTask_confirmWithCustomer", Forms.usable("yes"));
	}

	private CaseNumber answeredInPerson(String customer, String phone) {
		CaseNumber number = decided("customer", customer, "phone", phone, "answerChannel", "IN_PERSON");
		answer(number);
		this.people.complete(number, HANDLER, DELIVER, Map.of("deliveryProof", "Firmado en mano."));
		return number;
	}

	private void call(CaseNumber number, String heard, String solved) {
		this.people.complete(questions(number).get(0), HANDLER, Forms.with(
				Map.of("callOutcome", "answered", "callNote", "El ingreso no ha llegado.", "judgedHeard", heard),
				"judgedSolved", solved));
	}

	private Map<String, Object> form(CaseNumber number) {
		return this.engine.getTaskService().getVariablesLocal(questions(number).get(0).getId());
	}

	/** Calls that ask; others tell what people with an address read. */
	private List<Task> questions(CaseNumber number) {
		return this.engine.getTaskService()
			.createTaskQuery()
			.processInstanceBusinessKey(number.value())
			.taskDefinitionKey(CALL)
			.list()
			.stream()
			.filter((task) -> String.valueOf(this.engine.getTaskService().getVariableLocal(task.getId(), "callText"))
				.contains("¿Siente que se le escuchó?"))
			.toList();
	}

	private String section(CaseNumber number, String title) {
		Card card = this.cards.find(CardTask.page(number)).orElseThrow();
		List<String> found = card.sections()
			.stream()
			.filter((section) -> section.title().equals(title))
			.map(Section::text)
			.toList();
		assertThat(found).hasSize(1);
		return found.get(0);
	}

	private void withdraw(CaseNumber number) {
		this.progress.withdraw(number, new UserId(AGENT), "Ya no la quiere.");
		this.people.run(number, "serviceTask_tellComplaintWithdrawn");
	}

}
