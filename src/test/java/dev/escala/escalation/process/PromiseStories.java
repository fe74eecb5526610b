package dev.escala.escalation.process;

import java.util.List;
import java.util.Map;

import dev.escala.card.Card;
import dev.escala.card.Cards;
import dev.escala.card.process.CardTasks;
import dev.escala.escalation.Outcome;
import dev.escala.promise.MakePromise;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.Forms;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

abstract class PromiseStories extends EscalationStory {

	@Autowired
	private MakePromise promises;

	@Autowired
	private Cards cards;

	@Autowired
	private CardTasks tasks;

	@Test
	@DisplayName("A case is not closed while a customer counts on us, and is once the promise is kept")
	void notClosedWhilePromised() {
		CaseNumber number = closing(moderate());
		this.promises.start(number, new UserId("tecnologia"), "Enviar la factura corregida", null);
		promise(number);

		assertThatThrownBy(() -> this.people.complete(number, "tecnologia", "userTask_checkClosing", Forms.closing()))
			.hasMessageContaining("compromiso con Hospital del Norte «Enviar la factura corregida» (acordado)");
		this.people.complete(number, "tecnologia", "userTask_keepPromise",
				Map.of("promiseOutcome", "kept", "promiseNote", "Enviada."));
		this.people.complete(number, "tecnologia", "userTask_checkClosing", Forms.closing());
		this.people.run(number, "serviceTask_closeCase");

		assertEnded(number, Outcome.CLOSED_WITHOUT_RCA, "event_endClosedWithoutRca");
		assertThatCase(number).hasPassed("event_promiseSettled");
	}

	@Test
	@DisplayName("A promise made after the check brings the closing back; the card tells of it and of its history")
	void promisedWhileClosing() {
		CaseNumber number = closing(moderate());
		this.people.complete(number, "tecnologia", "userTask_checkClosing", Forms.closing());
		this.promises.start(number, new UserId("tecnologia"), "Enviar la factura corregida", null);
		promise(number);

		this.people.run(number, "serviceTask_closeCase");

		assertThat(this.people.tasks(number)).containsExactlyInAnyOrder("userTask_checkClosing",
				"userTask_keepPromise");
		Card card = card(number, "userTask_keepPromise");
		assertThat(card.sections()).filteredOn((section) -> section.title().equals("Compromisos con el cliente"))
			.singleElement()
			.satisfies((section) -> assertThat(section.text()).contains("Hospital del Norte", "acordado para el",
					"El cliente espera «El viernes»", "1. ", "50 % de margen", "el cliente aceptó"));
		assertThat(card.actions()).extracting(Card.Action::label).contains("Hacer un compromiso");
		assertThat(card.guidance().why()).contains("es la persona responsable del caso");
	}

	private Card card(CaseNumber number, String task) {
		return this.people.as("tecnologia",
				() -> this.cards.find(this.tasks.find(this.people.task(number, task).getId()).orElseThrow())
					.orElseThrow());
	}

	private void promise(CaseNumber number) {
		this.people.complete(number, "tecnologia", "userTask_askExpectation",
				Map.of("expectation", "El viernes", "expectedPriority", "DATE"));
		this.people.complete(number, "tecnologia", "userTask_estimateDate", Map.of("promiseContent",
				"Enviar la factura corregida", "estimateHours", 2, "complexity", "KNOWN", "capabilityConfirmed", true));
		this.people.run(number, "serviceTask_proposeDate");
		this.people.complete(number, "tecnologia", "userTask_recordAnswer", Map.of("customerAnswer", "accepted"));
		assertThat(told(number, "promise-near")).isEqualTo(List.of());
	}

}
