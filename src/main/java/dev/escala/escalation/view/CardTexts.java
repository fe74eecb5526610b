package dev.escala.escalation.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.escala.card.CardSection;
import dev.escala.card.CardSection.Section;
import dev.escala.escalation.CaseDetail;
import dev.escala.escalation.Escalation;
import dev.escala.escalation.Escalations;
import dev.escala.escalation.course.OpenDetails;
import dev.escala.matter.MatterNote;
import dev.escala.matter.MatterNotes;
import dev.escala.reference.CaseNumber;
import dev.escala.staffing.PersonNames;
import dev.escala.text.DateTexts;
import dev.escala.text.Sentences;
import dev.escala.visibility.Visibility;

import org.springframework.stereotype.Component;

/**
 * The longer texts of a case's card: the report, the plan, what was said, what is open.
 */
@Component
class CardTexts {

	private final Escalations escalations;

	private final OpenDetails open;

	private final MatterNotes notes;

	private final DateTexts dates;

	private final PersonNames names;

	private final List<CardSection> more;

	private final Visibility visibility;

	CardTexts(Escalations escalations, OpenDetails open, MatterNotes notes, DateTexts dates, PersonNames names,
			List<CardSection> more, Visibility visibility) {
		this.visibility = visibility;
		this.escalations = escalations;
		this.open = open;
		this.notes = notes;
		this.dates = dates;
		this.names = names;
		this.more = more;
	}

	List<Section> sections(Escalation escalation, String taskKey) {
		CaseNumber number = escalation.number();
		// The page tells of records and other cases in a part of its own.
		boolean onPage = taskKey.equals(CardSection.PAGE);
		List<Section> sections = new ArrayList<>();
		this.more.forEach((section) -> sections.addAll(section.sections(number, taskKey)));
		sections.add(new Section("Qué ocurre", escalation.report().description()));
		this.escalations.latestPlan(number)
			.ifPresent((plan) -> sections.add(new Section("Plan de acción, versión " + plan.version(), plan.asText())));
		this.escalations.pendingPlan(number)
			.ifPresent((plan) -> sections.add(new Section(
					"Plan nuevo, versión " + plan.version() + ": vale cuando el cliente lo sepa", plan.asText())));
		this.escalations.activeTaskForce(number)
			.ifPresent((force) -> sections.add(new Section("Grupo de trabajo",
					"Dirige " + this.names.name(force.lead()) + ". Miembros: "
							+ String.join(", ", force.members().stream().map(this.names::name).toList())
							+ ".\nObjetivo: " + force.goal())));
		latestNotes(number, sections);
		List<CaseNumber> duplicates = this.escalations.duplicatesOf(number);
		if (!onPage && !duplicates.isEmpty()) {
			sections.add(new Section("Siguen en este caso",
					"Se cerraron como duplicados: " + Sentences.some(duplicates, duplicates.size())
							+ ". Lo que sus clientes escriban o contesten llega aquí."));
		}
		List<CaseDetail> open = this.open.list(number);
		if (!open.isEmpty()) {
			sections.add(new Section("Sigue abierto", lines(open)));
		}
		boolean contacts = this.visibility.readsContacts(number);
		List<CaseDetail> other = this.escalations.details(number)
			.stream()
			.filter((detail) -> !detail.kind().keepsCaseOpen())
			.filter((detail) -> contacts || detail.kind() != CaseDetail.Kind.CONTACT)
			.filter((detail) -> !onPage || detail.kind() != CaseDetail.Kind.PROBLEM_RECORD)
			.toList();
		if (!other.isEmpty()) {
			sections.add(new Section("Datos del caso", lines(other)));
		}
		return sections;
	}

	/**
	 * The latest note of each kind that is a question or an answer to the next person.
	 */
	private void latestNotes(CaseNumber number, List<Section> sections) {
		List<MatterNote> notes = new ArrayList<>(this.notes.notes(number));
		Collections.reverse(notes);
		notes.stream()
			.map(MatterNote::kind)
			.distinct()
			.limit(4)
			.forEach((kind) -> notes.stream()
				.filter((note) -> note.kind() == kind)
				.findFirst()
				.ifPresent((note) -> sections.add(new Section(kind.label() + " (" + this.names.name(note.author())
						+ ", " + this.dates.brief(note.writtenAt()) + ")", note.text()))));
	}

	private static String lines(List<CaseDetail> details) {
		return String.join("\n",
				details.stream().map((detail) -> "• " + detail.kind().label() + ": " + detail.text()).toList());
	}

}
