package dev.escala.escalation;

import java.util.EnumSet;
import java.util.Set;

import dev.escala.validation.ConflictException;

/** What can be done with a case, and in which phases. */
public enum CaseAction {

	IDENTIFY_CUSTOMER("identificar al cliente", Phase.CREATE), COMPLETE_DETAILS("completar los detalles", Phase.CREATE),
	TAKE_OVER("hacerse cargo", Phase.CREATE, Phase.RESOLVE), PLAN("preparar el plan", Phase.COMMUNICATE),
	SHARE_PLAN("comunicar el plan", Phase.COMMUNICATE, Phase.RESOLVE), WORK("trabajar en el plan", Phase.RESOLVE),
	UPDATE_CUSTOMER("actualizar al cliente", Phase.CREATE, Phase.COMMUNICATE, Phase.RESOLVE),
	WRITE("escribir al cliente", Phase.CREATE, Phase.COMMUNICATE, Phase.RESOLVE, Phase.CLOSE),
	CONFIRM_RECOVERY("confirmar la recuperación", Phase.RESOLVE), CHECK_CLOSING("comprobar el cierre", Phase.CLOSE),
	CLOSE("cerrar", Phase.CLOSE),
	REQUEST_RCA("pedir un RCA", Phase.CREATE, Phase.COMMUNICATE, Phase.RESOLVE, Phase.CLOSE),
	ADD_DETAIL("añadir datos", Phase.CREATE, Phase.COMMUNICATE, Phase.RESOLVE, Phase.CLOSE),
	RAISE_LEVEL("subir de nivel", Phase.CREATE, Phase.COMMUNICATE, Phase.RESOLVE, Phase.CLOSE),
	REASSIGN("cambiar a la persona responsable", Phase.CREATE, Phase.COMMUNICATE, Phase.RESOLVE, Phase.CLOSE),
	REASSESS("cambiar el impacto y la urgencia", Phase.CREATE, Phase.COMMUNICATE, Phase.RESOLVE),
	PAUSE("poner en pausa o reanudar", Phase.CREATE, Phase.COMMUNICATE, Phase.RESOLVE),
	CONTACT("anotar un contacto del cliente", Phase.CREATE, Phase.COMMUNICATE, Phase.RESOLVE, Phase.CLOSE),
	PROMISE("hacer un compromiso", Phase.CREATE, Phase.COMMUNICATE, Phase.RESOLVE, Phase.CLOSE),
	REOPEN("reabrir", Phase.ENDED), WITHDRAW("retirar", Phase.CREATE, Phase.COMMUNICATE, Phase.RESOLVE, Phase.CLOSE),
	MARK_DUPLICATE("marcar como duplicado", Phase.CREATE, Phase.COMMUNICATE, Phase.RESOLVE, Phase.CLOSE);

	private final String label;

	private final Set<Phase> phases;

	CaseAction(String label, Phase first, Phase... others) {
		this.label = label;
		this.phases = EnumSet.of(first, others);
	}

	/** Whether it can be done in that phase. */
	public boolean isAllowedIn(Phase phase) {
		return this.phases.contains(phase);
	}

	/**
	 * Refuses the action where the case's phase does not allow it.
	 * @throws ConflictException naming the action and the phase
	 */
	public void requireAllowed(Escalation escalation) {
		if (!isAllowedIn(escalation.phase())) {
			String where = escalation.isOpen() ? "está en la fase «" + escalation.phase().label() + "»"
					: "ya terminó («" + escalation.outcome().label() + "»)";
			throw new ConflictException("No se puede " + this.label + ": " + escalation.number() + " " + where + ".");
		}
	}

}
