package dev.escala.escalation.course;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.escala.clock.Deadline;
import dev.escala.clock.MatterClocks;
import dev.escala.clock.ServiceClock;
import dev.escala.customer.Customer;
import dev.escala.escalation.CaseAction;
import dev.escala.escalation.CaseDetail;
import dev.escala.escalation.Escalation;
import dev.escala.escalation.EscalationFlow;
import dev.escala.escalation.Escalations;
import dev.escala.escalation.Outcome;
import dev.escala.escalation.persistence.EscalationRepository;
import dev.escala.matter.AffectedCustomer;
import dev.escala.matter.MatterNote;
import dev.escala.matter.MatterNotes;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends a case that repeats another one: its customers go on with that one. */
@Service
@Transactional
public class DuplicateCase {

	private static final int LONGEST_REASON = 1000;

	private final Escalations escalations;

	private final EscalationRepository repository;

	private final CaseFile file;

	private final CaseProgress progress;

	private final MatterClocks clocks;

	private final EscalationFlow flow;

	private final MatterNotes notes;

	private final Matters matters;

	DuplicateCase(Escalations escalations, EscalationRepository repository, CaseFile file, CaseProgress progress,
			MatterClocks clocks, EscalationFlow flow, MatterNotes notes, Matters matters) {
		this.escalations = escalations;
		this.repository = repository;
		this.file = file;
		this.progress = progress;
		this.clocks = clocks;
		this.flow = flow;
		this.notes = notes;
		this.matters = matters;
	}

	/**
	 * Ends the case because another one is about the same. Where this one was reported
	 * earlier, the customer has waited since then: the open clocks of the other one count
	 * from there.
	 */
	public void markDuplicate(CaseNumber number, UserId user, String original, String reason) {
		Fields fields = new Fields();
		String typed = fields.requiredLine("duplicateOf", "el número del caso original", original, 50);
		String checked = fields.required("reason", "el motivo", reason, LONGEST_REASON);
		fields.done();
		CaseNumber originalNumber = new CaseNumber(typed.toUpperCase(Locale.ROOT));
		CaseAction.MARK_DUPLICATE.requireAllowed(this.escalations.get(number));
		requireOther(number, originalNumber);
		// Both, by number: two cases must not become duplicates of each other at once.
		Stream.of(number, originalNumber).sorted().forEach(this.escalations::lock);
		Escalation duplicate = this.escalations.lockFor(number, CaseAction.MARK_DUPLICATE);
		Escalation other = requireOther(number, originalNumber);
		Instant since = this.clocks.find(number, ServiceClock.RESOLUTION)
			.map(Deadline::startedAt)
			.orElse(duplicate.reportedAt());
		this.progress.end(number, CaseAction.MARK_DUPLICATE, Outcome.DUPLICATE, user,
				"Es un duplicado de " + other.number() + ": " + checked);
		this.repository.linkToOriginal(number, other.number());
		this.file.goesOnHere(other.number(), number, user, checked);
		this.notes.write(number, MatterNote.Kind.ENDING, user, "reason", checked);
		this.flow.endAsDuplicate(number);
		if (other.isOpen()) {
			followedThere(number, other.number(), user);
		}
		if (other.isOpen() && since.isBefore(other.reportedAt())) {
			this.clocks.adjust(other.number(), (adjustments, subject) -> adjustments.countFrom(subject, since, user,
					"El mismo asunto se había reportado antes en " + number + "."));
		}
	}

	/** The customers of the duplicate follow the matter in the case that goes on. */
	private void followedThere(CaseNumber number, CaseNumber original, UserId user) {
		Set<String> there = this.matters.affected(this.matters.get(original))
			.stream()
			.map(AffectedCustomer::key)
			.collect(Collectors.toSet());
		List<String> codes = this.matters.affected(this.matters.get(number))
			.stream()
			.filter((affected) -> !there.contains(affected.key()))
			.flatMap((affected) -> affected.customer().map(Customer::code).stream())
			.toList();
		this.file.addDetails(original, user, CaseDetail.Kind.AFFECTED_CUSTOMER, codes);
	}

	private Escalation requireOther(CaseNumber number, CaseNumber original) {
		Escalation other = this.escalations.find(original)
			.orElseThrow(() -> new InvalidInputException("duplicateOf",
					"No hay ningún escalamiento con el número " + original + "."));
		if (other.number().equals(number)) {
			throw new InvalidInputException("duplicateOf", "Un caso no puede ser duplicado de sí mismo.");
		}
		if (other.outcome() == Outcome.DUPLICATE) {
			throw new InvalidInputException("duplicateOf",
					other.number() + " es a su vez un duplicado de " + other.duplicateOf() + ". Indique ese.");
		}
		return other;
	}

}
