package dev.escala.escalation.process;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.escala.access.Role;
import dev.escala.clock.ServiceClock;
import dev.escala.escalation.Phase;
import dev.escala.handover.GiveTask;
import dev.escala.letter.CustomerLetter;
import dev.escala.letter.CustomerLetter.Reading;
import dev.escala.letter.CustomerLetter.Status;
import dev.escala.letter.LetterDraft;
import dev.escala.letter.LetterIntent;
import dev.escala.matter.MatterNote;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.Forms;
import dev.escala.support.InternalTexts;
import dev.escala.text.DateTexts;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** What people write to customers, until it may be sent. */
abstract class LetterStories extends LetterStory {

	@Autowired
	private DateTexts dates;

	@Autowired
	private GiveTask giving;

	@Test
	@DisplayName("A letter that the second reader sends back is corrected, read again and sent once; the clock waits for that")
	void sentBackAndCorrected() {
		CaseNumber number = updating(moderate());
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
		assertThat(card(number, CORRECT)).contains("Nombre al perito, no al abogado.");
		assertThat(returned(number, CORRECT)).containsExactly("finanzas",
				InternalTexts.kept("Nombre al perito, no al abogado."));
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
					"A más tardar, el " + this.dates.full(deadline(number, ServiceClock.UPDATE).dueAt()))
			.doesNotContain("abogado");
		assertThat(deadline(number, ServiceClock.UPDATE).run()).isEqualTo(run + 1);
		assertThat(this.notes.notes(number)).filteredOn((note) -> note.kind() == MatterNote.Kind.UPDATE)
			.extracting(MatterNote::text)
			.containsExactly("Su perito recibe mañana el informe que pidió.");
		CustomerLetter letter = letter(number, LetterIntent.UPDATE);
		assertThat(letter.status()).isEqualTo(Status.SENT);
		assertThat(letter.versions()).extracting(CustomerLetter.Version::text)
			.containsExactly((String) LEGAL.get("customerMessage"), "Su perito recibe mañana el informe que pidió.");
		assertThat(letter.readings()).extracting(Reading::reader, Reading::approved)
			.containsExactly(tuple(new UserId("finanzas"), false), tuple(new UserId("finanzas"), true));
		assertThat(happened(number)).contains(
				InternalTexts.kept("Devolvió la actualización para que se corrija: Nombre al perito, no al abogado."),
				"Leyó y aprobó la actualización.");
		assertThat(this.people.jobs(number)).contains("event_nextUpdateDue").doesNotContain(SEND);
	}

	@Test
	@DisplayName("What the checks find is told before anything is lost, and goes out with a reason that is kept (004-79)")
	void overridden() {
		CaseNumber number = updating(Forms.with(Forms.report("SUR"), "impact", "MEDIUM", "urgency", "MEDIUM"));
		Map<String, Object> hedged = Map.of("customerMessage",
				"Estimado cliente, probablemente esté el lunes. El departamento de facturación no ha contestado.");

		assertThatThrownBy(() -> this.people.complete(number, "tecnologia", UPDATE, hedged))
			.hasMessageContaining("«Estimado cliente»: Es una fórmula")
			.hasMessageContaining("«probablemente»: El cliente no sabe")
			.hasMessageContaining("«departamento de facturación no ha»: Culpa a otro departamento")
			.hasMessageContaining("Motivo para enviarlo así");
		assertThat(this.people.tasks(number)).contains(UPDATE);
		assertThat(this.letters.letters(number)).extracting(CustomerLetter::intent).containsExactly(LetterIntent.PLAN);
		this.people.complete(number, "tecnologia", UPDATE,
				Forms.with(hedged, "overrideReason", "Lo pide así su jurista."));
		this.people.run(number, SEND);

		assertThatCase(number).hasPassed("callActivity_sendUpdate");
		assertThat(this.people.passed(number)).doesNotContain(READ);
		assertThat(told(number, "update-1")).containsExactly("taller@sur.example");
		CustomerLetter.Version sent = letter(number, LetterIntent.UPDATE).latest();
		assertThat(sent.overrideReason()).isEqualTo(InternalTexts.kept("Lo pide así su jurista."));
		assertThat(sent.findings()).hasSize(3);
		assertThat(happened(number)).anyMatch((text) -> text.contains("Motivo: Lo pide así su jurista."));
	}

	@Test
	@DisplayName("Who wrote a letter is not its reader, whatever their role; without another supervisor a manager may read it (004-64)")
	void authorCannotRead() {
		CaseNumber number = reported(severe());
		this.contacts.add(number, new UserId("agente"), "¿Hay alguien?");
		this.people.withOnly("supervisor", Role.SUPERVISORS, () -> this.people.reply(number, "supervisor",
				Map.of("replyMessage", "Quizá mañana.", "overrideReason", "Es lo que se sabe.")));
		Task reading = this.people.task(number, READ);

		assertThat(this.people.groups(number, READ)).containsExactlyInAnyOrder("supervisors", "managers");
		assertThatThrownBy(() -> this.people.complete(number, "supervisor", READ, APPROVED))
			.hasMessageContaining("Usted escribió este mensaje");
		assertThatThrownBy(() -> this.people.as("gerente", () -> {
			this.giving.give(reading.getId(), "supervisor", "Hay que leerla ya.");
			return null;
		})).hasMessageContaining("Usted escribió este mensaje");
		long id = letter(number, LetterIntent.REPLY).id();
		assertThatThrownBy(() -> this.letters.read(number, id, new UserId("supervisor"), true, null))
			.hasMessageContaining("Usted escribió este mensaje");
		this.people.complete(number, "gerente", READ, APPROVED);
		this.people.run(number, SEND);

		assertThat(told(number, "reply-1")).containsExactly("compras@norte.example");
		assertThat(mail(number, "reply-1")).contains("Gracias por contarlo");
	}

	@Test
	@DisplayName("Where the group that should read has nobody else, the supervisors read")
	void fallsBackToTheSupervisors() {
		CaseNumber number = this.people.report("agente",
				Forms.with(moderate(), "speciality", "FINANCE", "criterion", "FINANCING"));
		this.people.complete(number, "finanzas", "userTask_takeOver", Forms.takeOver());
		this.people.run(number, "serviceTask_announceEscalation");

		this.people.withOnly("finanzas", Role.LEGAL, () -> this.people.complete(number, "finanzas",
				"userTask_preparePlan",
				Forms.with(Forms.plan(), "customerMessage", "Su denuncia se contesta mañana.", "legalMatter", false)));

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
		CaseNumber number = reported(Forms.with(Forms.report("SUR"), "impact", "HIGH", "urgency", "HIGH"));
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
		CaseNumber number = updating(moderate());

		this.people.complete(number, "tecnologia", UPDATE,
				Map.of("customerMessage", "Le llamamos mañana por lo acordado.", "remedyMatter", true));

		assertThat(this.people.groups(number, READ)).containsExactly("managers");
		assertThatThrownBy(
				() -> this.people.complete(number, "gerente", READ, Forms.with(APPROVED, "letterId", 999999L)))
			.hasMessageContaining("no tiene el campo «letterId»");
	}

	@Test
	@DisplayName("An update begins with what was written for the customer, never with a note, and says what stayed out; it passes the checks as it is (003-01, 003-04)")
	void draftOfAnUpdate() {
		CaseNumber number = working(moderate());
		this.people.complete(number, "tecnologia", "userTask_executePlan",
				Forms.progress("adjust", "progressNote", "Hace falta dinero. Sin dinero: grupo de trabajo.",
						"customerProgress",
						"Cada factura está revisada.\n" + "La cola. ".repeat(200) + "\n" + "Un paso hecho.\n".repeat(4)
								+ "Se vació la cola.\nProbablemente fue ventas.\nLe hacemos un reembolso."));
		this.people.runWhenDue(number, "event_firstUpdateDue");

		String draft = draft(number, UPDATE, "customerMessage");
		String leftOut = draft(number, UPDATE, LetterDraft.LEFT_OUT);
		this.people.complete(number, "tecnologia", UPDATE, Map.of("customerMessage", draft));
		this.people.run(number, SEND);

		assertThat(draft).contains("- Se vació la cola.", "- Revisar la cola de salida", "- Reenviar las facturas")
			.doesNotContain("Probablemente", "dinero", "reembolso", "Cada factura");
		assertThat(leftOut).contains("- «Cada factura está revisada.»: el borrador lleva 6 líneas como mucho.",
				"- «Probablemente fue ventas.»: «Probablemente»: ",
				"- «Le hacemos un reembolso.»: trata una compensación.");
		assertThat(mail(number, "update-1")).contains("Hola, Compras:", draft, "La solución está prevista",
				"CUÁNDO VOLVERÁ A TENER NOTICIAS", "responda a este correo");
		assertThat(letter(number, LetterIntent.UPDATE).latest().findings()).isEmpty();
	}

	@Test
	@DisplayName("Plans and replies have drafts too, in the language of the customer, that pass as they are (001-21, 003-11, 004-74)")
	void otherDrafts() {
		english();
		for (String customer : List.of("NORTE", "THAMES")) {
			CaseNumber number = planning(Forms.with(Forms.report(customer), "impact", "LOW", "urgency", "LOW",
					"customerIssues", "Sin señal"));
			String plan = draft(number, "userTask_preparePlan", "customerMessage");
			assertThat(draft(number, "userTask_preparePlan", LetterDraft.LEFT_OUT)).isEqualTo(
					customer.equals("NORTE") ? null : "- «Sin señal»: está en español y el cliente lee en inglés.");
			this.people.complete(number, "tecnologia", "userTask_preparePlan",
					Forms.with(Forms.plan(), "customerMessage", plan));
			this.people.run(number, SEND);
			this.contacts.add(number, new UserId("agente"),
					"Ya escribimos. ¿Cómo va lo del departamento de ventas, que no ha contestado?");
			assertThat(card(number, REPLY)).contains("punto por punto", "que no ha contestado?");
			String reply = draft(number, REPLY, "replyMessage");
			this.people.reply(number, "tecnologia", Map.of("replyMessage", reply));
			this.people.run(number, SEND);

			assertThat(mail(number, "plan")).contains(plan);
			assertThat(mail(number, "reply-1")).contains(reply,
					customer.equals("NORTE") ? "Gracias por contárnoslo: ya" : "Thank you for telling us: it");
			assertThat(reply).contains(customer.equals("NORTE") ? "- Revisar la cola de salida" : "is being worked on");
			assertThat(card(number, REPLY)).doesNotContain("punto por punto");
			assertThat(plan).contains(customer.equals("NORTE") ? "- Sin señal" : "You told us");
		}
	}

	@Test
	@DisplayName("What was done, in the words written for the customer, stands in the mail that says that it is solved")
	void toldWhatWasDone() {
		CaseNumber number = working(moderate());
		this.people.complete(number, "tecnologia", "userTask_executePlan", Forms.progress("done", "customerProgress",
				"La cola vuelve a enviar facturas.\nProbablemente fue ventas."));
		this.people.complete(number, "gerente", "userTask_declareResolution", Forms.declared("yes"));
		this.people.complete(number, "arquitecto", "userTask_verifyResolution", Forms.verified("verified"));
		this.people.run(number, "serviceTask_announceResolution");

		assertThat(this.jdbc
			.sql("SELECT text_body FROM outbox_message WHERE case_number = ? AND step = 'resolved-1'"
					+ " AND recipient = 'compras@norte.example'")
			.param(number.value())
			.query(String.class)
			.single()).contains("- La cola vuelve a enviar facturas.").doesNotContain("Probablemente");
		assertThat(happened(number)).anyMatch((line) -> line
			.startsWith("Al decirle que está resuelto, no se contó al cliente: " + "«Probablemente fue ventas.»"));
	}

}
