package dev.escala.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;
import dev.escala.retention.loss.LostCustomers;
import dev.escala.retention.value.AtStake;
import dev.escala.retention.value.BoughtRepository;
import dev.escala.retention.value.LifetimeSales;
import dev.escala.routing.Decision;
import dev.escala.text.Shortening;
import dev.escala.timeline.Timeline;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;
import dev.escala.validation.NotFoundException;
import dev.escala.visibility.Visibility;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens the cases of customers who seem to be leaving, and reads them. Whoever sees a
 * signal opens one with it; a customer has one at a time (004-28, 004-33).
 */
@Service
@Transactional
public class RetentionCases {

	/** What the list may be sorted by. */
	public static final List<String> SORTABLE = RetentionCaseRepository.SORT.names();

	private static final int LONGEST_SUBJECT = 120;

	private static final int LONGEST_REASON = 500;

	private final RetentionCaseRepository repository;

	private final Customers customers;

	private final LostCustomers lost;

	private final LifetimeSales sales;

	private final BoughtRepository bought;

	private final RetentionTerms terms;

	private final Matters matters;

	private final Timeline timeline;

	private final RetentionFlow flow;

	private final Visibility visibility;

	private final Clock clock;

	private final ZoneId zone;

	RetentionCases(RetentionCaseRepository repository, Customers customers, LostCustomers lost, LifetimeSales sales,
			BoughtRepository bought, RetentionTerms terms, Matters matters, Timeline timeline, RetentionFlow flow,
			Visibility visibility, Clock clock, @Value("${escala.zone}") ZoneId zone) {
		this.repository = repository;
		this.customers = customers;
		this.lost = lost;
		this.sales = sales;
		this.bought = bought;
		this.terms = terms;
		this.matters = matters;
		this.timeline = timeline;
		this.flow = flow;
		this.visibility = visibility;
		this.clock = clock;
		this.zone = zone;
	}

	/**
	 * Somebody has to look after the customer. Asked again for the same month nothing
	 * changes; while a case is open its reasons are joined by those that are new.
	 * @param month any day of the month that shows it
	 * @param reasons what it shows, at least one
	 * @return the case, or empty where the customer is lost already and has not bought
	 * since
	 * @throws NotFoundException where there is no such customer
	 */
	public Optional<CaseNumber> open(CustomerId customerId, LocalDate month, List<Reason> reasons) {
		return open(customerId, month, reasons, UserId.SYSTEM);
	}

	/**
	 * The same because somebody who knows the customer says so.
	 * @param customerText its code or name
	 * @param why why they seem to be leaving
	 * @throws dev.escala.validation.InvalidInputException naming every field that is
	 * wrong
	 * @throws ConflictException where a case is open, naming it, or the customer is lost
	 */
	public CaseNumber openByHand(String customerText, String why, UserId by) {
		Fields fields = new Fields();
		String typed = fields.requiredLine("customer", "el cliente: su código o su nombre", customerText, 200);
		String said = fields.requiredLine("reason", "por qué parece que se va", why, LONGEST_REASON);
		List<Customer> found = typed.isEmpty() ? List.of() : this.customers.match(typed);
		if (!typed.isEmpty() && found.size() != 1) {
			fields.refuse("customer",
					found.isEmpty()
							? "No se conoce ningún cliente «" + typed
									+ "»: escriba su código, o dele de alta en Clientes."
							: "Varios clientes coinciden con «" + typed + "»: escriba el código de uno.");
		}
		fields.done();
		Customer customer = found.get(0);
		this.repository.turn(customer.id());
		this.repository.openOf(customer.id()).ifPresent((open) -> {
			throw new ConflictException(customer.name() + " ya tiene abierta " + open.number() + ": siga ahí.");
		});
		if (this.lost.isLost(customer.id())) {
			throw new ConflictException(customer.name() + " está entre los clientes perdidos y no ha comprado desde "
					+ "entonces: si vuelve a comprar, se podrá abrir otra vez.");
		}
		return begin(customer, today().withDayOfMonth(1), List.of(new Reason(Reason.BY_HAND, said)), by);
	}

