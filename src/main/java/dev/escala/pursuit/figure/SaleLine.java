package dev.escala.pursuit.figure;

import java.util.List;

/**
 * The figures of some sales.
 *
 * @param of of which, in Spanish
 * @param appointment appointments out of conversations
 * @param proposal proposals out of first appointments
 * @param close won out of proposed
 * @param cycle how long it took to win one
 * @param revenue what one brought, by currency
 * @param prospecting minutes of calls out of minutes of work
 */
public record SaleLine(String of, Ratio appointment, Ratio proposal, Ratio close, Days cycle, List<Revenue> revenue,
		Ratio prospecting) {

	public SaleLine {
		revenue = List.copyOf(revenue);
	}

}
