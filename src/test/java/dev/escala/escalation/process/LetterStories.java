package dev.escala.escalation.process;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.escala.access.Role;
import dev.escala.customer.Customer;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.escalation.CaseLetter;
import dev.escala.escalation.CaseLetter.Reading;
import dev.escala.escalation.CaseLetter.Status;
import dev.escala.escalation.CaseLetters;
import dev.escala.escalation.CaseNote;
import dev.escala.escalation.CustomerContacts;
import dev.escala.escalation.DateTexts;
import dev.escala.escalation.EndCase;
import dev.escala.escalation.Phase;
import dev.escala.escalation.SendLetter;
import dev.escala.letter.LetterIntent;
import dev.escala.servicelevel.ServiceClock;
import dev.escala.support.CaseDriver;
import dev.escala.support.Forms;
import dev.escala.timeline.Timeline;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** What people write to customers, from the draft to the mail. */
abstract class LetterStories extends EscalationStory {

	private static final String UPDATE = "userTask_updateCustomer";

	private static final String REPLY = "userTask_replyToContact";

	private static final String READ = "userTask_readMessage";

	private static final String CORRECT = "userTask_correctMessage";

	private static final String SEND = "serviceTask_sendMessage";

	private static final Map<String, Object> LEGAL = Map.of("customerMessage",
			"Su abogado recibe mañana el informe que pidió.");

	private static final Map<String, Object> APPROVED = Map.of("messageReading", "approved");

	@Autowired
	private CaseLetters letters;

	@Autowired
	private SendLetter sending;

	@Autowired
	private CustomerContacts contacts;

	@Autowired
	private DateTexts dates;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private EndCase end;

	@Autowired
	private Timeline timeline;

	@Autowired
	private PlatformTransactionManager transactions;

	@Test
	@DisplayName("A letter that the second reader sends back is corrected, read again and sent once; the clock waits for that")
	void sentBackAndCorrected() {
		String number = updating(moderate());
		Instant due = deadline(number, ServiceClock.UPDATE).dueAt();
		int run = deadline(number, ServiceClock.UPDATE).run();

		this.people.complete(number, "tecnologia", UPDATE, LEGAL);
		assertThat(this.people.groups(number, READ)).containsExactly("legal");
		assertThat(this.people.task(number, READ).getDueDate()).isEqualTo(due);
		assertThatThrownBy(() -> this.people.complete(number, "finanzas", READ, Map.of("messageReading", "sendBack")))
			.hasMessageContaining("Falta qué debe cambiar");
		assertThatThrownBy(() -> this.people.complete(number, "finanzas", READ, Map.of("messageReading", "later")))
			.hasMessageContaining("se puede enviar");
		this.people.complete(number, "finanzas", READ,
				Map.of("messageReading", "sendBack", "readingComment", "Nombre al perito, no al abogado."));
		assertThat(this.people.task(number, CORRECT).getAssignee()).isEqualTo("tecnologia");
		assertThat(this.people.task(number, CORRECT).getDueDate()).isEqualTo(due);
		assertThat(told(number, "update-1")).isEmpty();
		assertThatThrownBy(() -> this.people.complete(number, "tecnologia", CORRECT, Map.of("messageText", " ")))
			.hasMessageContaining("Falta el mensaje");
		this.people.complete(number, "tecnologia", CORRECT,
				Map.of("messageText", "Su perito recibe mañana el informe que pidió."));
		this.people.complete(number, "finanzas", READ, APPROVED);
		assertThat(deadline(number, ServiceClock.UPDATE).run()).isEqualTo(run);
		this.people.run(number, SEND);

		assertThat(told(number, "update-1")).containsExactly("compras@norte.example");
		assertThat(mail(number, "update-1"))
			.contains("Hola, Compras:", "Su perito recibe",
					"A más tardar, " + this.dates.full(deadline(number, ServiceClock.UPDATE).dueAt()))
			.doesNotContain("abogado");
		assertThat(deadline(number, ServiceClock.UPDATE).run()).isEqualTo(run + 1);
		assertThat(this.escalations.notes(number)).filteredOn((note) -> note.kind() == CaseNote.Kind.UPDATE)
			.extracting(CaseNote::text)
			.containsExactly("Su perito recibe mañana el informe que pidió.");
		CaseLetter letter = letter(number, LetterIntent.UPDATE);
		assertThat(letter.status()).isEqualTo(Status.SENT);
		assertThat(letter.versions()).extracting(CaseLetter.Version::text)
			.containsExactly((String) LEGAL.get("customerMessage"), "Su perito recibe mañana el informe que pidió.");
		assertThat(letter.readings()).extracting(Reading::reader, Reading::approved)
			.containsExactly(tuple("finanzas", false), tuple("finanzas", true));
		assertThat(happened(number)).contains(
				"Devolvió la actualización a quien la escribió: Nombre al perito, no al " + "abogado.",
				"Leyó y aprobó la actualización.");
		assertThat(this.people.jobs(number)).contains("event_nextUpdateDue").doesNotContain(SEND);
	}

