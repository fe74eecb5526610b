package dev.escala.escalation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.escalation.TrackedCase.Event;
import dev.escala.escalation.persistence.FeedbackRepository;
import dev.escala.notification.Outbox;
import dev.escala.notification.OutboxMessage;
import dev.escala.servicelevel.Deadline;
import dev.escala.servicelevel.Pause;
import dev.escala.timeline.Timeline;
import dev.escala.timeline.TimelineEntry;
import dev.escala.tracking.TrackingLink;
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

	private static final Map<Phase, Integer> STEPS = Map.of(Phase.CREATE, 1, Phase.COMMUNICATE, 2, Phase.RESOLVE, 3,
			Phase.CLOSE, 4, Phase.ENDED, 5);

	private final Escalations escalations;

	private final Customers customers;

	private final CustomerContacts contacts;

	private final CaseFile file;

	private final PauseCase pauses;

	private final ReopenCase reopening;

	private final CustomerAnalyses analyses;

	private final CustomerPromises promises;

	private final FeedbackRepository feedback;

	private final NextCommunication next;

	private final Outbox outbox;

	private final Timeline timeline;

	private final Clock clock;

	CustomerTracking(Escalations escalations, Customers customers, CustomerContacts contacts, CaseFile file,
			PauseCase pauses, ReopenCase reopening, CustomerAnalyses analyses, CustomerPromises promises,
			FeedbackRepository feedback, NextCommunication next, Outbox outbox, Timeline timeline, Clock clock) {
		this.escalations = escalations;
		this.customers = customers;
		this.contacts = contacts;
		this.file = file;
		this.pauses = pauses;
		this.reopening = reopening;
		this.analyses = analyses;
		this.promises = promises;
		this.feedback = feedback;
		this.next = next;
		this.outbox = outbox;
		this.timeline = timeline;
		this.clock = clock;
	}

	/** The case; empty where case or customer are gone. */
	@Transactional(readOnly = true)
	public Optional<TrackedCase> see(TrackingLink link) {
		return this.escalations.find(link.caseNumber())
			.flatMap((escalation) -> this.customers.find(link.customerId())
				.map((customer) -> view(escalation, customer)));
	}

	private TrackedCase view(Escalation escalation, Customer customer) {
		boolean asked = escalation.phase() == Phase.CLOSE || isClosed(escalation);
		return new TrackedCase(escalation.number(), escalation.report().subject(), customer.name(),
				STEPS.get(escalation.phase()), escalation.outcome(),
				isOwn(escalation, customer) && this.pauses.current(escalation.number())
					.filter((pause) -> pause.reason() == Pause.Reason.CUSTOMER)
					.isPresent(),
				this.next.of(escalation.number()).map(Deadline::dueAt).orElse(null), history(escalation, customer),
				asked && !this.feedback.exists(escalation.number(), customer.id()),
				this.reopening.isPossible(escalation),
				isOwn(escalation, customer) && this.analyses.isPossible(escalation),
				escalation.isOpen() ? this.promises.find(escalation.number(), customer.id()).orElse(null) : null);
	}

	private List<Event> history(Escalation escalation, Customer customer) {
		List<Event> events = new ArrayList<>();
		this.outbox.of(escalation.number())
			.stream()
			.filter((message) -> message.status() == OutboxMessage.Status.SENT)
			.filter((message) -> customer.contacts()
				.stream()
				.anyMatch((contact) -> message.recipient().equalsIgnoreCase(contact.email())))
			.forEach((message) -> events.add(new Event(kind(message.step()), message.sentAt())));
		if (isOwn(escalation, customer)) {
			customersNotes(escalation.number()).forEach((note) -> events.add(new Event("contact", note.writtenAt())));
		}
		events.sort(Comparator.comparing(Event::when).reversed());
		return events;
	}

	/** Steps are called {@code update-3}, {@code resolved-1} and so on. */
	private static String kind(String step) {
		String kind = step.replaceFirst("-\\d+$", "").toLowerCase(Locale.ROOT);
		return List
			.of("announcement", "plan", "update", "reply", "resolved", "closed", "withdrawn", "rca", "promise",
					"apology")
			.contains(kind) ? kind : "other";
	}

	/**
	 * The customer writes to us: somebody replies (003-09).
	 * @throws ConflictException where the case is over, or the customer wrote too often
	 * today
	 */
	public void reply(TrackingLink link, String text) {
		requireFewer(link.caseNumber());
		this.contacts.add(link.caseNumber(), TimelineEntry.CUSTOMER, named(link, text), link.customerId());
	}

	/**
	 * It happens again: the closed case is reopened and somebody replies.
	 * @throws ConflictException where the case cannot be reopened
	 */
	public void reopen(TrackingLink link, String text) {
		requireFewer(link.caseNumber());
		this.reopening.reopen(link.caseNumber(), TimelineEntry.CUSTOMER, named(link, text));
		this.contacts.add(link.caseNumber(), TimelineEntry.CUSTOMER, named(link, text), link.customerId());
	}

	/**
	 * The customer wants to know the cause.
	 * @throws ConflictException where it was asked for, or another customer's case it is
	 */
	public void askForAnalysis(TrackingLink link, String text) {
		if (!see(link).map(TrackedCase::canAskForAnalysis).orElse(false)) {
			throw new ConflictException("De " + link.caseNumber() + " ya no se puede pedir un análisis aquí.");
		}
		this.analyses.request(link.caseNumber(), text);
	}

	/**
	 * The customer agrees to the date that the page showed (003-06).
	 * @throws ConflictException where that proposal is not open any more
	 */
	public void acceptPromise(TrackingLink link, long proposal) {
		this.promises.accept(link.caseNumber(), link.customerId(), proposal);
	}

	/**
	 * The customer would rather have another date.
	 * @throws ConflictException where that proposal is not open any more
	 */
	public void declinePromise(TrackingLink link, long proposal, LocalDate wished, String text) {
		this.promises.decline(link.caseNumber(), link.customerId(), proposal, wished, text);
	}

	/**
	 * The customer says how it went, once (001-35, 004-54). Where it is not solved and
	 * the case still runs, somebody replies.
	 */
	public void rate(TrackingLink link, Feedback given) {
		Escalation escalation = this.escalations.get(link.caseNumber());
		if (!(escalation.phase() == Phase.CLOSE || isClosed(escalation))) {
			throw new ConflictException("Todavía no se pregunta por " + link.caseNumber() + ".");
		}
		if (!this.feedback.add(link.caseNumber(), link.customerId(), given, this.clock.instant())) {
			return;
		}
		Customer customer = this.customers.find(link.customerId()).orElseThrow();
		if (isOwn(escalation, customer)) {
			this.file.satisfaction(link.caseNumber(), given.score());
		}
		String told = named(link, given.text());
		this.timeline.add(link.caseNumber(), TimelineEntry.CUSTOMER, told);
		if (!given.solved() && escalation.isOpen()) {
			this.contacts.add(link.caseNumber(), TimelineEntry.CUSTOMER, told, link.customerId());
		}
	}

	/** Of a case with several customers it must be clear who wrote. */
	private String named(TrackingLink link, String text) {
		Customer customer = this.customers.find(link.customerId()).orElseThrow();
		return isOwn(this.escalations.get(link.caseNumber()), customer) ? text : customer.name() + ": " + text;
	}

	private void requireFewer(String number) {
		Instant yesterday = this.clock.instant().minus(Duration.ofDays(1));
		if (customersNotes(number).stream().filter((note) -> note.writtenAt().isAfter(yesterday)).count() >= DAILY) {
			throw new ConflictException("El cliente ya escribió " + DAILY + " veces en un día sobre " + number + ".");
		}
	}

	private List<CaseNote> customersNotes(String number) {
		return this.escalations.notes(number)
			.stream()
			.filter((note) -> note.kind() == CaseNote.Kind.CONTACT && TimelineEntry.CUSTOMER.equals(note.author()))
			.toList();
	}

	private static boolean isOwn(Escalation escalation, Customer customer) {
		return Long.valueOf(customer.id()).equals(escalation.customerId());
	}

	private static boolean isClosed(Escalation escalation) {
		return escalation.outcome() != null && escalation.outcome().isClosed();
	}

}
