package dev.escala.promise;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.Reference;
import dev.escala.reference.UserId;
import dev.escala.validation.Fields;

/**
 * What a customer or prospect accepted by word, usually on the phone: "te lo confirmo
 * antes del jueves, ¿le parece bien?" (000-18, 003-06). Valid by construction.
 *
 * @param number number of the internal request that it was said for, for example
 * {@code SOL-2026-000001}
 * @param customerId the customer, or {@code null} where it is a prospect
 * @param partyName name of the other side
 * @param content what was promised
 * @param promisedAt by when; milliseconds, as timers know them
 * @param acceptedBy user id of who heard the yes
 * @param ownerId user id of who answers for it
 * @param groupId the team of that person
 * @throws dev.escala.validation.InvalidInputException naming every field that is wrong
 */
public record SpokenPromise(CaseNumber number, CustomerId customerId, String partyName, String content,
		Instant promisedAt, UserId acceptedBy, UserId ownerId, String groupId) {

	private static final int LONGEST_ID = 255;

	public SpokenPromise {
		Fields fields = new Fields();
		fields.requiredLine("number", "el número de la solicitud", Reference.valueOrNull(number), 60);
		partyName = fields.requiredLine("partyName", "con quién es el compromiso", partyName, 200);
		content = fields.required("content", "qué se promete", content, Estimate.LONGEST);
		if (promisedAt == null) {
			fields.refuse("promisedAt", "Falta la fecha que aceptó la otra parte.");
		}
		else {
			promisedAt = promisedAt.truncatedTo(ChronoUnit.MILLIS);
		}
		fields.requiredLine("acceptedBy", "quién oyó que aceptaba", Reference.valueOrNull(acceptedBy), LONGEST_ID);
		fields.requiredLine("ownerId", "quién responde del compromiso", Reference.valueOrNull(ownerId), LONGEST_ID);
		groupId = fields.requiredLine("groupId", "el equipo de quien responde", groupId, LONGEST_ID);
		fields.done();
	}

}
