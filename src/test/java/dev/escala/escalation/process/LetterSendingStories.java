package dev.escala.escalation.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import dev.escala.clock.ServiceClock;
import dev.escala.escalation.Outcome;
import dev.escala.escalation.course.EndCase;
import dev.escala.letter.CustomerLetter.Status;
import dev.escala.letter.LetterIntent;
import dev.escala.letter.SendLetter;
import dev.escala.matter.MatterNote;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.CaseDriver;
import dev.escala.support.Forms;
import dev.escala.support.TestServices;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A letter is sent once, or visibly not at all. */
abstract class LetterSendingStories extends LetterStory {

	@Autowired
	private SendLetter sending;

	@Autowired
	private EndCase end;

	@Autowired
	private PlatformTransactionManager transactions;

	@Test
	@DisplayName("A node that dies while it sends has sent nothing; whoever comes next sends once")
	void sentOnce() throws Exception {
		CaseNumber number = updating(moderate());
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
		TestServices.mail().purgeEmailFromAllMailboxes();
		this.people.deliver();
		assertThat(TestServices.mail().getReceivedMessages()).extracting((mail) -> mail.getSubject())
			.filteredOn((subject) -> subject.startsWith(number + " · Cómo va su caso"))
			.hasSize(1);
	}

	@Test
	@DisplayName("A letter that nobody read cannot be sent, whoever asks")
	void notSentUnread() {
		CaseNumber number = updating(moderate());
		this.people.complete(number, "tecnologia", UPDATE, LEGAL);
		long id = letter(number, LetterIntent.UPDATE).id();

		assertThatThrownBy(() -> this.sending.send(number, id)).hasMessageContaining("está en segunda lectura");
		assertThat(told(number, "update-1")).isEmpty();
	}

	@Test
	@DisplayName("Where the case is resolved, an update that waits for its reader is dropped and the case says so; a reply is sent")
	void resolvedWhileRead() {
		CaseNumber number = updating(moderate());
		this.contacts.add(number, new UserId("agente"), "¿Cómo va?");
		this.people.complete(number, "tecnologia", UPDATE, LEGAL);
		this.people.reply(number, "tecnologia", Map.of("replyMessage", "Su reembolso llega mañana."));

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
		CaseNumber number = reported(moderate());
		this.contacts.add(number, new UserId("agente"), "¿Hay alguien?");
		this.people.reply(number, "supervisor", Map.of("replyMessage", "Su reembolso llega mañana."));

		this.end.withdraw(number, new UserId("supervisor"), "El cliente ya no lo necesita.");
		this.people.run(number, "serviceTask_announceWithdrawal");

		assertThat(this.people.left(number)).isEmpty();
		assertThat(letter(number, LetterIntent.REPLY).status()).isEqualTo(Status.DROPPED);
		assertThat(happened(number)).anyMatch((text) -> text.startsWith("Quedó sin enviar la respuesta"));
	}

	@Test
	@DisplayName("Who turns to us after a reply was written is not answered by it, and gets one of their own")
	void contactedWhileRead() {
		CaseNumber number = working(moderate());
		this.contacts.add(number, new UserId("agente"), "¿Cómo va?");
		this.people.reply(number, "tecnologia", Map.of("replyMessage", "Su reembolso llega mañana."));
		CaseDriver.travel(Duration.ofMinutes(5));
		this.contacts.add(number, new UserId("agente"), "Y otra cosa.");
		assertThat(this.people.tasks(number)).doesNotContain(REPLY);

		this.people.complete(number, "gerente", READ, APPROVED);
		this.people.run(number, SEND);

		assertThat(told(number, "reply-1")).containsExactly("compras@norte.example");
		assertThat(deadline(number, ServiceClock.CONTACT_REPLY).isOpen()).isTrue();
		assertThat(this.contacts.waiting(number)).extracting(MatterNote::text).containsExactly("Y otra cosa.");
		this.people.reply(number, "tecnologia", Map.of("replyMessage", "Mañana lo tiene."));
		this.people.run(number, SEND);
		assertThat(deadline(number, ServiceClock.CONTACT_REPLY).metAt()).isNotNull();
		assertThat(told(number, "reply-2")).containsExactly("compras@norte.example");
	}

	@Test
	@DisplayName("A case that began before letters had a process of their own is carried to its end all the same")
	void caseOfAnOlderModel() throws Exception {
		Deployment older = this.engine.getRepositoryService()
			.createDeployment()
			.addString("customer-escalation.bpmn",
					Files
						.readString(Path.of("src/test/resources/older-models/customer-escalation-before-letters.bpmn")))
			.deploy();
		try {
			CaseNumber number = planning(moderate());
			this.people.complete(number, "tecnologia", "userTask_preparePlan", Forms.plan());
			this.people.run(number, "serviceTask_sharePlan");
			this.people.run(number, SEND);
			assertThat(told(number, "plan")).hasSize(1);
			this.contacts.add(number, new UserId("agente"), "¿Cómo va?");
			this.people.reply(number, "tecnologia", Map.of("replyMessage", "Su reembolso llega mañana."));
			this.people.complete(number, "gerente", READ, APPROVED);
			this.people.run(number, SEND);
			assertThat(told(number, "reply-1")).hasSize(1);
			assertThat(deadline(number, ServiceClock.CONTACT_REPLY).metAt()).isNotNull();
			resolve(number, "tecnologia");
			this.people.complete(number, "tecnologia", "userTask_checkClosing", Forms.closing());
			this.people.run(number, "serviceTask_closeCase");
			assertEnded(number, Outcome.CLOSED_WITHOUT_RCA, "event_endClosedWithoutRca");
		}
		finally {
			this.engine.getRepositoryService().deleteDeployment(older.getId(), true);
		}
	}

}
