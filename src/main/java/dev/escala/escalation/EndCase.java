package dev.escala.escalation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.escala.customer.Customer;
import dev.escala.escalation.persistence.EscalationRepository;
import dev.escala.servicelevel.Deadline;
import dev.escala.servicelevel.ServiceClock;
import dev.escala.timeline.TimelineEntry;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;
import dev.escala.validation.NotFoundException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends a case: closed, withdrawn or found to be a duplicate. */
@Service
@Transactional
public class EndCase {

	private static final Pattern OUR_NUMBER = Pattern.compile("ESC-\\d{4}-\\d{6,}");

	private static final int LONGEST_REASON = 1000;

	private final Escalations escalations;

	private final EscalationRepository repository;

	private final CaseFile file;

	private final CaseProgress progress;

	private final CaseClocks clocks;

	private final EscalationFlow flow;

	private final CasePromises promises;

	EndCase(Escalations escalations, EscalationRepository repository, CaseFile file, CaseProgress progress,
			CaseClocks clocks, EscalationFlow flow, CasePromises promises) {
		this.escalations = escalations;
		this.repository = repository;
		this.file = file;
		this.progress = progress;
		this.clocks = clocks;
		this.flow = flow;
		this.promises = promises;
	}

	/**
	 * What keeps the case open (001-28): issues that the customer raised, linked records,
	 * linked cases of ours that still run.
	 */
	@Transactional(readOnly = true)
	public List<CaseDetail> openMatters(String number) {
		List<CaseDetail> linked = this.escalations.details(number)
			.stream()
			.filter((detail) -> detail.kind().keepsCaseOpen() && detail.settledAt() == null)
			.toList();
		List<String> running = this.repository
			.findAll(linked.stream().map(CaseDetail::text).filter(EndCase::isOurNumber).toList())
			.stream()
			.filter(Escalation::isOpen)
			.map(Escalation::number)
			.toList();
		return linked.stream().filter((detail) -> !isOurCase(detail) || running.contains(detail.text())).toList();
	}

	/**
	 * Those of the open matters that a person may settle: not cases that run by
	 * themselves.
	 */
	@Transactional(readOnly = true)
	public List<CaseDetail> settleable(String number) {
		return openMatters(number).stream().filter((detail) -> !isOurCase(detail)).toList();
	}

	/**
	 * Settles one matter of the case; what is settled already stays as it is.
	 * @throws NotFoundException where the case has no such matter
	 * @throws ConflictException where the matter is another case of ours that still runs:
	 * it is settled by its own end
	 */
	public void settle(String number, String user, long detailId) {
		this.escalations.lockFor(number, CaseAction.ADD_DETAIL);
		CaseDetail matter = this.escalations.details(number)
			.stream()
			.filter((detail) -> detail.id() == detailId)
			.findFirst()
			.orElseThrow(() -> new NotFoundException(
					number + " no tiene ningún dato con el identificador " + detailId + "."));
		if (openMatters(number).contains(matter) && isOurCase(matter)) {
			throw new ConflictException(matter.text() + " sigue en marcha: quedará resuelto cuando termine.");
		}
		this.file.settle(number, user, detailId);
	}

	/**
	 * The owner says that everything is done: settles what is settled and writes down
	 * what was learned. Nothing is left for the owner to do.
	 * @throws ConflictException naming every matter that is still open
	 */
	public void check(String number, String user, List<Long> settled, String summary, boolean rcaRequested) {
		this.escalations.lockFor(number, CaseAction.CHECK_CLOSING);
		settled.forEach((id) -> settle(number, user, id));
		requireNothingOpen(number);
		this.file.note(number, CaseNote.Kind.CLOSING, user, "closingSummary", summary);
		if (rcaRequested) {
			this.escalations.requestRca(number, user, "al comprobar el cierre");
		}
		this.clocks.meet(number, ServiceClock.ACTIVITY);
	}

	/** Something came up before the case was closed: the owner has to check again. */
	public void checkAgain(String number) {
		this.clocks.start(number, ServiceClock.ACTIVITY);
	}

