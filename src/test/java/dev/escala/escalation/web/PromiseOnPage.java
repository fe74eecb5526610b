package dev.escala.escalation.web;

import java.util.Map;

import dev.escala.promise.MakePromise;
import dev.escala.promise.Promise;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.CaseDriver;
import dev.escala.support.Forms;

/** Puts a date to the customer of a case, for tests of what they see. */
final class PromiseOnPage {

	private PromiseOnPage() {
	}

	/** A date for Monday at 16:00, which waits for the customer's answer. */
	static Promise propose(CaseDriver people, MakePromise making, CaseNumber number) {
		Promise promise = making.start(number, new UserId("tecnologia"), "Cambiar el contador", null);
		people.complete(number, "tecnologia", "userTask_askExpectation",
				Map.of("expectation", "Esta semana", "expectedPriority", "SOON"));
		people.complete(number, "tecnologia", "userTask_estimateDate", estimate());
		people.run(number, "serviceTask_proposeDate");
		return promise;
	}

	static Map<String, Object> estimate() {
		return Map.of("promiseContent", "Cambiar el contador", "estimateHours", 4, "complexity", "SIMILAR",
				"capabilityConfirmed", true, "alternative", "Uno de segunda mano hoy", "alternativeHours", 1);
	}

	static Map<String, Object> revision() {
		return Forms.with(estimate(), "promiseOutcome", "revise", "revisionReason", "el contador llega mañana",
				"estimateHours", 8);
	}

}
