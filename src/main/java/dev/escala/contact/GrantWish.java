package dev.escala.contact;

import java.util.Optional;

import dev.escala.access.Role;
import dev.escala.access.Staff;
import dev.escala.level.Levels;
import dev.escala.level.ReachedLevel;
import dev.escala.matter.Matter;
import dev.escala.matter.MatterAction;
import dev.escala.matter.Matters;
import dev.escala.matter.Speciality;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.text.Sentences;
import dev.escala.timeline.Timeline;
import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;

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

	private final Matters matters;

	private final Levels levels;

	private final ContactFlow flow;

	private final Staff staff;

	private final Timeline timeline;

	GrantWish(Matters matters, Levels levels, ContactFlow flow, Staff staff, Timeline timeline) {
		this.matters = matters;
		this.levels = levels;
		this.flow = flow;
		this.staff = staff;
		this.timeline = timeline;
	}

	/**
	 * Grants what somebody marked; {@code null} or blank is no wish.
	 * @param wish the name of a {@link CustomerWish}
	 * @param speciality the name of a {@link Speciality}, for an expert
	 * @throws InvalidInputException for an unknown wish, or an expert of nothing
	 * @throws dev.escala.validation.ConflictException where the case is over
	 */
	public void grant(CaseNumber number, UserId user, String wish, String speciality) {
		if (wish == null || wish.isBlank()) {
			return;
		}
		Fields fields = new Fields();
		CustomerWish wanted = fields.oneOf("asksFor", "a quién pide el cliente", wish, CustomerWish.class, null);
		Speciality of = (wanted == CustomerWish.EXPERT)
				? fields.oneOf("speciality", "la especialidad del experto", speciality, Speciality.class, null) : null;
		if (of == Speciality.UNKNOWN) {
			fields.refuse("speciality", "Elija de qué especialidad debe ser el experto.");
		}
		fields.done();
		Matter matter = this.matters.lockFor(number, MatterAction.RAISE_LEVEL);
		if (this.flow.awaitsTalk(number, wanted)) {
			this.timeline.add(number, user,
					"El cliente vuelve a pedir: " + lower(wanted) + ". Ya hay una tarea para ello.");
			return;
		}
		if (wanted == CustomerWish.MANAGER) {
			callManager(matter, user);
		}
		else {
			callExpert(matter, user, of);
		}
	}

	private void callManager(Matter matter, UserId user) {
		CaseNumber number = matter.number();
		this.timeline.add(number, user, "El cliente pide hablar con un gerente.");
		Optional<ReachedLevel> reached = this.levels.raise(number, user);
		if (reached.isEmpty()) {
			this.timeline.add(number, user,
					"El caso ya está en el nivel más alto: lo atiende ese mismo nivel, sin subir más.");
		}
		this.flow.askToTalk(number, CustomerWish.MANAGER, reached.map(ReachedLevel::level).orElse(Levels.TOP), null);
	}

	private void callExpert(Matter matter, UserId user, Speciality speciality) {
		CaseNumber number = matter.number();
		String routed = this.matters.groupFor(number, speciality);
		// The case's own group knows the case: the customer asks for somebody else.
		String group = routed.equals(matter.groupId()) ? Role.EXPERTS.groupId() : routed;
		this.timeline.add(number, user, "El cliente pide hablar con un experto en "
				+ Sentences.within(speciality.label()) + ": se le pide a " + this.staff.groupName(group) + ".");
		this.flow.askToTalk(number, CustomerWish.EXPERT, null, group);
	}

	private static String lower(CustomerWish wish) {
		return Sentences.within(wish.label());
	}

}