	@Test
	@DisplayName("What the checks find is told before anything is lost, and goes out with a reason that is kept")
	void overridden() {
		String number = updating(Forms.with(Forms.report("SUR"), "impact", "MEDIUM", "urgency", "MEDIUM"));
		Map<String, Object> hedged = Map.of("customerMessage",
				"Estimado cliente, probablemente esté el lunes. El departamento de facturación no ha contestado.");

		assertThatThrownBy(() -> this.people.complete(number, "tecnologia", UPDATE, hedged))
			.hasMessageContaining("«Estimado cliente»: Es una fórmula")
			.hasMessageContaining("«probablemente»: El cliente no sabe")
			.hasMessageContaining("«departamento de facturación no ha»: Culpa a otro departamento")
			.hasMessageContaining("Motivo para enviarlo así");
		assertThat(this.people.tasks(number)).contains(UPDATE);
		assertThat(this.letters.of(number)).extracting(CaseLetter::intent).containsExactly(LetterIntent.PLAN);
		this.people.complete(number, "tecnologia", UPDATE,
				Forms.with(hedged, "overrideReason", "Lo pide así su jurista."));
		this.people.run(number, SEND);

		assertThatCase(number).hasPassed("callActivity_sendUpdate");
		assertThat(this.people.passed(number)).doesNotContain(READ);
		assertThat(told(number, "update-1")).containsExactly("taller@sur.example");
		CaseLetter.Version sent = letter(number, LetterIntent.UPDATE).latest();
		assertThat(sent.overrideReason()).isEqualTo("Lo pide así su jurista.");
		assertThat(sent.findings()).hasSize(3);
		assertThat(happened(number)).anyMatch((text) -> text.contains("Motivo: Lo pide así su jurista."));
	}

	@Test
	@DisplayName("Who wrote a letter is not its reader, whatever their role; without another supervisor a manager may read it")
	void authorCannotRead() {
		String number = reported(severe());
		this.contacts.add(number, "agente", "¿Hay alguien?");
		this.people.complete(number, "supervisor", REPLY,
				Map.of("replyMessage", "Quizá mañana.", "overrideReason", "Es lo que se sabe."));
		Task reading = this.people.task(number, READ);

		assertThat(this.people.groups(number, READ)).containsExactlyInAnyOrder("supervisors", "managers");
		assertThatThrownBy(() -> this.people.complete(number, "supervisor", READ, APPROVED))
			.hasMessageContaining("Usted escribió este mensaje");
		assertThatThrownBy(() -> this.people.as("gerente", () -> {
			this.engine.getTaskService().setAssignee(reading.getId(), "supervisor");
			return null;
		})).hasMessageContaining("Usted escribió este mensaje");
		long id = letter(number, LetterIntent.REPLY).id();
		assertThatThrownBy(() -> this.letters.read(number, id, "supervisor", true, null))
			.hasMessageContaining("Usted escribió este mensaje");
		this.people.complete(number, "gerente", READ, APPROVED);
		this.people.run(number, SEND);

		assertThat(told(number, "reply-1")).containsExactly("compras@norte.example");
		assertThat(mail(number, "reply-1")).contains("Gracias por escribirnos");
	}

