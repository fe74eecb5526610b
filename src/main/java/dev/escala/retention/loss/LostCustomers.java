package dev.escala.retention.loss;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.Tier;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;
import dev.escala.retention.value.AtStake;
import dev.escala.retention.value.BoughtRepository;
import dev.escala.retention.value.LifetimeSales;
import dev.escala.staffing.PersonNames;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;
import dev.escala.validation.TypedDay;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of lost customers: those whom a case could not keep, and those of whom
 * somebody hears in another way.
 */
@Service
@Transactional
public class LostCustomers {

	/** What the register may be sorted by. */
	public static final List<String> SORTABLE = LostCustomerRepository.SORT.names();

	/** As many characters are kept of what is learned. */
	public static final int LONGEST = 2000;

	private static final int MONTHS = 12;

	private final LostCustomerRepository repository;

	private final LossCauses causes;

	private final Customers customers;

	private final LifetimeSales sales;

	private final BoughtRepository bought;

	private final PersonNames names;

	private final Clock clock;

	private final ZoneId zone;

	LostCustomers(LostCustomerRepository repository, LossCauses causes, Customers customers, LifetimeSales sales,
			BoughtRepository bought, PersonNames names, Clock clock, @Value("${escala.zone}") ZoneId zone) {
		this.repository = repository;
		this.causes = causes;
		this.customers = customers;
		this.sales = sales;
		this.bought = bought;
		this.names = names;
		this.clock = clock;
		this.zone = zone;
	}

	/** A case could not keep the customer; doing it again changes nothing. */
	public void lost(CaseNumber number, Customer customer, boolean letGo, LossCauses.Cause cause, String lesson,
			AtStake atStake, boolean silent, UserId owner, UserId by) {
		this.repository.add(new LostCustomer(customer.id(), customer.name(), customer.tier(), today(), number, letGo,
				cause.code(), cause.worrying(), lesson, atStake, silent, owner, by, now(), null));
	}

	/**
	 * Somebody heard of a loss that no case saw.
	 * @throws dev.escala.validation.InvalidInputException naming every field that is
	 * wrong
	 * @throws ConflictException where it is recorded already
	 */
	public LostCustomer record(SaidLoss said, UserId by) {
		Fields fields = new Fields();
		String typed = fields.requiredLine("customer", "el cliente: su código o su nombre", said.customer(), 200);
		LocalDate day = TypedDay.read(fields, "lostOn", said.lostOn());
		if (day != null && day.isAfter(today())) {
			fields.refuse("lostOn", "El día en que se perdió no puede estar por venir.");
		}
		LossCauses.Cause cause = this.causes.read(fields, "cause", said.cause());
		String lesson = fields.required("lesson", "qué se aprende de ello", said.lesson(), LONGEST);
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
		if (isLost(customer.id())) {
			throw new ConflictException(
					customer.name() + " ya está entre los clientes perdidos, y no ha comprado desde "
							+ "entonces: no se apunta dos veces.");
		}
		Instant end = day.plusDays(1).atStartOfDay(this.zone).toInstant();
		LostCustomer lost = new LostCustomer(customer.id(), customer.name(), customer.tier(), day, null, false,
				cause.code(), cause.worrying(), lesson, this.sales.of(customer.id()),
				this.bought.isSilent(customer.id(), end), null, by, now(), null);
		if (!this.repository.add(lost)) {
			throw new ConflictException("Otra persona acaba de apuntar que se perdió a " + customer.name() + ".");
		}
		return lost;
	}

	/** Whether the customer is lost and has not bought since. */
	@Transactional(readOnly = true)
	public boolean isLost(CustomerId customer) {
		return last(customer).filter((one) -> !one.isBack()).isPresent();
	}

	/** The last loss of a customer. */
	@Transactional(readOnly = true)
	public Optional<LostCustomer> last(CustomerId customer) {
		return this.repository.of(customer).stream().findFirst();
	}

	/** A part of the register. */
	@Transactional(readOnly = true)
	public Page<LostCustomer> page(String text, Boolean worrying, PageRequest part) {
		return this.repository.page(text, worrying, part);
	}

	/** All of the twelve months that end today, the latest first. */
	@Transactional(readOnly = true)
	public List<LostCustomer> lastYear() {
		LocalDate to = today().plusDays(1);
		return this.repository.between(to.minusMonths(MONTHS), to);
	}

	/** The figures of the twelve months that end today. */
	@Transactional(readOnly = true)
	public LossFigures figures() {
		return figures(today().plusDays(1));
	}

	/**
	 * The figures of twelve months.
	 * @param to the day after the last one
	 */
	@Transactional(readOnly = true)
	public LossFigures figures(LocalDate to) {
		LocalDate from = to.minusMonths(MONTHS);
		List<LostCustomer> lost = this.repository.between(from, to);
		return new LossFigures(from, to,
				this.repository.buyers(from.withDayOfMonth(1), to.plusMonths(1).withDayOfMonth(1)),
				LossLine.of("Todos", lost), grouped(lost, (one) -> this.causes.cause(one.cause()).label()),
				Arrays.stream(Tier.values())
					.map((tier) -> LossLine.of(tier.label(),
							lost.stream().filter((one) -> one.tier() == tier).toList()))
					.filter((line) -> line.lost() > 0)
					.toList(),
				grouped(lost, (one) -> (one.ownerId() == null) ? "Nadie" : this.names.name(one.ownerId())));
	}

	/** The most first; of as many, by name. */
	private static List<LossLine> grouped(List<LostCustomer> lost, Function<LostCustomer, String> by) {
		Map<String, List<LostCustomer>> groups = lost.stream().collect(Collectors.groupingBy(by));
		return groups.entrySet()
			.stream()
			.map((one) -> LossLine.of(one.getKey(), one.getValue()))
			.sorted(Comparator.comparing(LossLine::lost).reversed().thenComparing((line) -> line.of()))
			.toList();
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	private LocalDate today() {
		return LocalDate.now(this.clock.withZone(this.zone));
	}

}
