package dev.escala.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.escala.call.CustomerCalled;
import dev.escala.clock.DeadlineCame;
import dev.escala.clock.MatterClocks;
import dev.escala.clock.ServiceClock;
import dev.escala.contact.CustomerContacted;
import dev.escala.customer.Customer;
import dev.escala.matter.AffectedCustomer;
import dev.escala.matter.Matter;
import dev.escala.matter.Matters;
import dev.escala.notice.FirstNotice.State;
import dev.escala.notification.Outbox;
import dev.escala.notification.OutboxMessage;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;
import dev.escala.text.Sentences;
import dev.escala.timeline.Timeline;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Proves, customer by customer, that everybody whom a case affects was told within the
 * first hour (001-19). The clock of the first notice is met when no customer is left, at
 * the moment at which the last one was told.
 */
@Service
@Transactional
public class FirstNotices {

	private final Matters matters;

	private final FirstNoticeRepository repository;

	private final CustomerNotices notices;

	private final Outbox outbox;

	private final MatterClocks clocks;

	private final NoticeFlow flow;

	private final Timeline timeline;

	private final Clock clock;

	FirstNotices(Matters matters, FirstNoticeRepository repository, CustomerNotices notices, Outbox outbox,
			MatterClocks clocks, NoticeFlow flow, Timeline timeline, Clock clock) {
		this.matters = matters;
		this.repository = repository;
		this.notices = notices;
		this.outbox = outbox;
		this.clocks = clocks;
		this.flow = flow;
		this.timeline = timeline;
		this.clock = clock;
	}

	/** The proofs of the case, in the order in which the customers came to it. */
	@Transactional(readOnly = true)
	public List<FirstNotice> notices(CaseNumber number) {
		return this.repository.notices(number);
	}

