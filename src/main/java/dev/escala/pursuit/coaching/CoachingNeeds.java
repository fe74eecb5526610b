package dev.escala.pursuit.coaching;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import dev.escala.access.Role;
import dev.escala.access.Staff;
import dev.escala.pursuit.figure.SaleFigures;
import dev.escala.pursuit.figure.SaleLine;
import dev.escala.pursuit.figure.SalePeriod;
import dev.escala.reference.UserId;
import dev.escala.routing.Decision;
import dev.escala.routing.Decisions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks each night whose ratio is below that of their own last quarter by what the table
 * says (004-68), and asks somebody to practise it with them: once for each person,
 * quarter and ratio. Row and process come to be in one transaction, so that a node that
 * dies in between has asked nobody, and the row keeps a second node from asking again.
 */
@Service
public class CoachingNeeds {

	private static final String TABLE = "coachingMargin";

	private static final int YEARS_KEPT = 2;

	private static final Logger logger = LoggerFactory.getLogger(CoachingNeeds.class);

	private final SaleFigures figures;

	private final CoachingRepository repository;

	private final CoachingFlow flow;

	private final Decisions decisions;

	private final Staff staff;

	private final Clock clock;

	private final ZoneId zone;

	private final TransactionTemplate transaction;

	CoachingNeeds(SaleFigures figures, CoachingRepository repository, CoachingFlow flow, Decisions decisions,
			Staff staff, Clock clock, @Value("${escala.zone}") ZoneId zone, PlatformTransactionManager transactions) {
		this.figures = figures;
		this.repository = repository;
		this.flow = flow;
		this.decisions = decisions;
		this.staff = staff;
		this.clock = clock;
		this.zone = zone;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** Looks at everybody who sells; on every node, as often as it likes. */
	@Scheduled(cron = "0 27 5 * * *")
	public void look() {
		List<UserId> people = this.staff.membersOf(Role.SALES.groupId()).stream().map(Staff.Person::id).toList();
		Quarter running = quarter(0);
		Quarter last = quarter(1);
		Quarter before = quarter(2);
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.zone);
		for (CoachedRatio ratio : CoachedRatio.values()) {
			Decision answer = this.decisions.consider(TABLE, Map.of("ratio", ratio));
			if (answer.matches().isEmpty() || !answer.flag("watched")) {
				continue;
			}
			CoachingRule rule = CoachingRule.of(answer);
			if (!today.isBefore(last.over().plusDays(rule.settleDays()))) {
				people.forEach((person) -> compare(person, ratio, last, before, rule));
			}
			if (rule.running()) {
				people.forEach((person) -> compare(person, ratio, running, last, rule));
			}
		}
		this.repository.forget(this.clock.instant().atZone(this.zone).minusYears(YEARS_KEPT).toInstant());
	}

	private Quarter quarter(int back) {
		SalePeriod period = this.figures.quarter(back);
		return new Quarter(period, this.figures.people(period));
	}

	private void compare(UserId person, CoachedRatio ratio, Quarter quarter, Quarter before, CoachingRule rule) {
		Counted now = quarter.counted(person, ratio);
		Counted then = before.counted(person, ratio);
		if (!rule.asksFor(now, then)) {
			return;
		}
		try {
			this.transaction.executeWithoutResult(
					(status) -> this.repository.add(person, ratio, now, then, rule.reason(), this.clock.instant())
						.ifPresent(this.flow::start));
		}
		catch (RuntimeException ex) {
			logger.error("Nobody was asked to practise {} with {}; the next night tries again.", ratio, person, ex);
		}
	}

	/**
	 * The figures of a quarter.
	 *
	 * @param people by user id
	 */
	private record Quarter(SalePeriod period, Map<String, SaleLine> people) {

		/** The day after its last one. */
		LocalDate over() {
			return this.period.first().plusMonths(this.period.months()).atDay(1);
		}

		Counted counted(UserId person, CoachedRatio ratio) {
			return Counted.of(this.period.code(), ratio.of(this.people.get(person.value())));
		}

	}

}
