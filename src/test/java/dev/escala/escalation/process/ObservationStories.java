package dev.escala.escalation.process;

import java.util.List;

import dev.escala.customer.Customer;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.escalation.Outcome;
import dev.escala.escalation.Phase;
import dev.escala.observation.Observation;
import dev.escala.observation.Observation.Ending;
import dev.escala.reference.CaseNumber;
import dev.escala.support.Forms;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A closed case is looked after, and its customer is asked whether it lasted. */
abstract class ObservationStories extends ObservationStory {

	@Test
	@DisplayName("A closed case is observed, the customer reads until when, is asked on their page and agrees, once (001-35)")
	void agreed() {
		CaseNumber number = closed(moderate());

		Observation observed = this.observations.current(number).orElseThrow();
		assertThat(observed.until()).isEqualTo(THURSDAY_AT_SIX);
		assertThat(mail(number, "closed")).contains("Seguimos atentos hasta el jueves 26 de noviembre");
		assertThat(page(number))
			.contains("Su caso está cerrado", "Seguimos atentos",
					"Hasta el jueves 26 de noviembre, 18:00. Si vuelve a ocurrir, díganoslo aquí y lo retomamos.",
					"Ha vuelto a ocurrir")
			.doesNotContain("Sí, está resuelto");
		assertThat(post(number, "resuelto", "")).as("not asked yet").isEqualTo(409);
		this.people.runWhenDue(number, "event_periodOver");

		assertThat(mail(number, "observed-" + observed.id())).contains("¿sigue todo resuelto?",
				"hasta el martes 1 de diciembre, 18:00", "«Ha vuelto a ocurrir»");
		assertThat(page(number)).contains("Sí, está resuelto", "Le preguntamos si todo sigue resuelto.");
		assertThat(post(number, "resuelto", "")).isEqualTo(302);
		assertThat(post(number, "resuelto", "")).as("a second click").isEqualTo(409);

		assertThat(endings(number)).containsExactly(Ending.AGREED);
		assertThat(this.people.passed(number)).contains("event_endAgreed").doesNotContain("event_answerLate");
		assertThat(this.people.instances(number)).isEmpty();
		assertThat(history(number)).anyMatch((text) -> text.startsWith("El cliente confirma que sigue resuelto"));
		assertThat(page(number)).contains("¿Ha vuelto a ocurrir?").doesNotContain("Seguimos atentos");
		assertThat(this.escalations.get(number).outcome()).isEqualTo(Outcome.CLOSED_WITHOUT_RCA);
	}

	@Test
	@DisplayName("Who says nothing after having been asked is not waited for without end: it ends by itself, as such")
	void unanswered() {
		CaseNumber number = closed(moderate());
		this.people.runWhenDue(number, "event_periodOver");
		assertThat(this.observations.current(number).orElseThrow().answerUntil()).isEqualTo("2026-12-01T17:00:00Z");

		long mail = this.jdbc.sql("""
				INSERT INTO inbound_mail (mailbox, uid_validity, uid, received_at, source, source_hash, cut, status,
				  due_at, suggestions) VALUES ('INBOX', 1, 1, now(), '', '', false, 'WAITING', now(), ARRAY[?])
				RETURNING id
				""").param(number.value()).query(Long.class).single();
		this.people.runWhenDue(number, "event_answerLate");
		assertThat(endings(number)).as("a mail of theirs that nobody has read is no silence").containsOnlyNulls();
		this.jdbc.sql("DELETE FROM inbound_mail WHERE id = ?").param(mail).update();

		this.people.runWhenDue(number, "event_answerLate");

		assertThat(endings(number)).containsExactly(Ending.UNANSWERED);
		assertThat(this.people.passed(number)).contains("event_endUnanswered").doesNotContain("event_endAgreed");
		assertThat(this.people.instances(number)).isEmpty();
		assertThat(history(number))
			.contains("El cliente no ha contestado a tiempo: termina la observación sin su confirmación.");
	}

	@Test
	@DisplayName("A customer without an address is asked by telephone; what they say ends the observation or reopens the case")
	void asksByTelephone() {
		if (this.customers.findByCode("OBSTEL").isEmpty()) {
			this.customers.create(new SaveCustomer("OBSTEL", "Bodegas Obs", Tier.GOLD, "es",
					List.of(new Customer.Contact("Ana Ruiz", null, "600 123 456", true)), List.of()));
		}
		CaseNumber number = asked();
		assertThat(
				(String) this.engine.getTaskService().getVariable(this.people.task(number, CALL).getId(), "callText"))
			.contains("¿sigue todo resuelto?");
		assertThatThrownBy(() -> this.people.complete(number, "tecnologia", CALL, call("answered", null, "Contenta.")))
			.hasMessageContaining("sigue resuelto o ha vuelto");
		this.people.complete(number, "tecnologia", CALL, call("answered", "yes", "Contenta."));
		assertThat(endings(number)).containsExactly(Ending.AGREED);
		assertThat(this.people.left(number)).isEmpty();

		CaseNumber back = asked();
		this.people.complete(back, "tecnologia", CALL, call("answered", "no", "Otra vez igual."));
		assertThat(endings(back)).containsExactly(Ending.REOPENED);
		assertThat(this.escalations.get(back).phase()).isEqualTo(Phase.RESOLVE);

		CaseNumber silent = asked();
		this.people.runWhenDue(silent, "event_answerLate");
		assertThat(this.people.left(silent)).as("nobody calls any more").isEmpty();
	}

	@Test
	@DisplayName("What is mild, was withdrawn or goes on elsewhere is not observed")
	void notObserved() {
		CaseNumber mild = closed(Forms.with(Forms.report("SUR"), "impact", "LOW", "urgency", "LOW"));
		assertThat(this.people.passed(mild)).contains("event_endNotObserved");
		assertThat(mail(mild, "closed")).doesNotContain("Seguimos atentos");
		CaseNumber withdrawn = working(moderate());
		this.endings.withdraw(withdrawn, OWNER, "Era una prueba.");
		CaseNumber duplicate = working(moderate());
		this.duplicates.markDuplicate(duplicate, OWNER, mild.value(), "Es lo mismo.");

		for (CaseNumber number : List.of(mild, withdrawn, duplicate)) {
			assertThat(this.observations.all(number)).isEmpty();
			assertThat(this.people.jobs(number)).doesNotContain("event_periodOver");
		}
	}

}
