package dev.escala.complaint.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.escala.staffing.PersonNames;
import dev.escala.access.Staff;
import dev.escala.card.Card;
import dev.escala.card.CardHistory;
import dev.escala.card.CardLine;
import dev.escala.card.CardSection;
import dev.escala.card.CardSource;
import dev.escala.card.CardTask;
import dev.escala.clock.explanation.CardClocks;
import dev.escala.complaint.Complaint;
import dev.escala.complaint.Complaints;
import dev.escala.complaint.CureRequest;
import dev.escala.complaint.Statement;
import dev.escala.complaint.term.ComplaintTerm;
import dev.escala.complaint.term.ComplaintTerms;
import dev.escala.level.Levels;
import dev.escala.matter.Matter;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.text.DateTexts;
import dev.escala.text.Sentences;

import org.springframework.stereotype.Service;

/** Tells the person who has a task what they need to know of the complaint. */
@Service
class ComplaintCards implements CardSource {

	private final Complaints complaints;

	private final Matters matters;

	private final ComplaintTerms terms;

	private final CardClocks clocks;

	private final CardHistory history;

	private final List<CardSection> rooms;

	private final DateTexts dates;

	private final Names names;

	ComplaintCards(Complaints complaints, Matters matters, ComplaintTerms terms, CardClocks clocks, CardHistory history,
			List<CardSection> rooms, DateTexts dates, Names names) {
		this.complaints = complaints;
		this.matters = matters;
		this.terms = terms;
		this.clocks = clocks;
		this.history = history;
		this.rooms = rooms;
		this.dates = dates;
		this.names = names;
	}

	@Override
	public boolean knows(CaseNumber number) {
		return number.value().startsWith(Complaint.PREFIX) && this.complaints.find(number).isPresent();
	}

	@Override
	public CardLine line(CaseNumber number) {
		Matter matter = this.matters.get(number);
		return new CardLine(number, matter.subject(), this.matters.customerName(matter), matter.severity().label());
	}

	@Override
	public Card card(CardTask task) {
		Complaint complaint = this.complaints.get(task.caseNumber());
		List<CardSection.Section> sections = new ArrayList<>(own(complaint));
		List<Card.Action> actions = new ArrayList<>();
		if (complaint.isOpen()) {
			actions.add(new Card.Action("Retirar: el cliente ya no la quiere",
					"/api/complaints/" + complaint.number() + "/withdrawal",
					List.of(new Card.Input("reason", "Qué dijo el cliente"))));
		}
		this.rooms.forEach((room) -> {
			sections.addAll(room.sections(complaint.number(), task.taskKey()));
			actions.addAll(room.actions(complaint.number()));
		});
		return new Card(complaint.number(), complaint.statement().subject(),
				new Card.Guidance(task.what(), task.why(), task.dueAt(), due(task)), facts(complaint),
				this.clocks.clocks(complaint.number()), sections, this.history.happened(complaint.number()), actions);
	}

	/** A term of whole days ends with its day: nobody is told the midnight after it. */
	private String due(CardTask task) {
		return this.terms.running(task.caseNumber())
			.filter((term) -> term.dueAt() != null && term.dueAt().equals(task.dueAt()))
			.map(ComplaintTerm::told)
			.orElseGet(() -> this.dates.full(task.dueAt()));
	}

	private List<Card.Fact> facts(Complaint complaint) {
		Statement said = complaint.statement();
		Matter matter = complaint.asMatter();
		List<Card.Fact> facts = new ArrayList<>();
		facts.add(new Card.Fact("Cliente",
				this.matters.customer(matter)
					.map((one) -> one.name() + " (" + one.code() + ")")
					.orElse(said.customer())));
		facts.add(new Card.Fact("Qué es", said.kind().label() + ", " + Sentences.continued(said.topic().label())));
		facts.add(new Card.Fact("Gravedad", complaint.severity().label()));
		facts.add(new Card.Fact("Fase", complaint.phase().label()));
		if (complaint.outcome() != null) {
			facts.add(new Card.Fact("Resultado", complaint.outcome().label()));
		}
		this.terms.running(complaint.number())
			.ifPresent((term) -> facts.add(new Card.Fact("Plazo para responder", term.told())));
		facts.add(new Card.Fact("Grupo", this.names.group(complaint.groupId())));
		facts.add(new Card.Fact("Responsable", this.names.person(complaint.ownerId())));
		facts.add(new Card.Fact("Presentada",
				this.dates.brief(said.presentedAt()) + ", " + Sentences.continued(said.door().label())));
		facts.add(new Card.Fact("Respuesta por",
				said.channel().label() + (said.language().equals("en") ? ", en inglés" : ", en español")));
		return facts;
	}

	private List<CardSection.Section> own(Complaint complaint) {
		List<CardSection.Section> sections = new ArrayList<>();
		Statement said = complaint.statement();
		sections.add(new CardSection.Section("Lo que dice el cliente",
				said.description() + ((said.wish() == null) ? "" : "\n\nPide: " + said.wish())));
		List<CureRequest> cures = this.complaints.cures(complaint.number());
		if (!cures.isEmpty()) {
			sections.add(new CardSection.Section("Lo que faltaba",
					cures.stream()
						.map((cure) -> "Se pidió: " + cure.missing() + "\n"
								+ (cure.isOpen() ? "Aún no ha llegado." : "Llegó: " + cure.completion()))
						.collect(Collectors.joining("\n\n"))));
		}
		if (complaint.traits().finding() != null) {
			sections.add(new CardSection.Section("Lo que se averiguó", complaint.traits().finding()));
		}
		List<ComplaintTerm> terms = this.terms.list(complaint.number());
		if (!terms.isEmpty()) {
			sections.add(new CardSection.Section("Plazos de la ley",
					terms.stream().map(ComplaintCards::told).collect(Collectors.joining("\n\n"))));
		}
		List<Complaint> others = this.complaints.others(complaint);
		if (!others.isEmpty()) {
			sections.add(new CardSection.Section("Otras del mismo cliente",
					others.stream()
						.map((one) -> one.number() + " · " + one.statement().subject() + " · "
								+ (one.isOpen() ? one.phase().label() : one.outcome().label()))
						.collect(Collectors.joining("\n"))));
		}
		return sections;
	}

	private static String told(ComplaintTerm term) {
		String state = (term.metAt() != null) ? (term.isMissed() ? "Respondida tarde. " : "Respondida a tiempo. ")
				: (term.missedAt() != null) ? "Vencido sin respuesta. " : "";
		return (term.binding() ? "El que obliga: " : "También: ") + term.told() + ". " + state + "\n"
				+ String.join("\n", term.because());
	}

	/** What groups and people are called. */
	@Service
	static class Names {

		private final Staff staff;

		private final PersonNames people;

		Names(Staff staff, PersonNames people) {
			this.staff = staff;
			this.people = people;
		}

		String group(String groupId) {
			return (groupId == null) ? "Ninguno todavía" : this.staff.groupName(groupId);
		}

		String person(UserId userId) {
			return (userId == null) ? "Nadie todavía" : this.people.name(userId);
		}

	}

}
