package dev.escala.escalation.process;

import java.time.Duration;
import java.util.Map;

import dev.escala.clock.ServiceClock;
import dev.escala.contact.CustomerContacts;
import dev.escala.escalation.Outcome;
import dev.escala.matter.MatterNote;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.CaseDriver;
import dev.escala.support.Forms;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

abstract class ContactStories extends EscalationStory {

	private static final String REPLY = "userTask_replyToContact";

	private static final Map<String, Object> MESSAGE = Map.of("replyMessage", "Lo tendrán mañana a las diez.");

	@Autowired
	private CustomerContacts contacts;

	@Test
	@DisplayName("The first contact starts the clock, the second does not, and one reply meets it (003-09)")
	void replied() {
		CaseNumber number = working(moderate());
		this.contacts.add(number, new UserId("agente"), "¿Cómo va lo nuestro?");
		assertThat(this.people.task(number, REPLY).getAssignee()).isEqualTo("tecnologia");
		assertThat(this.people.task(number, REPLY).getDueDate()).isEqualTo(MONDAY_AT_TEN.plus(Duration.ofHours(24)));
		assertThat(this.people.task(number, REPLY).getFollowUpDate())
			.isEqualTo(MONDAY_AT_TEN.plus(Duration.ofHours(18)));

		CaseDriver.travel(Duration.ofHours(2));
		this.contacts.add(number, new UserId("agente"), "Insisten: ¿cómo va?");
		assertThat(this.people.task(number, REPLY).getDueDate()).isEqualTo(MONDAY_AT_TEN.plus(Duration.ofHours(24)));
		assertThat(deadline(number, ServiceClock.CONTACT_REPLY).startedAt()).isEqualTo(MONDAY_AT_TEN);
		assertThatThrownBy(() -> this.people.reply(number, "tecnologia", Map.of("replyMessage", " ")))
			.hasMessageContaining("Falta");
		this.people.reply(number, "tecnologia", MESSAGE);
		this.people.run(number, "serviceTask_sendMessage");

		assertThat(deadline(number, ServiceClock.CONTACT_REPLY).metAt()).isEqualTo(CaseDriver.now());
		assertThat(watched(number)).doesNotContain(ServiceClock.CONTACT_REPLY);
		assertThat(told(number, "reply-1")).containsExactly("compras@norte.example");
		assertThat(this.notes.notes(number)).filteredOn((note) -> note.kind() == MatterNote.Kind.CONTACT)
			.extracting(MatterNote::text)
			.containsExactly("¿Cómo va lo nuestro?", "Insisten: ¿cómo va?");
		assertThat(this.people.tasks(number)).containsExactly("userTask_executePlan");
		assertThatCase(number).hasPassed("event_contactReplied");
	}

	@Test
	@DisplayName("A contact after the reply is a new one with a clock of its own")
	void contactedAgain() {
		CaseNumber number = working(moderate());
		this.contacts.add(number, new UserId("agente"), "¿Cómo va?");
		this.people.reply(number, "tecnologia", MESSAGE);
		this.people.run(number, "serviceTask_sendMessage");
		CaseDriver.travel(Duration.ofHours(3));

		this.contacts.add(number, new UserId("agente"), "Hay otra factura igual.");

		assertThat(deadline(number, ServiceClock.CONTACT_REPLY).run()).isEqualTo(2);
		assertThat(this.people.task(number, REPLY).getDueDate()).isEqualTo(MONDAY_AT_TEN.plus(Duration.ofHours(27)));
		this.people.reply(number, "tecnologia", MESSAGE);
		this.people.run(number, "serviceTask_sendMessage");
		assertThat(told(number, "reply-2")).containsExactly("compras@norte.example");
	}

	@Test
	@DisplayName("A contact that nobody answers in time goes up a level, and can still be answered")
	void replyMissed() {
		CaseNumber number = reported(moderate());
		this.contacts.add(number, new UserId("agente"), "¿Hay alguien?");
		assertThat(this.people.groups(number, REPLY)).containsExactlyInAnyOrder("technology", "supervisors");

		this.people.miss(number, ServiceClock.CONTACT_REPLY);

		assertThat(this.escalations.get(number).level()).isEqualTo(2);
		assertThat(told(number, "near-CONTACT_REPLY-1")).contains("tecnologia@escala.example");
		assertThat(told(number, "breach-CONTACT_REPLY-1")).contains("gerente@escala.example").doesNotHaveDuplicates();
		assertThat(this.people.tasks(number)).contains(REPLY, "userTask_attendBreach");
		this.people.reply(number, "tecnologia", MESSAGE);
		this.people.run(number, "serviceTask_sendMessage");
		assertThat(deadline(number, ServiceClock.CONTACT_REPLY).breachedAt()).isNotNull();
		assertThat(told(number, "reply-1")).containsExactly("compras@norte.example");
	}

	@Test
	@DisplayName("A case is not closed while the customer waits for a reply")
	void notClosedWhileTheCustomerWaits() {
		CaseNumber number = closing(moderate());
		this.contacts.add(number, new UserId("agente"), "Una cosa más.");

		assertThatThrownBy(() -> this.people.complete(number, "tecnologia", "userTask_checkClosing", Forms.closing()))
			.hasMessageContaining("espera respuesta");
		this.people.reply(number, "tecnologia", MESSAGE);
		this.people.run(number, "serviceTask_sendMessage");
		this.people.complete(number, "tecnologia", "userTask_checkClosing", Forms.closing());
		this.people.run(number, "serviceTask_closeCase");

		assertEnded(number, Outcome.CLOSED_WITHOUT_RCA, "event_endClosedWithoutRca");
	}

	@Test
	@DisplayName("A customer who turns to us while the case is being closed brings the closing back")
	void contactedWhileClosing() {
		CaseNumber number = closing(moderate());
		this.people.complete(number, "tecnologia", "userTask_checkClosing", Forms.closing());
		this.contacts.add(number, new UserId("agente"), "Una cosa más.");

		this.people.run(number, "serviceTask_closeCase");

		assertThat(this.people.tasks(number)).containsExactlyInAnyOrder("userTask_checkClosing", REPLY);
		assertThat(this.escalations.get(number).isOpen()).isTrue();
		this.people.reply(number, "tecnologia", MESSAGE);
		this.people.run(number, "serviceTask_sendMessage");
		this.people.complete(number, "tecnologia", "userTask_checkClosing", Forms.closing());
		this.people.run(number, "serviceTask_closeCase");
		assertEnded(number, Outcome.CLOSED_WITHOUT_RCA, "event_endClosedWithoutRca");
	}

}
