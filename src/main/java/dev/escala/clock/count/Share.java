package dev.escala.clock.count;

import java.math.BigInteger;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * An exact number of days, parts included: a day of seven hours of which ten minutes were
 * paused has no decimal.
 *
 * @param parts how many parts
 * @param of how many make a day; positive, without a common divisor
 */
public record Share(BigInteger parts, BigInteger of) implements Comparable<Share> {

	/** Nothing. */
	public static final Share NONE = days(0);

	/** A whole day. */
	public static final Share DAY = days(1);

	private static final BigInteger SECOND = BigInteger.valueOf(1_000_000_000);

	private static final BigInteger MICRO = BigInteger.valueOf(1000);

	public Share {
		BigInteger common = parts.gcd(of);
		if (common.signum() != 0) {
			parts = parts.divide(common);
			of = of.divide(common);
		}
	}

	/** So many whole days. */
	public static Share days(long number) {
		return new Share(BigInteger.valueOf(number), BigInteger.ONE);
	}

	/** What a stretch is of a day that lasts so long. */
	public static Share of(Duration stretch, Duration day) {
		return new Share(nanos(stretch), nanos(day));
	}

	Share percent(int percent) {
		return new Share(this.parts.multiply(BigInteger.valueOf(percent)), this.of.multiply(BigInteger.valueOf(100)));
	}

	public Share plus(Share other) {
		return new Share(this.parts.multiply(other.of).add(other.parts.multiply(this.of)), this.of.multiply(other.of));
	}

	public Share minus(Share other) {
		return plus(new Share(other.parts.negate(), other.of));
	}

	/** How many whole days it holds. */
	public long wholeDays() {
		return this.parts.divide(this.of).longValueExact();
	}

	/** The time in which a day that lasts so long adds it, up to the next microsecond. */
	public Duration in(Duration day) {
		BigInteger[] exact = nanos(day).multiply(this.parts).divideAndRemainder(this.of.multiply(MICRO));
		BigInteger micros = (exact[1].signum() > 0) ? exact[0].add(BigInteger.ONE) : exact[0];
		return Duration.of(micros.longValueExact(), ChronoUnit.MICROS);
	}

	private static BigInteger nanos(Duration time) {
		return BigInteger.valueOf(time.getSeconds()).multiply(SECOND).add(BigInteger.valueOf(time.getNano()));
	}

	@Override
	public int compareTo(Share other) {
		return this.parts.multiply(other.of).compareTo(other.parts.multiply(this.of));
	}

}
