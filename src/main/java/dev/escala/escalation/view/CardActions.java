package dev.escala.escalation.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.escala.access.CurrentUser;
import dev.escala.card.Card.Action;
import dev.escala.card.Card.Input;
import dev.escala.card.Card.Option;
import dev.escala.card.CardSection;
import dev.escala.clock.Pause;
import dev.escala.clock.PauseMatter;
import dev.escala.contact.CustomerWish;
import dev.escala.escalation.CaseAction;
import dev.escala.escalation.Escalation;
import dev.escala.escalation.Escalations;
import dev.escala.escalation.ExceptionRequest;
import dev.escala.escalation.Report;
import dev.escala.escalation.course.ReopenCase;
import dev.escala.matter.Entitlement;
import dev.escala.matter.Speciality;
import dev.escala.reference.CaseNumber;
import dev.escala.text.Shortening;

import org.springframework.stereotype.Component;

/** What the person who looks at a card may do with the case now, and nothing else. */
@Component
class CardActions {

	private static final Input REASON = new Input("reason", "Motivo");

	private static final int LONGEST_OPTION = 90;

	private final Escalations escalations;

	private final Entitlement entitlement;

	private final PauseMatter pauses;

	private final ReopenCase reopening;

	private final List<CardSection> more;

	private final CurrentUser user;

	CardActions(Escalations escalations, Entitlement entitlement, PauseMatter pauses, ReopenCase reopening,
			List<CardSection> more, CurrentUser user) {
		this.escalations = escalations;
		this.entitlement = entitlement;
		this.pauses = pauses;
		this.reopening = reopening;
		this.more = more;
		this.user = user;
	}

	List<Action> actions(Escalation escalation) {
		String path = "/api/escalations/" + escalation.number();
		boolean mayChange = this.entitlement.mayChange(escalation.asMatter());
		List<Action> actions = new ArrayList<>();
		if (mayChange && CaseAction.PAUSE.isAllowedIn(escalation.phase())) {
			actions.add(this.pauses.current(escalation.number()).isPresent()
					? new Action("Reanudar", path + "/resumption", List.of()) : pause(path));
		}
		if (mayChange && CaseAction.CONTACT.isAllowedIn(escalation.phase())) {
			actions.add(contact(path));
		}
		if (mayChange && CaseAction.WRITE.isAllowedIn(escalation.phase())) {
			actions.add(new Action("Escribir al cliente", path + "/letters",
					List.of(new Input("message", "Lo que leerá el cliente: qué se ha hecho y qué sigue"),
							new Input("overrideReason", "Motivo para enviarlo así, si la comprobación señala algo",
									List.of(), false))));
		}
		if (this.user.id().filter((id) -> id.equals(escalation.ownerId())).isPresent()
				&& CaseAction.WORK.isAllowedIn(escalation.phase())) {
			actions.add(grant(path));
		}
		if (mayChange && CaseAction.REASSESS.isAllowedIn(escalation.phase())) {
			actions.add(reassess(path));
		}
		this.more.forEach((section) -> actions.addAll(section.actions(escalation.number())));
		if (mayChange && CaseAction.UNLINK.isAllowedIn(escalation.phase())) {
			unlink(path, escalation.number()).ifPresent(actions::add);
		}
		if (mayChange && CaseAction.MARK_DUPLICATE.isAllowedIn(escalation.phase())) {
			actions.add(new Action("Marcar como duplicado", path + "/duplicate",
					List.of(new Input("duplicateOf", "Número del caso original"), REASON)));
		}
		if (mayChange && CaseAction.WITHDRAW.isAllowedIn(escalation.phase())) {
			actions.add(new Action("Retirar el escalamiento", path + "/withdrawal", List.of(REASON)));
		}
		if (mayChange && this.reopening.isPossible(escalation)) {
			actions.add(new Action("Reabrir el caso", path + "/reopening",
					List.of(new Input("reason", "Por qué se reabre"))));
		}
		return actions;
	}

	private Optional<Action> unlink(String path, CaseNumber number) {
		List<Option> details = this.escalations.details(number)
			.stream()
			.map((detail) -> new Option(String.valueOf(detail.id()),
					Shortening.withEllipsis(detail.kind().label() + ": " + detail.text(), LONGEST_OPTION)))
			.toList();
		return details.isEmpty() ? Optional.empty() : Optional.of(new Action("Desvincular lo que se puso por error",
				path + "/unlinking", List.of(new Input("detail", "Qué no es de este caso", details), REASON)));
	}

	private static Action contact(String path) {
		List<Option> wishes = Stream.of(CustomerWish.values())
			.map((wish) -> new Option(wish.name(), wish.label()))
			.toList();
		List<Option> specialities = Stream.of(Speciality.values())
			.filter((speciality) -> speciality != Speciality.UNKNOWN)
			.map((speciality) -> new Option(speciality.name(), speciality.label()))
			.toList();
		return new Action("Anotar un contacto del cliente", path + "/contacts",
				List.of(new Input("text", "Qué dijo el cliente"),
						new Input("asksFor", "El cliente pide", wishes, false),
						new Input("speciality", "Especialidad del experto", specialities, false)));
	}

	private static Action grant(String path) {
		List<Option> kinds = Stream.of(ExceptionRequest.Kind.values())
			.map((kind) -> new Option(kind.name(), kind.label()))
			.toList();
		return new Action("Conceder una excepción", path + "/exceptions",
				List.of(new Input("exceptionKind", "Qué concede", kinds),
						Input.optionalNumber("exceptionAmount", "Importe en euros, si es dinero"),
						new Input("exceptionRequest", "Qué concede exactamente"), new Input("reason", "Por qué")));
	}

	private static Action reassess(String path) {
		List<Option> impacts = Stream.of(Report.Scale.values())
			.map((scale) -> new Option(scale.name(), scale.label()))
			.toList();
		List<Option> urgencies = Stream.of(Report.Scale.values())
			.map((scale) -> new Option(scale.name(), scale.urgencyLabel()))
			.toList();
		return new Action("Cambiar impacto y urgencia", path + "/assessment",
				List.of(new Input("impact", "Impacto: cuánto daño causa al cliente", impacts),
						new Input("urgency", "Urgencia: con qué rapidez aumenta", urgencies),
						new Input("reason", "Por qué cambia")));
	}

	private static Action pause(String path) {
		List<Option> reasons = Stream.of(Pause.Reason.values())
			.filter((reason) -> reason != Pause.Reason.RESOLVED)
			.map((reason) -> new Option(reason.name(), reason.label()))
			.toList();
		return new Action("Poner en pausa", path + "/pause",
				List.of(new Input("reason", "Qué se espera", reasons),
						new Input("note",
								"Qué falta exactamente. Si se espera al cliente, se le envía: escríbalo como pregunta"),
						new Input("overrideReason", "Motivo para enviarlo así, si la comprobación señala algo",
								List.of(), false)));
	}

}
