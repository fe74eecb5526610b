package dev.escala.escalation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import dev.escala.access.Staff;
import dev.escala.card.Card;
import dev.escala.card.Card.Fact;
import dev.escala.card.Card.Guidance;
import dev.escala.card.CardHistory;
import dev.escala.card.CardSection;
import dev.escala.card.CardSection.Section;
import dev.escala.card.CardSource;
import dev.escala.card.CardTask;
import dev.escala.clock.PauseMatter;
import dev.escala.clock.explanation.CardClocks;
import dev.escala.customer.Customer;
import dev.escala.level.Levels;
import dev.escala.matter.MatterNote;
import dev.escala.matter.MatterNotes;
import dev.escala.staffing.PersonNames;
import dev.escala.text.DateTexts;
import dev.escala.text.Sentences;

import org.springframework.stereotype.Service;

/** Tells the person who has a task what they need to know of the case. */
@Service
class EscalationCards implements CardSource {

	private final Escalations escalations;

	private final CardClocks clocks;

	private final CardActions actions;

	private final PauseMatter pauses;

	private final CardHistory history;

	private final Staff staff;

	private final DateTexts dates;

	private final PersonNames names;

	private final List<CardSection> more;

	private final MatterNotes notes;

	private final OpenDetails open;

	EscalationCards(Escalations escalations, CardClocks clocks, CardActions actions, PauseMatter pauses,
			CardHistory history, Staff staff, DateTexts dates, PersonNames names, List<CardSection> more,
			MatterNotes notes, OpenDetails open) {
		this.escalations = escalations;
		this.clocks = clocks;
		this.actions = actions;
		this.pauses = pauses;
		this.history = history;
		this.staff = staff;
		this.dates = dates;
		this.names = names;
		this.more = more;
		this.notes = notes;
		this.open = open;
	}

	@Override
	public boolean knows(String number) {
		return this.escalations.find(number).isPresent();
	}

	@Override
	public Card of(CardTask task) {
		Escalation escalation = this.escalations.get(task.caseNumber());
		return new Card(escalation.number(), escalation.report().subject(), guidance(task), facts(escalation),
				this.clocks.of(escalation.number()), sections(escalation, task.taskKey()),
				this.history.of(escalation.number()), this.actions.of(escalation));
	}

	/** A date that stands still is never late. */
	private Guidance guidance(CardTask task) {
		if (task.dueAt() != null && this.clocks.isPaused(task.caseNumber(), task.dueAt())) {
			return new Guidance(task.what(), task.why(), null, "Sin fecha mientras dure la pausa");
		}
		return new Guidance(task.what(), task.why(), task.dueAt(), this.dates.full(task.dueAt()));
	}

	private List<Fact> facts(Escalation escalation) {
		List<Fact> facts = new ArrayList<>();
		Optional<Customer> customer = this.escalations.customer(escalation);
		facts.add(new Fact("Cliente", customer.map((known) -> known.name() + " (" + known.code() + ")")
			.orElse(escalation.report().customer() + " (sin identificar)")));
		customer.ifPresent((known) -> facts.add(new Fact("Nivel del contrato", known.tier().label())));
		facts.add(new Fact("Gravedad", escalation.severity().label()));
		facts.add(new Fact("Tipo", escalation.type().label()));
		facts.add(new Fact("Fase", escalation.phase().label()));
		if (escalation.groupId() != null) {
			facts.add(new Fact("Grupo", this.staff.groupName(escalation.groupId())));
		}
		facts.add(new Fact("Responsable",
				(escalation.ownerId() == null) ? "Nadie todavía" : this.names.of(escalation.ownerId())));
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

	private List<Section> sections(Escalation escalation, String taskKey) {
		String number = escalation.number();
		List<Section> sections = new ArrayList<>();
		this.more.forEach((section) -> sections.addAll(section.sections(number, taskKey)));
		sections.add(new Section("Qué ocurre", escalation.report().description()));
		this.escalations.latestPlan(number)
			.ifPresent((plan) -> sections.add(new Section("Plan de acción, versión " + plan.version(), plan.asText())));
		this.escalations.activeTaskForce(number)
			.ifPresent((force) -> sections.add(new Section("Grupo de trabajo", "Dirige " + force.lead() + ". Miembros: "
					+ String.join(", ", force.members()) + ".\nObjetivo: " + force.goal())));
		latestNotes(number, sections);
		List<CaseDetail> open = this.open.list(number);
		if (!open.isEmpty()) {
			sections.add(new Section("Sigue abierto", lines(open)));
		}
		List<CaseDetail> other = this.escalations.details(number)
			.stream()
			.filter((detail) -> !detail.kind().keepsCaseOpen())
			.toList();
		if (!other.isEmpty()) {
			sections.add(new Section("Datos del caso", lines(other)));
		}
		return sections;
	}

	/**
	 * The latest note of each kind that is a question or an answer to the next person.
	 */
	private void latestNotes(String number, List<Section> sections) {
		List<MatterNote> notes = new ArrayList<>(this.notes.of(number));
		Collections.reverse(notes);
		notes.stream()
			.map(MatterNote::kind)
			.distinct()
			.limit(4)
			.forEach((kind) -> notes.stream()
				.filter((note) -> note.kind() == kind)
				.findFirst()
				.ifPresent((note) -> sections.add(new Section(kind.label() + " (" + this.names.of(note.author()) + ", "
						+ this.dates.brief(note.writtenAt()) + ")", note.text()))));
	}

	private static String lines(List<CaseDetail> details) {
		return String.join("\n",
				details.stream().map((detail) -> "• " + detail.kind().label() + ": " + detail.text()).toList());
	}

}
