package dev.escala.tracking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Locale;
import java.util.Optional;

import dev.escala.clock.Deadline;
import dev.escala.clock.NextCommunication;
import dev.escala.clock.PauseMatter;
import dev.escala.contact.CustomerContacts;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.matter.KindPart;
import dev.escala.matter.Matter;
import dev.escala.matter.MatterAction;
import dev.escala.matter.MatterNote;
import dev.escala.matter.MatterNotes;
import dev.escala.matter.Matters;
import dev.escala.notification.Outbox;
import dev.escala.notification.OutboxMessage;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.timeline.Timeline;
import dev.escala.tracking.TrackedMatter.Event;
import dev.escala.validation.ConflictException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a customer sees and does with the link to their case. */
@Service
@Transactional
public class CustomerTracking {

	/**
	 * So many messages of a customer a day and case; then somebody should talk to them.
	 */
	private static final int DAILY = 20;

	private final Matters matters;

	private final Customers customers;

	private final CustomerContacts contacts;

	private final PauseMatter pauses;

	private final CustomerAnalyses analyses;

	private final CustomerPromises promises;

	private final CustomerObservations observations;

	private final CustomerReceipts receipts;

	private final FeedbackRepository feedback;

	private final NextCommunication next;

	private final Outbox outbox;

	private final Timeline timeline;

	private final Clock clock;

	private final MatterNotes notes;

	private final List<TrackedKind> kinds;

	CustomerTracking(Matters matters, Customers customers, CustomerContacts contacts, PauseMatter pauses,
			CustomerAnalyses analyses, CustomerPromises promises, CustomerObservations observations,
			CustomerReceipts receipts, FeedbackRepository feedback, NextCommunication next, Outbox outbox,
			Timeline timeline, Clock clock, MatterNotes notes, List<TrackedKind> kinds) {
		this.matters = matters;
		this.customers = customers;
		this.contacts = contacts;
		this.pauses = pauses;
		this.analyses = analyses;
		this.promises = promises;
		this.observations = observations;
		this.receipts = receipts;
		this.feedback = feedback;
		this.next = next;
		this.outbox = outbox;
		this.timeline = timeline;
		this.clock = clock;
		this.notes = notes;
		this.kinds = kinds;
	}

	/**
	 * The matter; empty where matter or customer are gone.
	 * @param language in which the customer reads it
	 */
	@Transactional(readOnly = true)
	public Optional<TrackedMatter> see(TrackingLink link, Locale language) {
		return this.matters.find(link.caseNumber())
			.flatMap((matter) -> this.customers.find(link.customerId())
				.map((customer) -> view(matter, customer, language)));
	}

	private TrackedMatter view(Matter matter, Customer customer, Locale language) {
		CaseNumber number = matter.number();
		Standing standing = trackedKind(number).standing(number, language);
		return new TrackedMatter(number, matter.subject(), customer.name(), standing,
				isOwn(matter, customer) ? this.pauses.question(number).orElse(standing.wanted()) : null,
				this.next.deadline(number).map(Deadline::dueAt).orElse(null), history(matter, customer),
				standing.asksHow() && !this.feedback.exists(number, customer.id(), standing.asksSince()),
				this.matters.canReopen(number), isOwn(matter, customer) && this.analyses.isPossible(number),
				(matter.open() || matter.allows(MatterAction.PROMISE))
						? this.promises.find(number, customer.id()).orElse(null) : null,
				this.observations.find(number, customer.id()).orElse(null),
				isOwn(matter, customer) && this.receipts.exists(number));
	}

	/** The receipt of the matter, for its own customer. */
	@Transactional(readOnly = true)
	public Optional<CustomerReceipts.File> receipt(TrackingLink link) {
		return this.matters.find(link.caseNumber())
			.filter((matter) -> link.customerId().equals(matter.customerId()))
			.flatMap((matter) -> this.receipts.find(matter.number()));
	}

	/**
	 * The customer wants the receipt by mail again.
	 * @throws ConflictException where there is none for them, or it cannot be sent
	 */
	public void sendReceipt(TrackingLink link) {
		if (!see(link, link.language()).map(TrackedMatter::hasReceipt).orElse(false)) {
			throw new ConflictException("De " + link.caseNumber() + " no hay ningún justificante que enviar.");
		}
		this.receipts.sendAgain(link.caseNumber());
	}

	private TrackedKind trackedKind(CaseNumber number) {
		return KindPart.find(this.kinds.stream(), number).orElseThrow();
	}

	private List<Event> history(Matter matter, Customer customer) {
		List<Event> events = new ArrayList<>();
		this.outbox.messages(matter.number())
			.stream()
			.filter((message) -> message.status() == OutboxMessage.Status.SENT)
			.filter((message) -> customer.contacts()
				.stream()
				.anyMatch((contact) -> message.recipient().equalsIgnoreCase(contact.email())))
			.forEach((message) -> events.add(new Event(kind(message.step()), message.sentAt())));
		if (isOwn(matter, customer)) {
			customersNotes(matter.number()).forEach((note) -> events.add(new Event("contact", note.writtenAt())));
		}
		events.sort(Comparator.comparing(Event::when).reversed());
		return events;
	}

