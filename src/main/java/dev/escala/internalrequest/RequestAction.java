package dev.escala.internalrequest;

import java.util.EnumSet;
import java.util.Set;

import dev.escala.validation.ConflictException;

/** What can be done with a request: from which status, and to which it leads. */
enum RequestAction {

	ACKNOWLEDGE("acusar recibo", RequestStatus.ACKNOWLEDGED, RequestStatus.OPEN),
	ANSWER("responder", RequestStatus.ANSWERED, RequestStatus.ACKNOWLEDGED),
	ANSWER_BY_STANDING("responder con una decisión permanente", RequestStatus.ANSWERED, RequestStatus.OPEN),
	GIVE_DATE("dar una fecha", RequestStatus.ACKNOWLEDGED, RequestStatus.ACKNOWLEDGED),
	ASK_BACK("preguntar lo que falta", RequestStatus.ACKNOWLEDGED, RequestStatus.ACKNOWLEDGED),
	COMPLETE("completar", RequestStatus.ACKNOWLEDGED, RequestStatus.ACKNOWLEDGED),
	REROUTE("pasar a otro grupo", RequestStatus.OPEN, RequestStatus.ACKNOWLEDGED),
	PASS_ON("dar la respuesta al cliente", RequestStatus.ANSWERED, RequestStatus.ANSWERED),
	CLOSE("cerrar", RequestStatus.CLOSED, RequestStatus.ANSWERED),
	/** What was decided stays decided. */
	WITHDRAW("retirar", RequestStatus.WITHDRAWN, RequestStatus.OPEN, RequestStatus.ACKNOWLEDGED);

	private final String label;

	private final RequestStatus to;

	private final Set<RequestStatus> from;

	RequestAction(String label, RequestStatus to, RequestStatus first, RequestStatus... others) {
		this.label = label;
		this.to = to;
		this.from = EnumSet.of(first, others);
	}

	/**
	 * The status to which the action leads.
	 * @throws ConflictException naming the present status and those that would do
	 */
	RequestStatus from(RequestStatus now) {
		if (!this.from.contains(now)) {
			String needed = String.join(" o ", this.from.stream().map((one) -> "«" + one.label() + "»").toList());
			throw new ConflictException("No se puede " + this.label + ": la solicitud está «" + now.label()
					+ "» y tendría que estar " + needed + ".");
		}
		return this.to;
	}

}
