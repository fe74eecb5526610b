package dev.escala.demo;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * The clock of the demo: the engine's, but for what the thread that creates the demo's
 * past does in it. Everybody else lives in the present meanwhile.
 */
@Component
@Primary
@OnlyInDemo
class DemoClock extends Clock {

	private final Clock present;

	private final ThreadLocal<Instant> past = new ThreadLocal<>();

	private final ZoneId home;

	DemoClock(@Qualifier("clock") Clock present, @Value("${escala.zone}") ZoneId home) {
		this.present = present;
		this.home = home;
	}

	/**
	 * An instant of a working morning so many days ago.
	 * @param hour how many hours after a quarter past ten
	 */
	Instant morning(int daysAgo, int hour) {
		if (daysAgo == 0) {
			return instant();
		}
		LocalDate day = LocalDate.ofInstant(instant(), this.home).minusDays(daysAgo);
		int weekend = day.getDayOfWeek().getValue() - DayOfWeek.FRIDAY.getValue();
		return day.minusDays(Math.max(0, weekend)).atTime(10 + hour, 15).atZone(this.home).toInstant();
	}

	/** Does something at an instant that is over. */
	void at(Instant instant, Runnable step) {
		this.past.set(instant);
		try {
			step.run();
		}
		finally {
			this.past.remove();
		}
	}

	@Override
	public Instant instant() {
		Instant instant = this.past.get();
		return (instant == null) ? this.present.instant() : instant;
	}

	@Override
	public ZoneId getZone() {
		return this.present.getZone();
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return this.present.withZone(zone);
	}

}