	@Test
	@DisplayName("Where the group that should read has nobody else, the supervisors read")
	void fallsBackToTheSupervisors() {
		String number = this.people.report("agente",
				Forms.with(moderate(), "speciality", "FINANCE", "criterion", "FINANCING"));
		this.people.complete(number, "finanzas", "userTask_takeOver", Forms.takeOver());
		this.people.run(number, "serviceTask_announceEscalation");

		this.people.complete(number, "finanzas", "userTask_preparePlan",
				Forms.with(Forms.plan(), "customerMessage", "Su denuncia se contesta mañana.", "legalMatter", false));

		assertThat(this.people.groups(number, READ)).containsExactly(Role.SUPERVISORS.groupId());
		this.people.complete(number, "supervisor", READ, APPROVED);
		assertThat(this.escalations.get(number).phase()).isEqualTo(Phase.COMMUNICATE);
		this.people.run(number, SEND);
		assertThat(this.escalations.get(number).phase()).isEqualTo(Phase.RESOLVE);
		assertThat(told(number, "plan")).containsExactly("compras@norte.example");
	}

	@Test
	@DisplayName("The plan of a critical case is read first; its answer's deadline runs on and can be missed meanwhile")
	void criticalPlan() {
		String number = reported(Forms.with(Forms.report("SUR"), "impact", "HIGH", "urgency", "HIGH"));
		this.people.complete(number, "tecnologia", "userTask_takeOver", Forms.takeOver());
		this.people.run(number, "serviceTask_announceEscalation");
		this.people.complete(number, "tecnologia", "userTask_preparePlan", Forms.plan());
		assertThat(this.people.groups(number, READ)).containsExactly("de-escalation-architects");
		assertThat(this.people.task(number, READ).getDueDate())
			.isEqualTo(deadline(number, ServiceClock.ANSWER).dueAt());

		this.people.miss(number, ServiceClock.ANSWER);
		this.people.complete(number, "arquitecto", READ, APPROVED);
		this.people.run(number, SEND);

		assertThat(deadline(number, ServiceClock.ANSWER).breachedAt()).isNotNull();
		assertThat(told(number, "plan")).containsExactly("taller@sur.example");
		assertThat(this.people.tasks(number)).contains("userTask_executePlan");
	}

	@Test
	@DisplayName("An author who ticks that a letter touches compensation has it read by the managers")
	void tickedByTheAuthor() {
		String number = updating(moderate());

		this.people.complete(number, "tecnologia", UPDATE,
				Map.of("customerMessage", "Le llamamos mañana por lo acordado.", "remedyMatter", true));

		assertThat(this.people.groups(number, READ)).containsExactly("managers");
		assertThatThrownBy(
				() -> this.people.complete(number, "gerente", READ, Forms.with(APPROVED, "letterId", 999999L)))
			.hasMessageContaining("no tiene ningún mensaje");
	}

