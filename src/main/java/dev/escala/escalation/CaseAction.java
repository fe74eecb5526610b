package dev.escala.escalation;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import dev.escala.matter.MatterAction;
import dev.escala.validation.ConflictException;

/**
 * What can be done with a case: from which phase, and to which it leads. A phase changes
 * by one of these only.
 */
public enum CaseAction {

	IDENTIFY_CUSTOMER("identificar al cliente", in(Phase.CREATE)),
	COMPLETE_DETAILS("completar los detalles", in(Phase.CREATE)),
	TAKE_OVER("hacerse cargo", Map.of(Phase.CREATE, Phase.COMMUNICATE, Phase.RESOLVE, Phase.RESOLVE)),
	PLAN("preparar el plan", in(Phase.COMMUNICATE)),
	SHARE_PLAN("comunicar el plan", in(Phase.COMMUNICATE, Phase.RESOLVE)),
	BEGIN_WORK("empezar el trabajo", Map.of(Phase.COMMUNICATE, Phase.RESOLVE)),
	WORK("trabajar en el plan", in(Phase.RESOLVE)), WRITE(MatterAction.WRITE, whileOpen()),
	CONFIRM_RECOVERY("confirmar la recuperación", Map.of(Phase.RESOLVE, Phase.CLOSE)),
	CHECK_CLOSING("comprobar el cierre", in(Phase.CLOSE)), CLOSE("cerrar", Map.of(Phase.CLOSE, Phase.ENDED)),
	REQUEST_RCA(MatterAction.REQUEST_RCA, whileOpen()), ADD_DETAIL(MatterAction.ADD_DETAIL, whileOpen()),
	RAISE_LEVEL(MatterAction.RAISE_LEVEL, whileOpen()), REASSIGN(MatterAction.REASSIGN, whileOpen()),
	REASSESS("cambiar el impacto y la urgencia", in(Phase.CREATE, Phase.COMMUNICATE, Phase.RESOLVE)),
	PAUSE(MatterAction.PAUSE, in(Phase.CREATE, Phase.COMMUNICATE, Phase.RESOLVE)),
	UNLINK("desvincular datos", whileOpen()), CONTACT(MatterAction.CONTACT, whileOpen()),
	PROMISE(MatterAction.PROMISE, whileOpen()), REOPEN("reabrir", Map.of(Phase.ENDED, Phase.RESOLVE)),
	WITHDRAW("retirar", ending()), MARK_DUPLICATE("marcar como duplicado", ending());

	private final String label;

	private final MatterAction room;

	private final Map<Phase, Phase> transitions;

	CaseAction(String label, Map<Phase, Phase> transitions) {
		this.label = label;
		this.room = null;
		this.transitions = transitions;
	}

	/** What a room does with any matter. */
	CaseAction(MatterAction room, Map<Phase, Phase> transitions) {
		this.label = room.label();
		this.room = room;
		this.transitions = transitions;
	}

	private static Map<Phase, Phase> in(Phase... phases) {
		Map<Phase, Phase> stays = new EnumMap<>(Phase.class);
		for (Phase phase : phases) {
			stays.put(phase, phase);
		}
		return stays;
	}

	private static Map<Phase, Phase> whileOpen() {
		return in(Phase.CREATE, Phase.COMMUNICATE, Phase.RESOLVE, Phase.CLOSE);
	}

	private static Map<Phase, Phase> ending() {
		Map<Phase, Phase> ends = whileOpen();
		ends.replaceAll((from, same) -> Phase.ENDED);
		return ends;
	}

	/** What a room calls it that does the same with any matter. */
	Optional<MatterAction> ofMatters() {
		return Optional.ofNullable(this.room);
	}

	/** Whether it can be done in that phase. */
	public boolean isAllowedIn(Phase phase) {
		return this.transitions.containsKey(phase);
	}

	/**
	 * Refuses the action where the case's phase does not allow it.
	 * @throws ConflictException naming the action and the phase
	 */
	public void requireAllowed(Escalation escalation) {
		if (!isAllowedIn(escalation.phase())) {
			throw new ConflictException(
					"No se puede " + this.label + ": " + escalation.number() + " " + escalation.standing() + ".");
		}
	}

	/**
	 * The phase of the case after the action, which may be the same.
	 * @throws ConflictException naming the action and the phase that does not allow it
	 */
	public Phase from(Escalation escalation) {
		requireAllowed(escalation);
		return this.transitions.get(escalation.phase());
	}

}
