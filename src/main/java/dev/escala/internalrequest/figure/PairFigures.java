package dev.escala.internalrequest.figure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * How one department serves another.
 *
 * @param from group id of who asks
 * @param fromName its Spanish name
 * @param to group id of who answers
 * @param toName its Spanish name
 * @param requests how many
 * @param acknowledged how many somebody said to have
 * @param acknowledgedInTime how many of them in time (000-27)
 * @param answered how many are answered
 * @param answeredInTime how many of them by the date that held, also a later one that was
 * given (000-28, 000-29)
 * @param medianHours from question to answer, day and night; {@code null} without answers
 * @param ratings how many were rated; the averages go from 1 to 5 and are {@code null}
 * without any
 * @param responsiveness average
 * @param quality average
 * @param communication average
 * @param teamwork average
 * @param morale by quarter, only those that nobody can be guessed from
 */
public record PairFigures(String from, String fromName, String to, String toName, long requests, long acknowledged,
		long acknowledgedInTime, long answered, long answeredInTime, BigDecimal medianHours, long ratings,
		BigDecimal responsiveness, BigDecimal quality, BigDecimal communication, BigDecimal teamwork,
		List<Morale> morale) {

	public PairFigures {
		morale = List.copyOf(morale);
	}

	/**
	 * The morale after being served.
	 *
	 * @param quarter its first day
	 * @param ratings how many people said it, at least three
	 * @param average from 1 to 5
	 */
	public record Morale(LocalDate quarter, long ratings, BigDecimal average) {
	}

}