	/** The known customers who heard, or should have heard, of the case. */
	@Transactional(readOnly = true)
	public Set<CustomerId> told(CaseNumber number) {
		return this.repository.notices(number)
			.stream()
			.map(FirstNotice::customerId)
			.filter(Objects::nonNull)
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/** Gives the first notice to every affected customer who does not have it yet. */
	public void announce(CaseNumber number) {
		this.matters.lock(number);
		List<FirstNotice> all = this.repository.notices(number);
		this.matters.affected(this.matters.get(number))
			.stream()
			.filter((affected) -> all.stream().noneMatch((notice) -> isWrittenTo(notice, affected)))
			.forEach((affected) -> announce(number, affected));
	}

	private static boolean isWrittenTo(FirstNotice notice, AffectedCustomer affected) {
		return notice.messageId() != null && affected.customer()
			.filter((known) -> known.id().equals(notice.customerId()))
			.flatMap(Customer::recipient)
			.filter((contact) -> contact.email().equalsIgnoreCase(notice.address()))
			.isPresent();
	}

	/**
	 * A customer who came to the case later is told at once; before the first notice was
	 * given there is nothing to catch up with.
	 */
	public void announceTo(CaseNumber number) {
		if (!this.repository.notices(number).isEmpty()) {
			announce(number);
		}
	}

	private void announce(CaseNumber number, AffectedCustomer affected) {
		Instant now = this.clock.instant();
		CustomerId id = affected.customer().map(Customer::id).orElse(null);
		this.repository.add(number, affected.key(), id, affected.name(), now, UserId.SYSTEM);
		affected.customer()
			.flatMap((known) -> this.notices.announce(number, known))
			.ifPresent((message) -> this.repository.sent(number, affected.key(), message.recipient(), message.id(), now,
					UserId.SYSTEM));
	}

	/**
	 * The customer turned to us about the case: so they know of it.
	 */
	@EventListener
	void acknowledged(CustomerContacted contacted) {
		CaseNumber number = contacted.number();
		CustomerId customerId = contacted.customerId();
		this.repository.notices(number)
			.stream()
			.filter((notice) -> customerId != null && customerId.equals(notice.customerId()))
			.filter((notice) -> notice.state() != State.ACKNOWLEDGED)
			.forEach((notice) -> this.repository.set(notice.id(), State.ACKNOWLEDGED, this.clock.instant(),
					UserId.CUSTOMER, "El cliente nos contactó."));
	}

	/** Whoever was called about the case knows of it, whatever the call was about. */
	@EventListener
	void called(CustomerCalled call) {
		List<FirstNotice> heard = this.repository.notices(call.number())
			.stream()
			.filter(FirstNotice::isOpen)
			.filter((notice) -> (call.customerId() == null) ? call.name().equals(notice.name())
					: call.customerId().equals(notice.customerId()))
			.toList();
		heard.forEach((notice) -> this.repository.set(notice.id(), State.ACKNOWLEDGED, this.clock.instant(), call.by(),
				"Se le llamó por teléfono."));
		if (!heard.isEmpty()) {
			this.repository.settled(call.number(), false);
		}
	}

	/**
	 * Reads what became of the mails and says how it stands: whoever waited for the last
	 * customer goes on; where only a person can help, one is asked.
	 */
	public void settle(CaseNumber number) {
		boolean proven = prove(number);
		boolean settled = true;
		if (proven) {
			this.flow.customersTold(number);
		}
		else if (this.repository.notices(number).stream().anyMatch(FirstNotice::needsPerson)) {
			settled = this.flow.noticeFailed(number);
		}
		this.repository.settled(number, settled);
	}

	/** The last mail may have been taken a moment before the hour was over. */
	@EventListener
	void prove(DeadlineCame came) {
		if (came.deadline().clock() == ServiceClock.FIRST_NOTICE) {
			prove(came.deadline().caseNumber());
		}
	}

	/**
	 * Reads what became of the mails.
	 * @return whether every affected customer was told; then the clock is met
	 */
	public boolean prove(CaseNumber number) {
		Matter matter = this.matters.lock(number);
		read(number);
		List<FirstNotice> all = this.repository.notices(number);
		boolean everybody = matter.customerId() != null
				&& all.size() >= this.matters.affected(this.matters.get(number)).size();
		boolean proven = everybody && all.stream().noneMatch(FirstNotice::isOpen);
		if (proven && matter.open()) {
			Instant last = all.stream().map(FirstNotice::stateAt).max(Comparator.naturalOrder()).orElseThrow();
			if (this.clocks.metAt(number, ServiceClock.FIRST_NOTICE, last)) {
				this.timeline.add(number, UserId.SYSTEM,
						"Se avisó a las partes internas y a los clientes: " + summary(all) + ".");
			}
		}
		return proven;
	}

	private void read(CaseNumber number) {
		List<FirstNotice> all = this.repository.notices(number);
		Map<Long, OutboxMessage> messages = this.outbox
			.find(all.stream().map(FirstNotice::messageId).filter(Objects::nonNull).toList());
		all.stream()
			.filter((notice) -> notice.isOpen() || notice.state() == State.SENT)
			.forEach((notice) -> read(number, notice, Optional.ofNullable(messages.get(notice.messageId()))));
	}

	private void read(CaseNumber number, FirstNotice notice, Optional<OutboxMessage> message) {
		State now = state(message.orElse(null));
		if (now == notice.state()) {
			return;
		}
		Instant when = message.map(OutboxMessage::sentAt).orElseGet(this.clock::instant);
		String reason = message.map(OutboxMessage::error).orElse(null);
		this.repository.set(notice.id(), now, when, UserId.SYSTEM, reason);
		if (now.needsPerson()) {
			this.timeline.add(number, UserId.SYSTEM, "No se pudo avisar a " + notice.name() + ": "
					+ ((now == State.NO_ADDRESS) ? "no hay dirección de correo." : whyFailed(message.orElseThrow())));
		}
	}

	private static String whyFailed(OutboxMessage message) {
		return message.status().label() + " a " + message.recipient()
				+ ((message.error() == null) ? "." : " (" + message.error() + ").");
	}

	/** How a notice stands with that message, or without one. */
	static State state(OutboxMessage message) {
		if (message == null) {
			return State.NO_ADDRESS;
		}
		return switch (message.status()) {
			case PENDING, SENDING -> State.PENDING;
			case SENT -> State.SENT;
			case FAILED, UNKNOWN, CANCELLED -> State.FAILED;
		};
	}

	/** How many there are in each state, as part of a Spanish sentence. */
	static String summary(List<FirstNotice> all) {
		Map<State, Long> counts = all.stream()
			.collect(
					Collectors.groupingBy(FirstNotice::state, () -> new EnumMap<>(State.class), Collectors.counting()));
		return counts.entrySet()
			.stream()
			.map((entry) -> Sentences.within(entry.getKey().label()) + ", " + entry.getValue())
			.collect(Collectors.joining("; "));
	}

}
