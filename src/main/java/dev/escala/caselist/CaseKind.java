package dev.escala.caselist;

import dev.escala.commitment.CommitmentStatus;
import dev.escala.complaint.ComplaintOutcome;
import dev.escala.complaint.ComplaintPhase;
import dev.escala.corrective.ActionState;
import dev.escala.escalation.Outcome;
import dev.escala.escalation.Phase;
import dev.escala.internalrequest.RequestStatus;
import dev.escala.retention.RetentionState;
import dev.escala.text.Sentences;

/** What a line of the list is. */
public enum CaseKind implements Choice {

	ESCALATION("casos", "Caso", "/casos/"), COMPLAINT("reclamaciones", "Reclamación", "/reclamaciones/"),
	PROSPECT("prospectos", "Prospecto", "/ventas/"), OPPORTUNITY("oportunidades", "Oportunidad", "/ventas/"),
	REQUEST("solicitudes", "Solicitud interna", "/preguntar/"), COMMITMENT("compromisos", "Compromiso", null),
	IMPROVEMENT("mejoras", "Mejora", "/mejoras/"), RETENTION("retencion", "Retención", "/retencion/");

	private final String word;

	private final String label;

	private final String page;

	CaseKind(String word, String label, String page) {
		this.word = word;
		this.label = label;
		this.page = page;
	}

	@Override
	public String word() {
		return this.word;
	}

	@Override
	public String label() {
		return this.label;
	}

	/** Where its page is, without the number, or {@code null} where it has none. */
	public String page() {
		return this.page;
	}

	/**
	 * Where it stands, in Spanish.
	 * @param state as its table has it
	 * @param outcome how a case ended, or {@code null}
	 * @param observed whether what comes back still opens it again
	 */
	String standing(String state, String outcome, boolean observed) {
		return switch (this) {
			case ESCALATION -> (outcome == null) ? Phase.valueOf(state).label()
					: Outcome.valueOf(outcome).label() + (observed ? ", en observación" : "");
			case COMPLAINT ->
				(outcome == null) ? ComplaintPhase.valueOf(state).label() : ComplaintOutcome.valueOf(outcome).label();
			// The name of the stage, as the model called it.
			case PROSPECT, OPPORTUNITY -> state;
			case REQUEST -> Sentences.beginning(RequestStatus.valueOf(state).label());
			case IMPROVEMENT -> Sentences.beginning(ActionState.valueOf(state).label());
			case RETENTION -> RetentionState.valueOf(state).label();
			case COMMITMENT -> Sentences.beginning(CommitmentStatus.valueOf(state).label());
		};
	}

}
