package dev.escala.customer;

import java.util.List;

/**
 * What came of an import.
 *
 * @param rows rows read, without the header and empty lines
 * @param customers different customers in the file
 * @param created customers that were not known
 * @param changed customers of which something new is known
 * @param unchanged customers of which nothing new is known
 * @param rejected customers, and rows without a usable code, of which nothing was taken
 * @param problems what was wrong with each rejected row; at most 1000
 */
public record ImportReport(long rows, long customers, long created, long changed, long unchanged, long rejected,
		List<Rejection> problems) {

	/**
	 * Why a row was not taken.
	 *
	 * @param line number of the row's first line in the file, from 1
	 * @param code the customer, or {@code null} where the row names none
	 * @param reason in Spanish
	 */
	public record Rejection(long line, String code, String reason) {
	}
}
