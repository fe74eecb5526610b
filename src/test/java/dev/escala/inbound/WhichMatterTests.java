package dev.escala.inbound;

import java.util.List;
import java.util.Map;

import dev.escala.card.CardTask;
import dev.escala.card.Cards;
import dev.escala.escalation.CaseDetail;
import dev.escala.escalation.course.CaseFile;
import dev.escala.escalation.course.DuplicateCase;
import dev.escala.escalation.view.EscalationOverview;
import dev.escala.inbound.InboundMail.Status;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.Forms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A mail goes to the case that it names, wherever that goes on, or waits where it could be another's")
class WhichMatterTests extends InboundStory {

	@Autowired
	private DuplicateCase duplicates;

	@Autowired
	private EscalationOverview overview;

	@Autowired
	private Cards cards;

	@Autowired
	private CaseFile files;

	@AfterEach
	void forgetTheOtherCustomer() {
		this.jdbc
			.sql("UPDATE escalation SET customer_id = NULL WHERE customer_id IN"
					+ " (SELECT id FROM customer WHERE code = ?)")
			.param(this.code + "X")
			.update();
		this.jdbc.sql("DELETE FROM case_detail WHERE customer_id IN (SELECT id FROM customer WHERE code = ?)")
			.param(this.code + "X")
			.update();
		this.jdbc.sql("DELETE FROM customer WHERE code = ?").param(this.code + "X").update();
	}

	@Test
	@DisplayName("A number in the text counts with whatever dashes and blanks; what we wrote ourselves does not")
	void inTheText() {
		CaseNumber number = reported();
		CaseNumber other = reported();
		String year = number.value().substring(4, 8);
		String last = number.value().substring(9);
		List<String> ways = List.of("ESC–" + year + "–" + last, "esc " + year + " " + last,
				"ESC\u00a0—\u00a0" + year + "\u2011" + last, "Esc\u2212" + year + "/" + last + " es ESC" + year + last,
				"ESC-" + year + "-\r\n" + last, "ＥＳＣ－" + year + "－" + last, "E\u00adSC-" + year + "-\u200b" + last);
		for (String way : ways) {
			send(this.ana, "Hola", ways.indexOf(way) + ": lo de " + way + ", por favor.");
		}
		send(this.ana, "Hola", "Sigue igual.\n\nEl lun, 23 nov 2026 a las 10:00, Escala <" + SUPPORT
				+ "> escribió:\n> Su caso " + number + "\n");

		fetch();

		assertThat(contacts(number)).hasSize(ways.size());
		assertThat(contacts(other)).isEmpty();
		assertThat(statuses()).last().isEqualTo(Status.WAITING);
	}

	@Test
	@DisplayName("A number of another's case, of none or of two cases is not passed over for the only open case")
	void notPassedOver() {
		customer(this.code + "X", "luis@otra.example");
		CaseNumber others = this.people.report("agente",
				Forms.with(Forms.report(this.code + "X"), "impact", "LOW", "urgency", "LOW"));
		CaseNumber number = reported();
		send(this.ana, "Hola", "Es por " + others + ".");
		send(this.ana, "Hola", "Es por ESC-2020-999999.");
		send(this.ana, "Hola", "Nuestro pedido es el PED-2020-123456.");
		fetch();
		CaseNumber second = reported();
		send(this.ana, "Hola", "Es por " + number + " o por " + second + ".");
		fetch();

		assertThat(statuses()).containsExactly(Status.WAITING, Status.WAITING, Status.CONTACT, Status.WAITING);
		assertThat(contacts(number)).containsExactly("Nuestro pedido es el PED-2020-123456.");
		assertThat(why()).contains("varios casos");
		assertThat(this.jdbc.sql("SELECT why FROM inbound_mail WHERE why LIKE '%ESC-2020-999999%'")
			.query(String.class)
			.single()).contains("que no existe");
	}

	@Test
	@DisplayName("An answer on a case that goes on in another goes there; who has that one knows of it")
	void merged() {
		CaseNumber goesOn = announced();
		customer(this.code + "X", "luis@otra.example");
		CaseNumber number = this.people.report("agente",
				Forms.with(Forms.report(this.code + "X"), "impact", "LOW", "urgency", "LOW"));
		this.people.complete(number, "tecnologia", "userTask_takeOver", Forms.takeOver());
		this.people.run(number, "serviceTask_announceEscalation");
		this.dispatcher.run();
		String answered = this.outbox.messages(number)
			.stream()
			.filter((one) -> one.recipient().equals("luis@otra.example"))
			.map(InboundStory::idOf)
			.findFirst()
			.orElseThrow();
		this.duplicates.markDuplicate(number, new UserId("tecnologia"), goesOn.value(), "Es la misma cola.");
		this.people.run(number, "serviceTask_announceDuplicate");
		send("luis@otra.example", "Re: " + number, "Sigue igual.", "In-Reply-To", answered);
		send("intruso@malo.example", "Re: " + number, "Soy yo.", "In-Reply-To", answered);

		fetch();

		assertThat(statuses()).containsExactly(Status.CONTACT, Status.WAITING);
		assertThat(contacts(goesOn)).singleElement().asString().contains("Empresa " + this.code + "X", "Sigue igual.");
		assertThat(suggestions()).containsExactly(goesOn);
		assertThat(this.outbox.messages(goesOn)).filteredOn((one) -> one.step().equals("merged-" + number))
			.singleElement()
			.matches((one) -> one.recipient().equals("tecnologia@escala.example"))
			.matches((one) -> one.subject().contains(number.value()));
		assertThat(timeline(goesOn)).anyMatch((entry) -> entry.startsWith(number + " se cerró como duplicado"));
		assertThat(this.overview.details(goesOn).duplicates()).containsExactly(number);
		assertThat(
				this.people
					.as("tecnologia",
							() -> this.cards
								.find(new CardTask(goesOn, "userTask_preparePlan", "Preparar", "Toca", null, null)))
					.orElseThrow()
					.sections())
			.anyMatch((section) -> section.title().equals("Siguen en este caso")
					&& section.text().contains(number.value()));
	}

	@Test
	@DisplayName("Whoever is a contact of two customers waits for a person, unless the mail names a case of one of them")
	void ofTwoCustomers() {
		CaseNumber number = reported();
		customer(this.code + "X", this.ana);
		send(this.ana, "Hola", "¿Cómo va?");
		send(this.ana, "Hola " + number, "¿Cómo va?");
		fetch();
		this.people.as("agente", () -> {
			this.files.addDetails(number, new UserId("agente"), CaseDetail.Kind.AFFECTED_CUSTOMER,
					List.of(this.code + "X"));
			return Map.of();
		});
		send(this.ana, "Hola " + number, "¿Y ahora?");
		fetch();

		assertThat(statuses()).containsExactly(Status.WAITING, Status.CONTACT, Status.WAITING);
		assertThat(why()).contains("Es contacto de", "en nombre de cuál");
		assertThat(suggestions()).containsExactly(number, number);
	}

}
