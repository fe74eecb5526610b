package dev.escala.inbound;

import java.time.Instant;
import java.util.List;

import dev.escala.escalation.Phase;
import dev.escala.inbound.InboundMail.Status;
import dev.escala.observation.Observation;
import dev.escala.observation.Observation.Ending;
import dev.escala.observation.Observations;
import dev.escala.reference.CaseNumber;
import dev.escala.support.ApiClient;
import dev.escala.support.CaseDriver;
import dev.escala.support.Forms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A mail about a case that is observed after it was closed")
class ObservedMailTests extends InboundStory {

	@Autowired
	private Observations observations;

	@LocalServerPort
	private int port;

	@AfterEach
	void nobodyLeft() {
		this.engine.getIdentityService().deleteUser("observador");
	}

	@Test
	@DisplayName("reopens it by itself: the owner is told, a reply is owed and nobody had to decide")
	void reopens() {
		CaseNumber number = closed();

		mail("Re: [" + number + "] cerrado", "Gracias, pero vuelven a faltar facturas.");

		assertThat(statuses()).containsExactly(Status.CONTACT);
		assertThat(why()).contains("Responde a " + number, "Estaba en observación: se reabre.");
		assertThat(this.escalations.get(number).phase()).isEqualTo(Phase.RESOLVE);
		assertThat(endings(number)).containsExactly(Ending.REOPENED);
		assertThat(this.people.tasks(number)).contains("userTask_replyToContact");
		assertThat(this.jdbc
			.sql("SELECT count(*) FROM outbox_message WHERE case_number = :number AND step LIKE 'reopened-%'")
			.param("number", number.value())
			.query(Integer.class)
			.single()).isOne();
	}

	@Test
	@DisplayName("twice at once reopens it once: both are contacts")
	void twoAtOnce() {
		CaseNumber number = closed();
		send(this.ana, "Re: [" + number + "] cerrado", "Vuelven a faltar facturas.");
		send(this.ana, "Re: [" + number + "] cerrado", "También faltan las de ayer.");

		fetch();

		assertThat(statuses()).containsExactly(Status.CONTACT, Status.CONTACT);
		assertThat(endings(number)).containsExactly(Ending.REOPENED);
	}

	@Test
	@DisplayName("that only thanks is given to a person and reopens nothing")
	void thanks() {
		CaseNumber number = closed();

		mail("Re: [" + number + "] cerrado", "Muchas gracias por todo.\n\nUn saludo,\nAna");

		assertThat(statuses()).containsExactly(Status.WAITING);
		assertThat(why()).contains("Responde a " + number,
				"está cerrado y en observación hasta el jueves 26 de noviembre", "decida si se reabre");
		assertThat(suggestions()).containsExactly(number);
		assertThat(this.observations.current(number)).isPresent();
		assign(number, false);

		assertThat(this.escalations.get(number).isOpen()).isFalse();
		assertThat(this.observations.current(number)).isPresent();
	}

	@Test
	@DisplayName("without a number is offered the case, which whoever decides reopens")
	void withoutANumber() {
		CaseNumber number = closed();

		mail("Otra vez", "Vuelven a faltar facturas.");

		assertThat(statuses()).containsExactly(Status.WAITING);
		assertThat(why()).contains("que no tiene ningún caso abierto, pero sí en observación: " + number);
		assertThat(suggestions()).containsExactly(number);
		assign(number, true);

		assertThat(this.escalations.get(number).phase()).isEqualTo(Phase.RESOLVE);
		assertThat(endings(number)).containsExactly(Ending.REOPENED);
		assertThat(this.people.tasks(number)).contains("userTask_replyToContact");
	}

	@Test
	@DisplayName("is an answer that nobody has read: while it waits, silence is not taken for a yes")
	void holdsTheEnd() {
		CaseNumber number = closed();
		this.people.runWhenDue(number, "event_periodOver");
		mail("¿Sigue todo resuelto?", "Pues mire, no.");

		this.people.runWhenDue(number, "event_answerLate");

		Observation held = this.observations.current(number).orElseThrow();
		assertThat(held.answerUntil()).isEqualTo("2026-12-04T17:00:00Z");
		assign(number, false);
		this.people.runWhenDue(number, "event_answerLate");
		assertThat(endings(number)).containsExactly(Ending.UNANSWERED);
		assertThat(this.people.instances(number)).isEmpty();
	}

	private CaseNumber closed() {
		CaseDriver.travelTo(Instant.parse("2026-11-23T09:00:00Z"));
		CaseNumber number = this.people.report("agente",
				Forms.with(Forms.report(this.code), "impact", "MEDIUM", "urgency", "MEDIUM"));
		this.people.complete(number, "tecnologia", "userTask_takeOver", Forms.takeOver());
		this.people.run(number, "serviceTask_announceEscalation");
		this.people.complete(number, "tecnologia", "userTask_preparePlan", Forms.plan());
		this.people.run(number, "serviceTask_sendMessage");
		this.people.complete(number, "tecnologia", "userTask_executePlan", Forms.progress("done"));
		this.people.complete(number, "gerente", "userTask_declareResolution", Forms.declared("yes"));
		this.people.complete(number, "arquitecto", "userTask_verifyResolution", Forms.verified("verified"));
		this.people.run(number, "serviceTask_announceResolution");
		this.people.complete(number, "ejecutivo", "userTask_confirmWithCustomer", Forms.usable("yes"));
		this.people.complete(number, "tecnologia", "userTask_checkClosing", Forms.closing());
		this.people.run(number, "serviceTask_closeCase");
		return number;
	}

	private void mail(String subject, String text) {
		send(this.ana, subject, text);
		fetch();
	}

	private void assign(CaseNumber number, boolean reopen) {
		long mail = this.jdbc.sql("SELECT max(id) FROM inbound_mail").query(Long.class).single();
		assertThat(ApiClient.of(this.port, this.engine.getIdentityService(), "observador", "supervisors")
			.post("/api/inbound-mails/" + mail + "/assignment",
					"{\"caseNumber\":\"" + number + "\",\"reason\":\"Lo he leído.\",\"reopen\":" + reopen + "}")
			.status()).isEqualTo(200);
	}

	private List<Ending> endings(CaseNumber number) {
		return this.observations.all(number).stream().map(Observation::ending).toList();
	}

}
