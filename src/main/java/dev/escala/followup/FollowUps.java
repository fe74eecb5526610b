package dev.escala.followup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.followup.persistence.FollowUpRepository;
import dev.escala.pursuit.call.LeftAlone;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.text.Dates;
import dev.escala.validation.Moments;
import dev.escala.validation.NotFoundException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plans the calls after something ended, in the transaction in which it ends: told twice,
 * or by two nodes, it is planned once, and a customer is called once in so many weeks
 * whatever it was (004-57).
 */
@Service
@Transactional
public class FollowUps {

	/** Nobody is asked how it goes about what is older than that: imports, late news. */
	private static final Duration STALE = Duration.ofDays(14);

	private final FollowUpRepository repository;

	private final FollowUpPolicy policy;

	private final Customers customers;

	private final LeftAlone leftAlone;

	private final Moments moments;

	private final Clock clock;

	FollowUps(FollowUpRepository repository, FollowUpPolicy policy, Customers customers, LeftAlone leftAlone,
			Moments moments, Clock clock) {
		this.repository = repository;
		this.policy = policy;
		this.customers = customers;
		this.leftAlone = leftAlone;
		this.moments = moments;
		this.clock = clock;
	}

	/**
	 * Something ended well and the customer has not said yet how it went; for purchases,
	 * each of which may be told as often as one likes.
	 * @param source what it is known by: the same source of the same kind counts once
	 * @param when when it happened; long ago, nothing happens
	 */
	public void after(FollowUpKind kind, String source, CustomerId customer, Instant when) {
		plan(new Ended(kind, source, customer, when, true, false));
	}

	void plan(Ended ended) {
		Customer customer = Optional.ofNullable(ended.customerId()).flatMap(this.customers::find).orElse(null);
		Instant now = this.clock.instant();
		if (customer == null || ended.at().isBefore(now.minus(STALE.multipliedBy(6)))) {
			return;
		}
		FollowUpRule rule = this.policy.of(ended, customer);
		if (rule.dueAt().isBefore(now.minus(STALE))) {
			return;
		}
		this.repository.takeTurn(customer.id(), now);
		if (this.repository.find(ended.kind(), ended.source()).filter((known) -> isSettled(known, ended)).isPresent()) {
			return;
		}
		Optional<String> obstacle = obstacle(ended, customer, rule);
		this.repository.plan(ended, customer.name(), rule, obstacle.orElse(rule.reason()),
				obstacle.isPresent() ? FollowUpState.SKIPPED : FollowUpState.PLANNED, now);
	}

	/** What ended again before its day came, or was not to be called, counts anew. */
	private static boolean isSettled(FollowUp known, Ended ended) {
		return switch (known.state()) {
			case SKIPPED -> false;
			case PLANNED -> !ended.at().isAfter(known.happenedAt());
			default -> true;
		};
	}

	private Optional<String> obstacle(Ended ended, Customer customer, FollowUpRule rule) {
		if (!rule.call()) {
			return Optional.of(rule.reason());
		}
		if (this.leftAlone.isCustomer(customer)) {
			return Optional.of("Pidió que no se le llame");
		}
		return this.repository.nearest(ended, rule.dueAt(), Duration.ofDays(7L * rule.weeks()))
			.map((other) -> "Ya se le llama o se le llamó por " + other.source() + " hacia el "
					+ Dates.figures(other.around().atZone(this.moments.zone()).toLocalDate()) + ": no dos veces en "
					+ rule.weeks() + " semanas");
	}

	/** The call. */
	@Transactional(readOnly = true)
	public FollowUp get(long id) {
		return this.repository.find(id).orElseThrow(() -> new NotFoundException("Esa llamada ya no existe."));
	}

	/** The calls after a matter, and those of which it came. */
	@Transactional(readOnly = true)
	public List<FollowUp> of(CaseNumber number) {
		return this.repository.of(number);
	}

}
