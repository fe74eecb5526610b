package dev.escala.modelgate.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.TreeSet;

/** Puts values in order by a number of each. Moments without a zone are UTC, as here. */
enum Scale {

	/** Numbers with any decimals. */
	DECIMAL(false) {
		@Override
		BigDecimal number(Object constant) {
			return (constant instanceof BigDecimal number) ? number : null;
		}

		@Override
		Object value(BigDecimal number) {
			return number.doubleValue();
		}

		@Override
		String text(BigDecimal number) {
			return number.stripTrailingZeros().toPlainString();
		}
	},

	/** Whole numbers. */
	WHOLE(true) {
		@Override
		BigDecimal number(Object constant) {
			return DECIMAL.number(constant);
		}

		@Override
		Object value(BigDecimal number) {
			long whole = number.longValue();
			return (whole == (int) whole) ? (Object) (int) whole : (Object) whole;
		}

		@Override
		String text(BigDecimal number) {
			return number.toPlainString();
		}
	},

	/** What Camunda calls a date: a moment. */
	MOMENT(true) {
		@Override
		BigDecimal number(Object constant) {
			return (constant instanceof LocalDate date) ? millis(date.atStartOfDay().atZone(ZoneOffset.UTC))
					: (constant instanceof LocalDateTime time) ? millis(time.atZone(ZoneOffset.UTC))
							: (constant instanceof ZonedDateTime zoned) ? millis(zoned) : null;
		}

		@Override
		Object value(BigDecimal number) {
			return new Date(number.longValue());
		}

		@Override
		String text(BigDecimal number) {
			LocalDateTime time = LocalDateTime.ofInstant(Instant.ofEpochMilli(number.longValue()), ZoneOffset.UTC);
			return "@\"" + time + "\"";
		}
	},

	/** Days. */
	DAY(true) {
		@Override
		BigDecimal number(Object constant) {
			return (constant instanceof LocalDate date) ? BigDecimal.valueOf(date.toEpochDay()) : null;
		}

		@Override
		Object value(BigDecimal number) {
			return LocalDate.ofEpochDay(number.longValue());
		}
	},

	/** Times of the day, in milliseconds. */
	TIME(true) {
		@Override
		BigDecimal number(Object constant) {
			return (constant instanceof LocalTime time)
					? BigDecimal.valueOf(time.truncatedTo(ChronoUnit.MILLIS).toNanoOfDay() / NANOS) : null;
		}

		@Override
		Object value(BigDecimal number) {
			return LocalTime.ofNanoOfDay(Math.max(0, Math.min(LAST_MILLI, number.longValue())) * NANOS);
		}
	},

	/** Lengths in days, hours and less, in milliseconds. */
	LENGTH(true) {
		@Override
		BigDecimal number(Object constant) {
			return (constant instanceof Duration length) ? BigDecimal.valueOf(length.toMillis()) : null;
		}

		@Override
		Object value(BigDecimal number) {
			return Duration.ofMillis(number.longValue());
		}
	},

	/** Lengths in years and months. */
	MONTHS(true) {
		@Override
		BigDecimal number(Object constant) {
			return (constant instanceof Period period && period.getDays() == 0)
					? BigDecimal.valueOf(period.toTotalMonths()) : null;
		}

		@Override
		Object value(BigDecimal number) {
			return Period.ofMonths(number.intValue());
		}
	};

	private static final long NANOS = 1_000_000;

	private static final long LAST_MILLI = 24 * 60 * 60 * 1000 - 1;

	private final boolean whole;

	Scale(boolean whole) {
		this.whole = whole;
	}

	/** The number of a constant, or {@code null} where it has none on this scale. */
	abstract BigDecimal number(Object constant);

	/** The value of a number, as the engine would be given it. */
	abstract Object value(BigDecimal number);

	/** The same as FEEL writes it. */
	String text(BigDecimal number) {
		return "@\"" + value(number) + "\"";
	}

	/**
	 * One number below all constants, each constant, one between any two that follow each
	 * other and one above all.
	 */
	List<BigDecimal> examples(Collection<Object> constants) {
		TreeSet<BigDecimal> points = new TreeSet<>();
		constants.forEach((constant) -> points.add(number(constant)));
		List<BigDecimal> examples = new ArrayList<>();
		if (points.isEmpty()) {
			return List.of(BigDecimal.ZERO);
		}
		examples.add(below(points.first()));
		BigDecimal before = null;
		for (BigDecimal point : points) {
			BigDecimal between = (before == null) ? null : between(before, point);
			if (between != null) {
				examples.add(between);
			}
			if (!this.whole || point.stripTrailingZeros().scale() <= 0) {
				examples.add(point);
			}
			before = point;
		}
		examples.add(above(points.last()));
		return examples;
	}

	private BigDecimal below(BigDecimal point) {
		BigDecimal down = this.whole ? point.setScale(0, RoundingMode.CEILING) : point;
		return down.subtract(BigDecimal.ONE);
	}

	private BigDecimal above(BigDecimal point) {
		BigDecimal up = this.whole ? point.setScale(0, RoundingMode.FLOOR) : point;
		return up.add(BigDecimal.ONE);
	}

	private BigDecimal between(BigDecimal low, BigDecimal high) {
		if (!this.whole) {
			return low.add(high).divide(BigDecimal.valueOf(2));
		}
		BigDecimal next = low.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE);
		return (next.compareTo(high) < 0) ? next : null;
	}

	private static BigDecimal millis(ZonedDateTime time) {
		return BigDecimal.valueOf(time.toInstant().toEpochMilli());
	}

}