	@Test
	@DisplayName("An update begins with a draft from the case, which passes the checks as it is")
	void draftOfAnUpdate() {
		String number = working(moderate());
		this.people.complete(number, "tecnologia", "userTask_executePlan",
				Forms.progress("adjust", "progressNote", "Se vació la cola.\nProbablemente fue ventas."));
		this.people.runWhenDue(number, "event_firstUpdateDue");

		String draft = draft(number, UPDATE, "customerMessage");
		this.people.complete(number, "tecnologia", UPDATE, Map.of("customerMessage", draft));
		this.people.run(number, SEND);

		assertThat(draft).contains("- Se vació la cola.", "- Revisar la cola de salida", "- Reenviar las facturas")
			.doesNotContain("Probablemente");
		assertThat(mail(number, "update-1")).contains("Hola, Compras:", draft, "La solución está prevista",
				"CUÁNDO VOLVERÁ A TENER NOTICIAS", "responda a este correo");
		assertThat(letter(number, LetterIntent.UPDATE).latest().findings()).isEmpty();
	}

	@Test
	@DisplayName("Plans and replies have drafts too, in the language of the customer, that pass as they are")
	void otherDrafts() {
		english();
		for (String customer : List.of("NORTE", "THAMES")) {
			String number = planning(Forms.with(Forms.report(customer), "impact", "LOW", "urgency", "LOW",
					"customerIssues", "Sin señal"));
			String plan = draft(number, "userTask_preparePlan", "customerMessage");
			this.people.complete(number, "tecnologia", "userTask_preparePlan",
					Forms.with(Forms.plan(), "customerMessage", plan));
			this.people.run(number, SEND);
			this.contacts.add(number, "agente", "¿Cómo va lo del departamento de ventas, que no ha contestado?");
			String reply = draft(number, REPLY, "replyMessage");
			this.people.complete(number, "tecnologia", REPLY, Map.of("replyMessage", reply));
			this.people.run(number, SEND);

			assertThat(mail(number, "plan")).contains(plan);
			assertThat(mail(number, "reply-1")).contains(reply);
			assertThat(reply)
				.contains(customer.equals("NORTE") ? "Gracias por contárnoslo" : "Thank you for telling us");
			assertThat(plan).contains(customer.equals("NORTE") ? "- Sin señal" : "You told us");
		}
	}