	/** Closes the case; refuses while something is open. */
	public void close(String number, boolean withRca) {
		requireNothingOpen(number);
		Outcome outcome = withRca ? Outcome.CLOSED : Outcome.CLOSED_WITHOUT_RCA;
		this.progress.end(number, CaseAction.CLOSE, outcome, TimelineEntry.SYSTEM, outcome.label() + ".");
	}

	/** Ends the case because nobody needs it any more. */
	public void withdraw(String number, String user, String reason) {
		Fields fields = new Fields();
		String checked = fields.required("reason", "el motivo", reason, LONGEST_REASON);
		fields.done();
		this.progress.end(number, CaseAction.WITHDRAW, Outcome.WITHDRAWN, user,
				"Se retiró el escalamiento: " + checked);
		this.file.note(number, CaseNote.Kind.ENDING, user, "reason", checked);
		this.flow.withdraw(number);
	}

	/**
	 * Ends the case because another one is about the same. Where this one was reported
	 * earlier, the customer has waited since then: the open clocks of the other one count
	 * from there.
	 */
	public void markDuplicate(String number, String user, String original, String reason) {
		Fields fields = new Fields();
		String originalNumber = fields.requiredLine("duplicateOf", "el número del caso original", original, 50);
		String checked = fields.required("reason", "el motivo", reason, LONGEST_REASON);
		fields.done();
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
		this.file.note(number, CaseNote.Kind.ENDING, user, "reason", checked);
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
	private void followedThere(String number, String original, String user) {
		Set<String> there = this.escalations.affected(original)
			.stream()
			.map(AffectedCustomer::key)
			.collect(Collectors.toSet());
		List<String> codes = this.escalations.affected(number)
			.stream()
			.filter((affected) -> !there.contains(affected.key()))
			.flatMap((affected) -> affected.customer().map(Customer::code).stream())
			.toList();
		this.file.addDetails(original, user, CaseDetail.Kind.AFFECTED_CUSTOMER, codes);
	}

	private Escalation requireOther(String number, String original) {
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

	/**
	 * Whether nothing keeps the case open: no open matter, no promise, nobody who waits
	 * for us.
	 */
	@Transactional(readOnly = true)
	public boolean mayClose(String number) {
		return openMatters(number).isEmpty() && this.promises.pending(number).isEmpty() && !customerWaits(number)
				&& !awaitsTalk(number);
	}

	private boolean customerWaits(String number) {
		return this.clocks.find(number, ServiceClock.CONTACT_REPLY).filter(Deadline::isOpen).isPresent();
	}

	private boolean awaitsTalk(String number) {
		return Stream.of(CustomerWish.values()).anyMatch((wish) -> this.flow.awaitsTalk(number, wish));
	}

	private void requireNothingOpen(String number) {
		if (customerWaits(number)) {
			throw new ConflictException("No se puede cerrar " + number
					+ " mientras el cliente espera respuesta a su contacto: contéstele antes.");
		}
		if (awaitsTalk(number)) {
			throw new ConflictException("No se puede cerrar " + number
					+ " mientras el cliente espera hablar con quien pidió: complete antes esa tarea.");
		}
		List<String> promised = this.promises.pending(number);
		if (!promised.isEmpty()) {
			throw new ConflictException("No se puede cerrar " + number + " mientras un cliente cuente con nosotros: "
					+ String.join("; ", promised) + ". Cúmplalo o, si el cliente aún no lo aceptó, retírelo.");
		}
		List<CaseDetail> open = openMatters(number);
		if (!open.isEmpty()) {
			List<String> names = new ArrayList<>();
			open.forEach((detail) -> names.add(detail.kind().label().toLowerCase() + " «" + detail.text() + "»"));
			throw new ConflictException(
					"No se puede cerrar " + number + " mientras siga abierto: " + String.join("; ", names) + ".");
		}
	}

	private boolean isOurCase(CaseDetail detail) {
		return isOurNumber(detail.text()) && this.escalations.find(detail.text()).isPresent();
	}

	private static boolean isOurNumber(String text) {
		return OUR_NUMBER.matcher(text).matches();
	}

}
