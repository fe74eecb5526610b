package dev.escala.promise;

import java.util.Map;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.Forms;
import dev.escala.validation.ConflictException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EscalaTest
@DisplayName("What a promise refuses, in words that say what to do")
class PromiseRefusalTests extends PromiseStory {

	@Test
	@DisplayName("Without the customer's expectation there is no estimate, and an empty or nonsense one is refused (003-02, 003-03)")
	void expectationFirst() {
		CaseNumber number = owned("PRO");
		Promise promise = this.making.start(number, new UserId(OWNER), "Reponer la puerta", null);

		refused(number, ASK, Map.of("expectation", " ", "expectedPriority", "SOLID"),
				"Falta qué espera el cliente, con sus palabras.");
		refused(number, ASK, Map.of("expectation", "Pronto"), "Falta qué es lo más importante para el cliente.");
		refused(number, ASK, Forms.with(expectation(), "expectedDate", "pronto"),
				"No se entiende la fecha que espera el cliente: escríbala como 27/11/2026");
		refused(number, ASK, Forms.with(expectation(), "expectedDate", "31/02/2027"), "No se entiende la fecha");
		assertThatExceptionOfType(ConflictException.class)
			.isThrownBy(() -> this.making.estimate(promise.id(), new UserId(OWNER),
					Estimate.of("Puerta", 4, "KNOWN", true, null, null, null, false)))
			.withMessageContaining("el compromiso está «por preguntar al cliente» y tendría que estar «por estimar»");
		assertThat(status(promise)).isEqualTo(PromiseStatus.ASKING);
	}

	@Test
	@DisplayName("Nothing is promised that nobody confirms: the refusal names the date that would be promised (004-52)")
	void onlyWhatCanBeKept() {
		CaseNumber number = owned("PRO");
		Promise promise = asked(number);

		refused(number, ESTIMATE, estimate("capabilityConfirmed", false),
				"Con 4 horas de trabajo y un margen del 50 %, la fecha que se promete es lunes 23 de noviembre, 16:00.");
		refused(number, ESTIMATE, estimate("estimateHours", null), "Falta la estimación");
		refused(number, ESTIMATE, estimate("estimateHours", 0), "La estimación va de 1 a 500 horas laborables; no 0.");
		refused(number, ESTIMATE, estimate("estimateHours", 501), "no 501.");
		refused(number, ESTIMATE, estimate("complexity", null), "Falta cuánto se conoce el trabajo.");
		refused(number, ESTIMATE, estimate("promiseContent", " "), "Falta qué se promete.");
		assertThat(this.promises.proposals(promise.id())).isEmpty();
		assertThat(mails(number, "promise-")).isEmpty();
	}

	@Test
	@DisplayName("A date that was agreed changes only with a reason, and only by answering what is asked")
	void revisionNeedsReason() {
		CaseNumber number = owned("PRO");
		agreed(number);

		refused(number, KEEP, revision("revisionReason", " "), "Falta por qué cambia la fecha");
		refused(number, KEEP, Map.of("promiseOutcome", "perhaps"), "Indique si el compromiso está cumplido");
		refused(number, KEEP, Map.of("promiseOutcome", "kept"), "Falta qué se ha hecho.");
		assertThat(this.people.tasks(number)).contains(KEEP);
	}

	@Test
	@DisplayName("Nobody agrees to another customer's proposal, to one of yesterday, or twice")
	void forged() {
		CaseNumber number = owned("PRO");
		CaseNumber other = owned("PRE");
		Promise mine = proposed(number);
		Promise theirs = proposed(other);
		long shown = open(mine).id();

		tooLate(number, mine.customerId(), open(theirs).id());
		tooLate(other, mine.customerId(), open(theirs).id());
		tooLate(other, theirs.customerId(), shown);
		tooLate(number, mine.customerId(), shown + 1_000_000);
		assertThat(status(mine)).isEqualTo(PromiseStatus.PROPOSED);
		assertThat(status(theirs)).isEqualTo(PromiseStatus.PROPOSED);

		this.answers.onPage(number, mine.customerId(), shown, Proposal.Answer.Kind.DECLINED, null, "El jueves");
		this.people.complete(number, OWNER, ESTIMATE, estimate());
		this.people.run(number, "serviceTask_proposeDate");
		tooLate(number, mine.customerId(), shown);
		assertThat(status(mine)).as("yesterday's page agrees to nothing of today").isEqualTo(PromiseStatus.PROPOSED);
	}

	@Test
	@DisplayName("A date that has passed cannot be agreed to, on the page or by word of mouth")
	void past() {
		CaseNumber number = owned("PRO");
		Promise promise = proposed(number);
		CaseDriver.travelTo(PROMISED);

		assertThatThrownBy(() -> onPage(promise, true, null)).hasMessageContaining("ya pasó");
		refused(number, ANSWER, Map.of("customerAnswer", "accepted"), "ya pasó: no se puede aceptar");
		refused(number, ANSWER, Map.of(), "Indique si al cliente le parece bien la fecha.");
		assertThat(status(promise)).isEqualTo(PromiseStatus.PROPOSED);
	}

	@Test
	@DisplayName("A case that is over or has no known customer makes no promises")
	void noCustomer() {
		CaseNumber unknown = this.people.report("agente", Forms.report("Nadie Conocido, S. A."));
		assertThatThrownBy(() -> this.making.start(unknown, new UserId("agente"), "Algo", null))
			.hasMessageContaining("Identifique antes al cliente");
		CaseNumber number = owned("PRO");
		assertThatThrownBy(() -> this.making.start(number, new UserId(OWNER), "Algo", "PRE"))
			.hasMessageContaining("«PRE» no es cliente de " + number);
		assertThatThrownBy(() -> this.making.start(number, new UserId(OWNER), " ", null))
			.hasMessage("Falta qué se promete.");
	}

	private void tooLate(CaseNumber number, CustomerId customer, long proposal) {
		assertThatExceptionOfType(ConflictException.class)
			.isThrownBy(
					() -> this.answers.onPage(number, customer, proposal, Proposal.Answer.Kind.ACCEPTED, null, null))
			.withMessageContaining("ya está contestada o se sustituyó");
	}

	private void refused(CaseNumber number, String task, Map<String, Object> form, String message) {
		assertThatThrownBy(() -> this.people.complete(number, OWNER, task, form)).hasMessageContaining(message);
	}

}