	@Test
	@DisplayName("A node that dies while it sends has sent nothing; whoever comes next sends once")
	void sentOnce() {
		String number = updating(moderate());
		this.people.complete(number, "tecnologia", UPDATE, Map.of("customerMessage", "Mañana podrá facturar."));
		long id = letter(number, LetterIntent.UPDATE).id();
		int run = deadline(number, ServiceClock.UPDATE).run();

		for (int death = 0; death < 2; death++) {
			new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
				this.people.run(number, SEND);
				assertThat(told(number, "update-1")).hasSize(1);
				status.setRollbackOnly();
			});
			assertThat(told(number, "update-1")).isEmpty();
			assertThat(this.letters.get(number, id).status()).isEqualTo(Status.CLEARED);
			assertThat(deadline(number, ServiceClock.UPDATE).run()).isEqualTo(run);
		}
		this.people.run(number, SEND);
		this.sending.send(number, id);

		assertThat(told(number, "update-1")).hasSize(1);
		assertThat(told(number, "update-2")).isEmpty();
		assertThat(deadline(number, ServiceClock.UPDATE).run()).isEqualTo(run + 1);
	}

	@Test
	@DisplayName("A letter that nobody read cannot be sent, whoever asks")
	void notSentUnread() {
		String number = updating(moderate());
		this.people.complete(number, "tecnologia", UPDATE, LEGAL);
		long id = letter(number, LetterIntent.UPDATE).id();

		assertThatThrownBy(() -> this.sending.send(number, id)).hasMessageContaining("está en segunda lectura");
		assertThat(told(number, "update-1")).isEmpty();
	}

	@Test
	@DisplayName("Where the case is resolved, an update that waits for its reader is dropped and the case says so; a reply is sent")
	void resolvedWhileRead() {
		String number = updating(moderate());
		this.contacts.add(number, "agente", "¿Cómo va?");
		this.people.complete(number, "tecnologia", UPDATE, LEGAL);
		this.people.complete(number, "tecnologia", REPLY, Map.of("replyMessage", "Su reembolso llega mañana."));

		resolve(number, "tecnologia");

		assertThatCase(number).hasPassed("event_resolvedBeforeSending", "event_letterDropped");
		assertThat(letter(number, LetterIntent.UPDATE).status()).isEqualTo(Status.DROPPED);
		assertThat(happened(number)).anyMatch((text) -> text.startsWith("Quedó sin enviar la actualización"));
		assertThat(this.people.groups(number, READ)).containsExactly("managers");
		this.people.complete(number, "gerente", READ, APPROVED);
		this.people.run(number, SEND);
		assertThat(told(number, "reply-1")).containsExactly("compras@norte.example");
		assertThat(told(number, "update-1")).isEmpty();
	}

	@Test
	@DisplayName("A withdrawn case ends its letters, and says so")
	void withdrawn() {
		String number = reported(moderate());
		this.contacts.add(number, "agente", "¿Hay alguien?");
		this.people.complete(number, "supervisor", REPLY, Map.of("replyMessage", "Su reembolso llega mañana."));

		this.end.withdraw(number, "supervisor", "El cliente ya no lo necesita.");
		this.people.run(number, "serviceTask_announceWithdrawal");

		assertThat(this.people.left(number)).isEmpty();
		assertThat(letter(number, LetterIntent.REPLY).status()).isEqualTo(Status.DROPPED);
		assertThat(happened(number)).anyMatch((text) -> text.startsWith("Quedó sin enviar la respuesta"));
	}

	@Test
	@DisplayName("Who turns to us after a reply was written is not answered by it, and gets one of their own")
	void contactedWhileRead() {
		String number = working(moderate());
		this.contacts.add(number, "agente", "¿Cómo va?");
		this.people.complete(number, "tecnologia", REPLY, Map.of("replyMessage", "Su reembolso llega mañana."));
		CaseDriver.travel(Duration.ofMinutes(5));
		this.contacts.add(number, "agente", "Y otra cosa.");
		assertThat(this.people.tasks(number)).doesNotContain(REPLY);

		this.people.complete(number, "gerente", READ, APPROVED);
		this.people.run(number, SEND);

		assertThat(told(number, "reply-1")).containsExactly("compras@norte.example");
		assertThat(deadline(number, ServiceClock.CONTACT_REPLY).isOpen()).isTrue();
		assertThat(this.contacts.waiting(number)).extracting(CaseNote::text).containsExactly("Y otra cosa.");
		this.people.complete(number, "tecnologia", REPLY, Map.of("replyMessage", "Mañana lo tiene."));
		this.people.run(number, SEND);
		assertThat(deadline(number, ServiceClock.CONTACT_REPLY).metAt()).isNotNull();
		assertThat(told(number, "reply-2")).containsExactly("compras@norte.example");
	}

	private String updating(Map<String, Object> form) {
		String number = working(form);
		this.people.runWhenDue(number, "event_firstUpdateDue");
		return number;
	}

	private void english() {
		if (this.customers.findByCode("THAMES").isEmpty()) {
			this.customers.create(new SaveCustomer("THAMES", "Thames Clinics", Tier.GOLD, "en",
					List.of(new Customer.Contact("Jo Reed", "jo@thames.example", null, true)), List.of()));
		}
	}

	private String draft(String number, String task, String field) {
		return (String) this.engine.getTaskService().getVariableLocal(this.people.task(number, task).getId(), field);
	}

	private CaseLetter letter(String number, LetterIntent intent) {
		return this.letters.of(number).stream().filter((one) -> one.intent() == intent).findFirst().orElseThrow();
	}

	private List<String> happened(String number) {
		return this.timeline.of(number).stream().map((entry) -> entry.text()).toList();
	}

	private String mail(String number, String step) {
		return this.jdbc.sql("SELECT text_body FROM outbox_message WHERE case_number = ? AND step = ?")
			.params(number, step)
			.query(String.class)
			.single();
	}

}
