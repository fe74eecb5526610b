package dev.escala.escalation;

import java.util.Optional;

import dev.escala.access.Role;
import dev.escala.access.Staff;
import dev.escala.text.Sentences;
import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;
import dev.escala.timeline.Timeline;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A customer asks for a manager or an expert and gets one (003-13). The manager is the
 * next level of the case, which begins as it does after a missed deadline; where the case
 * is at the top, it is that level again. The expert is of the group that routing names
 * for the speciality; the case stays with its owner.
 */
@Service
@Transactional
public class GrantWish {

	private final Escalations escalations;

	private final CaseLevels levels;

	private final CaseProgress progress;

	private final EscalationFlow flow;

	private final Staff staff;

	private final Timeline timeline;

	GrantWish(Escalations escalations, CaseLevels levels, CaseProgress progress, EscalationFlow flow, Staff staff,
			Timeline timeline) {
		this.escalations = escalations;
		this.levels = levels;
		this.progress = progress;
		this.flow = flow;
		this.staff = staff;
		this.timeline = timeline;
	}

	/**
	 * Grants what somebody marked; {@code null} or blank is no wish.
	 * @param wish the name of a {@link CustomerWish}
	 * @param speciality the name of a {@link Report.Speciality}, for an expert
	 * @throws InvalidInputException for an unknown wish, or an expert of nothing
	 * @throws dev.escala.validation.ConflictException where the case is over
	 */
	public void grant(String number, String user, String wish, String speciality) {
		if (wish == null || wish.isBlank()) {
			return;
		}
		Fields fields = new Fields();
		CustomerWish wanted = fields.oneOf("asksFor", "a quién pide el cliente", wish, CustomerWish.class, null);
		Report.Speciality of = (wanted == CustomerWish.EXPERT)
				? fields.oneOf("speciality", "la especialidad del experto", speciality, Report.Speciality.class, null)
				: null;
		if (of == Report.Speciality.UNKNOWN) {
			fields.refuse("speciality", "Elija de qué especialidad debe ser el experto.");
		}
		fields.done();
		Escalation escalation = this.escalations.lockFor(number, CaseAction.RAISE_LEVEL);
		if (this.flow.awaitsTalk(number, wanted)) {
			this.timeline.add(number, user,
					"El cliente vuelve a pedir: " + lower(wanted) + ". Ya hay una tarea para ello.");
			return;
		}
		if (wanted == CustomerWish.MANAGER) {
			callManager(escalation, user);
		}
		else {
			callExpert(escalation, user, of);
		}
	}

	private void callManager(Escalation escalation, String user) {
		String number = escalation.number();
		this.timeline.add(number, user, "El cliente pide hablar con un gerente.");
		Optional<CaseLevel> reached = this.levels.raise(number, user);
		if (reached.isEmpty()) {
			this.timeline.add(number, user,
					"El caso ya está en el nivel más alto: lo atiende ese mismo nivel, sin subir más.");
		}
		this.flow.askToTalk(number, CustomerWish.MANAGER, reached.map(CaseLevel::level).orElse(escalation.level()),
				null);
	}

	private void callExpert(Escalation escalation, String user, Report.Speciality speciality) {
		String number = escalation.number();
		String routed = this.progress.groupFor(number, speciality);
		// The case's own group knows the case: the customer asks for somebody else.
		String group = routed.equals(escalation.groupId()) ? Role.EXPERTS.groupId() : routed;
		this.timeline.add(number, user, "El cliente pide hablar con un experto en "
				+ Sentences.within(speciality.label()) + ": se le pide a " + this.staff.groupName(group) + ".");
		this.flow.askToTalk(number, CustomerWish.EXPERT, null, group);
	}

	private static String lower(CustomerWish wish) {
		return Sentences.within(wish.label());
	}

}
