package dev.escala.pursuit.view;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.escala.access.Staff;
import dev.escala.card.Card;
import dev.escala.card.CardHistory;
import dev.escala.card.CardLine;
import dev.escala.card.CardSection;
import dev.escala.card.CardSource;
import dev.escala.card.CardTask;
import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.PursuitKind;
import dev.escala.pursuit.Pursuits;
import dev.escala.pursuit.StageKind;
import dev.escala.reference.CaseNumber;
import dev.escala.staffing.PersonNames;
import dev.escala.text.Amounts;
import dev.escala.text.DateTexts;

import org.springframework.stereotype.Service;

/**
 * Tells the person who has a task what they need to know of a prospect or opportunity.
 */
@Service
class PursuitCards implements CardSource {

	private final Pursuits pursuits;

	private final PursuitSections sections;

	private final CardHistory history;

	private final List<CardSection> rooms;

	private final Staff staff;

	private final PersonNames people;

	private final DateTexts dates;

	private final Clock clock;

	PursuitCards(Pursuits pursuits, PursuitSections sections, CardHistory history, List<CardSection> rooms, Staff staff,
			PersonNames people, DateTexts dates, Clock clock) {
		this.pursuits = pursuits;
		this.sections = sections;
		this.history = history;
		this.rooms = rooms;
		this.staff = staff;
		this.people = people;
		this.dates = dates;
		this.clock = clock;
	}

	@Override
	public boolean knows(CaseNumber number) {
		return PursuitKind.isOne(number) && this.pursuits.find(number).isPresent();
	}

	@Override
	public CardLine line(CaseNumber number) {
		Pursuit pursuit = this.pursuits.get(number);
		return new CardLine(number, pursuit.subject(), pursuit.partyName(), pursuit.standing().name());
	}

	@Override
	public Card card(CardTask task) {
		Pursuit pursuit = this.pursuits.get(task.caseNumber());
		List<CardSection.Section> sections = new ArrayList<>(this.sections.of(pursuit));
		List<Card.Action> actions = new ArrayList<>(actions(pursuit));
		this.rooms.forEach((room) -> {
			sections.addAll(room.sections(pursuit.number(), task.taskKey()));
			actions.addAll(room.actions(pursuit.number()));
		});
		return new Card(pursuit.number(), pursuit.subject(),
				new Card.Guidance(task.what(), task.why(), task.dueAt(), this.dates.full(task.dueAt())), facts(pursuit),
				List.of(), sections, this.history.happened(pursuit.number()), actions);
	}

	private List<Card.Fact> facts(Pursuit pursuit) {
		List<Card.Fact> facts = new ArrayList<>();
		facts.add(new Card.Fact(pursuit.partyKind().label(), pursuit.partyName()));
		facts.add(new Card.Fact("Etapa", pursuit.standing().name() + ", desde el "
				+ this.dates.brief(pursuit.standing().since()) + " (" + time(pursuit) + ")"));
		facts.add(new Card.Fact("Estrategia", pursuit.strategy().label()));
		facts.add(new Card.Fact("De dónde viene", pursuit.capture().label()));
		if (pursuit.plan().resumeAt() != null) {
			facts.add(new Card.Fact("Se retoma el", this.dates.full(pursuit.plan().resumeAt())));
		}
		if (pursuit.plan().nextDue() != null) {
			facts.add(new Card.Fact("Siguiente contacto", this.dates.full(pursuit.plan().nextDue())));
		}
		if (pursuit.plan().deferrals() > 0) {
			facts.add(new Card.Fact("Aplazamientos", String.valueOf(pursuit.plan().deferrals())));
		}
		if (pursuit.deal().quote() != null) {
			facts.add(new Card.Fact("Oferta", pursuit.deal().quote()));
		}
		if (pursuit.deal().amount() != null) {
			facts.add(new Card.Fact("Importe", Amounts.said(pursuit.deal().amount(), pursuit.deal().currency())));
		}
		if (pursuit.cameFrom() != null) {
			facts.add(new Card.Fact("Viene de", pursuit.cameFrom().value()));
		}
		this.pursuits.became(pursuit.number())
			.ifPresent((became) -> facts.add(new Card.Fact("Sigue en", became.number().value())));
		facts.add(new Card.Fact("Grupo", this.staff.groupName(pursuit.groupId())));
		facts.add(new Card.Fact("Responsable",
				(pursuit.ownerId() == null) ? "Nadie todavía" : this.people.name(pursuit.ownerId())));
		return facts;
	}

	/** How long it has been in its stage. */
	private String time(Pursuit pursuit) {
		long days = Duration.between(pursuit.standing().since(), this.clock.instant()).toDays();
		return (days == 0) ? "menos de un día" : (days == 1) ? "un día" : days + " días";
	}

	private static List<Card.Action> actions(Pursuit pursuit) {
		if (!pursuit.isOpen()) {
			return List.of();
		}
		String path = "/api/pursuits/" + pursuit.number();
		List<Card.Action> actions = new ArrayList<>();
		if (pursuit.standing().kind() == StageKind.WAITING) {
			actions.add(new Card.Action("Retomar el contacto ya", path + "/resumption", List.of()));
		}
		actions.add(new Card.Action("Anotar una llamada sin cambiar de etapa", path + "/calls", List.of(
				new Card.Input("callResult", "Qué pasó",
						List.of(new Card.Option("ATTEMPT", "Intento: nadie contestó"),
								new Card.Option("CONVERSATION", "Conversación"),
								new Card.Option("APPOINTMENT", "Conversación, y se acordó una cita"))),
				new Card.Input("callChannel", "Por qué vía",
						List.of(new Card.Option("PHONE", "Teléfono"), new Card.Option("MAIL", "Correo"),
								new Card.Option("NETWORKS", "Redes sociales"))),
				Card.Input.optionalNumber("callMinutes", "Cuántos minutos"),
				new Card.Input("callNote", "Qué se dijo", List.of(), false), new Card.Input("contactOn",
						"Siguiente contacto (dd/mm/aaaa); vacío, el del protocolo", List.of(), false))));
		actions.add(new Card.Action("Completar el perfil", path + "/profile", profile(pursuit)));
		actions.add(new Card.Action("Calcular ROI, TIR y recuperación", path + "/figures",
				List.of(Card.Input.optionalNumber("investment", "Qué invierte, una vez"),
						Card.Input.optionalNumber("yearlyGain", "Qué gana o ahorra al año"),
						Card.Input.optionalNumber("years", "Cuántos años dura"))));
		return actions;
	}

	private static List<Card.Input> profile(Pursuit pursuit) {
		List<Card.Input> inputs = new ArrayList<>(
				List.of(input("whyChosen", "Por qué se eligió"), input("contactName", "Persona de contacto"),
						input("contactTitle", "Su cargo"), input("contactPhone", "Su teléfono"),
						input("contactEmail", "Su correo"), input("recentEvents", "Qué le ha pasado hace poco")));
		if (pursuit.kind() == PursuitKind.PROSPECT) {
			inputs.addAll(List.of(input("suitableSectors", "Deberes: qué sectores son adecuados"),
					input("contactLevel", "Deberes: a qué nivel hay que llegar, por su tamaño y su sector"),
					input("livelihood", "Deberes: de qué vive la empresa")));
		}
		return inputs;
	}

	private static Card.Input input(String key, String label) {
		return new Card.Input(key, label, List.of(), false);
	}

}
