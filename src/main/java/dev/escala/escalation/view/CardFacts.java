package dev.escala.escalation.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.escala.access.Staff;
import dev.escala.card.Card.Fact;
import dev.escala.clock.PauseMatter;
import dev.escala.customer.Customer;
import dev.escala.escalation.Escalation;
import dev.escala.escalation.Escalations;
import dev.escala.level.Levels;
import dev.escala.observation.Observations;
import dev.escala.staffing.PersonNames;
import dev.escala.text.DateTexts;
import dev.escala.text.Sentences;

import org.springframework.stereotype.Component;

/** What a case is, in few words each, as its card shows it. */
@Component
class CardFacts {

	private final Escalations escalations;

	private final PauseMatter pauses;

	private final Staff staff;

	private final DateTexts dates;

	private final PersonNames names;

	private final Observations observations;

	CardFacts(Escalations escalations, PauseMatter pauses, Staff staff, DateTexts dates, PersonNames names,
			Observations observations) {
		this.escalations = escalations;
		this.pauses = pauses;
		this.staff = staff;
		this.dates = dates;
		this.names = names;
		this.observations = observations;
	}

	List<Fact> facts(Escalation escalation) {
		List<Fact> facts = new ArrayList<>();
		Optional<Customer> customer = this.escalations.customer(escalation);
		facts.add(new Fact("Cliente", customer.map((known) -> known.name() + " (" + known.code() + ")")
			.orElse(escalation.report().customer() + " (sin identificar)")));
		customer.ifPresent((known) -> facts.add(new Fact("Nivel del contrato", known.tier().label())));
		facts.add(new Fact("Gravedad", escalation.severity().label()));
		facts.add(new Fact("Tipo", escalation.type().label()));
		facts.add(new Fact("Fase", escalation.phase().label()));
		if (escalation.outcome() != null) {
			facts.add(new Fact("Resultado", escalation.outcome().label()));
			this.observations.current(escalation.number())
				.ifPresent(
						(one) -> facts.add(new Fact("En observación",
								one.isAsked()
										? "Se preguntó al cliente si sigue resuelto; se espera su respuesta hasta el "
												+ this.dates.full(one.last())
										: "Hasta el " + this.dates.full(one.until()))));
		}
		if (escalation.groupId() != null) {
			facts.add(new Fact("Grupo", this.staff.groupName(escalation.groupId())));
		}
		facts.add(new Fact("Responsable",
				(escalation.ownerId() == null) ? "Nadie todavía" : this.names.name(escalation.ownerId())));
		this.pauses.current(escalation.number())
			.ifPresent((pause) -> facts.add(new Fact("En pausa", pause.reason().label() + " desde el "
					+ this.dates.brief(pause.startedAt()) + ((pause.note() == null) ? "" : ": " + pause.note()))));
		facts.add(new Fact("Nivel jerárquico", escalation.level() + " de " + Levels.TOP));
		facts.add(new Fact("Reportado", this.dates.brief(escalation.reportedAt()) + ", "
				+ Sentences.within(escalation.report().origin().label())));
		customer.flatMap(Customer::recipient)
			.ifPresent((contact) -> facts.add(new Fact("Contacto", contact.name()
					+ ((contact.phone() == null) ? "" : ", " + contact.phone()) + ", " + contact.email())));
		return facts;
	}

}