	private Optional<CaseNumber> open(CustomerId customerId, LocalDate day, List<Reason> reasons, UserId by) {
		if (reasons.isEmpty()) {
			throw new IllegalArgumentException("A case is opened for a reason");
		}
		LocalDate month = day.withDayOfMonth(1);
		Customer customer = this.customers.find(customerId)
			.orElseThrow(() -> new NotFoundException("No hay ningún cliente con ese número."));
		this.repository.turn(customerId);
		Optional<CaseNumber> before = this.repository.ofMonth(customerId, month);
		if (before.isPresent()) {
			return before;
		}
		Optional<RetentionCase> open = this.repository.openOf(customerId);
		if (open.isPresent()) {
			return Optional.of(join(open.get().number(), month, reasons, by));
		}
		if (this.lost.isLost(customerId)) {
			return Optional.empty();
		}
		CaseNumber number = begin(customer, month, reasons, by);
		this.repository.addMonth(customerId, month, number);
		return Optional.of(number);
	}

	/** The case is open already: what is new is added. */
	private CaseNumber join(CaseNumber number, LocalDate month, List<Reason> reasons, UserId by) {
		RetentionCase one = lock(number);
		List<String> known = this.repository.reasons(number).stream().map(Reason::said).toList();
		List<Reason> added = reasons.stream().filter((reason) -> !known.contains(reason.said())).toList();
		added.forEach((reason) -> this.repository.addReason(number, month, reason));
		this.repository.addMonth(one.customerId(), month, number);
		if (!added.isEmpty()) {
			this.timeline.add(number, by, "Hay más motivos: " + told(added));
		}
		return number;
	}

	private CaseNumber begin(Customer customer, LocalDate month, List<Reason> reasons, UserId by) {
		Instant now = now();
		boolean silent = this.bought.isSilent(customer.id(), now);
		AtStake atStake = this.sales.of(customer.id());
		Decision look = this.terms.look(customer.tier(), atStake);
		CaseNumber number = this.repository.nextNumber(now);
		RetentionCase one = new RetentionCase(number, customer.id(), customer.name(),
				Shortening.withEllipsis(reasons.get(0).said(), LONGEST_SUBJECT), RetentionState.CALLING,
				look.text("group"), null, this.terms.due(look, now), today(), null, atStake, silent, by, now, null);
		this.matters.register(number, RetentionCase.MATTER_KIND);
		this.repository.insert(one);
		reasons.forEach((reason) -> this.repository.addReason(number, month, reason));
		Decision kept = this.terms.begin(number, customer.tier(), atStake);
		this.timeline.add(number, by, "Parece que " + customer.name() + " se va. " + told(reasons) + " En juego: "
				+ atStake.told() + ". " + kept.reason() + ".");
		this.flow.start(one);
		return number;
	}

	private static String told(List<Reason> reasons) {
		return reasons.stream()
			.map((one) -> one.said().endsWith(".") ? one.said() : one.said() + ".")
			.collect(Collectors.joining(" "));
	}

	@Transactional(readOnly = true)
	public Optional<RetentionCase> find(CaseNumber number) {
		return this.repository.find(number);
	}

	/** The case; refuses an unknown number. */
	@Transactional(readOnly = true)
	public RetentionCase get(CaseNumber number) {
		return find(number).orElseThrow(() -> unknown(number));
	}

	/** The case, kept from others until the transaction ends. */
	RetentionCase lock(CaseNumber number) {
		return this.repository.lock(number).orElseThrow(() -> unknown(number));
	}

	/** The open case of a customer. */
	@Transactional(readOnly = true)
	public Optional<RetentionCase> openOf(CustomerId customer) {
		return this.repository.openOf(customer);
	}

	/** Its reasons, in the order in which they came. */
	@Transactional(readOnly = true)
	public List<Reason> reasons(CaseNumber number) {
		return this.repository.reasons(number);
	}

	/** The calls, oldest first. */
	@Transactional(readOnly = true)
	public List<RetentionCall> calls(CaseNumber number) {
		return this.repository.calls(number);
	}

	/** What was done, oldest first. */
	@Transactional(readOnly = true)
	public List<DoneAction> actions(CaseNumber number) {
		return this.repository.actions(number);
	}

	/**
	 * A part of those that whoever asks sees.
	 * @param text part of the name, of the number or of the reason, or {@code null}
	 * @param state only in that state, or {@code null}
	 * @param open only open or only ended ones, or {@code null}
	 */
	@Transactional(readOnly = true)
	public Page<RetentionCase> page(String text, RetentionState state, Boolean open, PageRequest part) {
		return this.repository.page(text, state, open, this.visibility.seen(), part);
	}

	private static NotFoundException unknown(CaseNumber number) {
		return new NotFoundException("No hay ningún caso de retención con el número " + number + ".");
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	private LocalDate today() {
		return LocalDate.now(this.clock.withZone(this.zone));
	}

}
