package dev.escala.inbound;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Locale;

import dev.escala.clock.ServiceClock;
import dev.escala.clock.ServiceLevels;
import dev.escala.inbound.InboundMail.Status;
import dev.escala.notification.OutboxMessage;
import dev.escala.reference.CaseNumber;
import dev.escala.support.Forms;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A known person who writes reads at once that it arrived and by when somebody replies (004-72)")
class AcknowledgedMailTests extends InboundStory {

	@Autowired
	private ServiceLevels serviceLevels;

	@Test
	@DisplayName("Once a day a case, at the registered address, with number and date; the next day again (004-72)")
	void onceADay() {
		CaseNumber number = reported();
		CaseNumber other = reported();
		send("Otro nombre <" + this.ana.toUpperCase(Locale.ROOT) + ">", "Re: " + number, "Uno.");
		send(this.ana, "Re: " + number, "Dos.");
		send(this.ana, "Re: " + other, "Tres.");
		fetch();

		assertThat(receipts(number)).singleElement().satisfies((mail) -> {
			assertThat(mail.recipient()).isEqualTo(this.ana);
			assertThat(mail.subject()).contains(number.value());
		});
		assertThat(text(number)).contains("a más tardar, el "
				+ this.dates.full(this.serviceLevels.find(number, ServiceClock.CONTACT_REPLY).orElseThrow().dueAt()));
		assertThat(receipts(other)).hasSize(1);

		ClockUtil.setCurrentTime(Date.from(this.clock.instant().plus(Duration.ofDays(1))));
		send(this.ana, "Re: " + number, "Cuatro.");
		fetch();

		assertThat(contacts(number)).hasSize(3);
		assertThat(receipts(number)).hasSize(2);
	}

	@Test
	@DisplayName("Lists, machines, strangers and addresses that nobody reads are not told; our own group's writers are")
	void toPeopleOnly() {
		CaseNumber number = announced();
		String id = idOf(told(number));
		customer(this.code + "Y", "noreply@" + this.code.toLowerCase(Locale.ROOT) + ".example");
		CaseNumber unread = this.people.report("agente",
				Forms.with(Forms.report(this.code + "Y"), "impact", "LOW", "urgency", "LOW"));
		send(this.ana, "Re: " + number, "Por una lista.", "In-Reply-To", id, "List-Id", "<gente.otra.example>");
		send(this.ana, "Re: " + number, "A muchos.", "In-Reply-To", id, "Precedence", "bulk");
		send(this.ana, "Re: " + number, "Sin aviso.", "X-Auto-Response-Suppress", "DR, AutoReply");
		send(this.ana, "Re: " + number, "De vacaciones.", "Auto-Submitted", "auto-replied");
		send("intruso@malo.example", "Re: " + number, "Soy yo.");
		send("noreply@" + this.code.toLowerCase(Locale.ROOT) + ".example", "Re: " + unread, "Nadie lee.");
		fetch();

		assertThat(statuses()).filteredOn(Status.CONTACT::equals).hasSize(4);
		assertThat(receipts(number)).isEmpty();
		assertThat(receipts(unread)).isEmpty();

		send(SUPPORT, "Re: " + number, "Por nuestro grupo.", "Reply-To", this.ana, "List-Id",
				"<soporte.escala.example>");
		fetch();

		assertThat(receipts(number)).singleElement().matches((mail) -> mail.recipient().equals(this.ana));
		this.jdbc.sql("UPDATE escalation SET customer_id = NULL WHERE number = ?").param(unread.value()).update();
	}

	private List<OutboxMessage> receipts(CaseNumber number) {
		return this.outbox.messages(number).stream().filter((one) -> one.step().startsWith("received-")).toList();
	}

	private String text(CaseNumber number) {
		return this.jdbc.sql("SELECT text_body FROM outbox_message WHERE id = ?")
			.param(receipts(number).get(0).id())
			.query(String.class)
			.single();
	}

}