	/** Steps are called {@code update-3}, {@code resolved-1} and so on. */
	private static String kind(String step) {
		String kind = step.replaceFirst("-\\d+$", "").toLowerCase(Locale.ROOT);
		return List
			.of("announcement", "plan", "plan-change", "update", "question", "reply", "resolved", "closed", "withdrawn",
					"rca", "promise", "apology", "observed", "received", "receipt", "decision")
			.contains(kind) ? kind : "other";
	}

	/**
	 * The customer writes to us: somebody replies (003-09).
	 * @throws ConflictException where the case is over, or the customer wrote too often
	 * today
	 */
	public void reply(TrackingLink link, String text) {
		requireFewer(link.caseNumber());
		this.contacts.add(link.caseNumber(), UserId.CUSTOMER, named(link, text), link.customerId(), text);
	}

	/**
	 * It happens again: the closed case is reopened and somebody replies.
	 * @throws ConflictException where the case cannot be reopened
	 */
	public void reopen(TrackingLink link, String text) {
		requireFewer(link.caseNumber());
		this.matters.reopen(link.caseNumber(), UserId.CUSTOMER, named(link, text));
		this.contacts.add(link.caseNumber(), UserId.CUSTOMER, named(link, text), link.customerId(), text);
	}

	/**
	 * The customer agrees that it is over.
	 * @throws ConflictException where they are not asked, or not any more
	 */
	public void agree(TrackingLink link) {
		if (this.observations.find(link.caseNumber(), link.customerId()).filter(TrackedObservation::asked).isEmpty()) {
			throw new ConflictException("De " + link.caseNumber() + " ya no se espera su confirmación.");
		}
		this.observations.agree(link.caseNumber());
	}

	/**
	 * The customer wants to know the cause.
	 * @throws ConflictException where it was asked for, or another customer's case it is
	 */
	public void askForAnalysis(TrackingLink link, String text) {
		if (!see(link, link.language()).map(TrackedMatter::canAskForAnalysis).orElse(false)) {
			throw new ConflictException("De " + link.caseNumber() + " ya no se puede pedir un análisis aquí.");
		}
		this.analyses.request(link.caseNumber(), text);
	}

	/**
	 * The customer agrees to the date that the page showed (003-06).
	 * @param other whether they pick the other option (003-16)
	 * @throws ConflictException where that proposal is not open any more
	 */
	public void acceptPromise(TrackingLink link, long proposal, boolean other) {
		this.promises.accept(link.caseNumber(), link.customerId(), proposal, other);
	}

	/**
	 * The customer would rather have another date.
	 * @throws ConflictException where that proposal is not open any more
	 */
	public void declinePromise(TrackingLink link, long proposal, LocalDate wished, String text) {
		this.promises.decline(link.caseNumber(), link.customerId(), proposal, wished, text);
	}

	/**
	 * The customer says how it went, once for each answer (001-35, 004-54). Where it is
	 * not solved, somebody replies while the case runs, and it is reopened while it is
	 * observed.
	 */
	public void rate(TrackingLink link, Feedback given) {
		Matter matter = this.matters.get(link.caseNumber());
		Standing standing = trackedKind(matter.number()).standing(matter.number(), link.language());
		if (!standing.asksHow()) {
			throw new ConflictException("Todavía no se pregunta por " + link.caseNumber() + ".");
		}
		if (!this.feedback.add(link.caseNumber(), link.customerId(), given, this.clock.instant(),
				standing.asksSince())) {
			return;
		}
		Customer customer = this.customers.find(link.customerId()).orElseThrow();
		if (isOwn(matter, customer)) {
			trackedKind(link.caseNumber()).rated(link.caseNumber(), given);
		}
		String told = named(link, given.text());
		boolean observed = !matter.open() && this.observations.find(link.caseNumber(), link.customerId()).isPresent();
		if (!given.solved() && observed) {
			this.matters.reopen(link.caseNumber(), UserId.CUSTOMER, told);
		}
		if (!given.solved() && (matter.open() || observed)) {
			this.contacts.add(link.caseNumber(), UserId.CUSTOMER, told, link.customerId(),
					Objects.requireNonNullElse(given.comment(), ""));
		}
		else {
			// A contact is told in the timeline as one.
			this.timeline.add(link.caseNumber(), UserId.CUSTOMER, told);
		}
	}

	/** Of a case with several customers it must be clear who wrote. */
	private String named(TrackingLink link, String text) {
		Customer customer = this.customers.find(link.customerId()).orElseThrow();
		return isOwn(this.matters.get(link.caseNumber()), customer) ? text : customer.name() + ": " + text;
	}

	private void requireFewer(CaseNumber number) {
		Instant yesterday = this.clock.instant().minus(Duration.ofDays(1));
		if (customersNotes(number).stream().filter((note) -> note.writtenAt().isAfter(yesterday)).count() >= DAILY) {
			throw new ConflictException("El cliente ya escribió " + DAILY + " veces en un día sobre " + number + ".");
		}
	}

	private List<MatterNote> customersNotes(CaseNumber number) {
		return this.notes.notes(number)
			.stream()
			.filter((note) -> note.kind() == MatterNote.Kind.CONTACT && UserId.CUSTOMER.equals(note.author()))
			.toList();
	}

	private static boolean isOwn(Matter matter, Customer customer) {
		return customer.id().equals(matter.customerId());
	}

}
