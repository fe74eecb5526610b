package dev.escala.complaint.remedy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;

import dev.escala.reference.UserId;
import dev.escala.validation.ConflictException;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Small extras, from a budget of each person and month of the organisation's calendar
 * (004-56).
 */
@Component
class ExtraBudget {

	private final RemedyRepository repository;

	private final Clock clock;

	private final ZoneId zone;

	ExtraBudget(RemedyRepository repository, Clock clock, @Value("${escala.zone}") ZoneId zone) {
		this.repository = repository;
		this.clock = clock;
		this.zone = zone;
	}

	/** What the person has left this month, in euros, at least 0. */
	BigDecimal left(UserId person, RemedyLimits.Limit limit) {
		return limit.extraBudget().subtract(spent(person)).max(BigDecimal.ZERO);
	}

	/**
	 * Refuses an extra that is too dear or for which the month has nothing left. Of two
	 * at the same moment the second one sees the first.
	 * @throws ConflictException saying how much is left
	 */
	void require(UserId person, BigDecimal amount, RemedyLimits.Limit limit) {
		if (amount.compareTo(limit.extraMost()) > 0) {
			throw new ConflictException("Un detalle vale como mucho " + Euros.told(limit.extraMost())
					+ ": esto es más que un detalle. Concédalo como otra cosa, con su motivo.");
		}
		this.repository.takeTurn(person);
		BigDecimal left = left(person, limit);
		if (amount.compareTo(left) > 0) {
			throw new ConflictException("Este mes le quedan " + Euros.told(left) + " para detalles, de "
					+ Euros.told(limit.extraBudget()) + ". Supervisión puede darlo de los suyos.");
		}
	}

	private BigDecimal spent(UserId person) {
		YearMonth month = YearMonth.from(this.clock.instant().atZone(this.zone));
		return this.repository.extras(person, begin(month), begin(month.plusMonths(1)));
	}

	private Instant begin(YearMonth month) {
		return month.atDay(1).atStartOfDay(this.zone).toInstant();
	}

}
