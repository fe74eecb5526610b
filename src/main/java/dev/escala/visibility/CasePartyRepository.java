package dev.escala.visibility;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.escala.database.Conditions;
import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who has had to do with what, in the table {@code case_party}. The database writes most
 * of it, see {@code V136__case_party.sql}; here stands what only the engine knows.
 */
@Repository
public class CasePartyRepository {

	private final JdbcClient jdbc;

	CasePartyRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Leaves in a list what the person sees.
	 * @param column the number of the row, with the name of its table
	 */
	public static void restrict(Conditions conditions, String column, Seen seen) {
		if (!seen.everything()) {
			conditions.that("EXISTS (SELECT FROM case_party party WHERE party.number = " + column
					+ " AND party.member = ANY(?))", (Object) members(seen));
		}
	}

	boolean isParty(CaseNumber number, Seen seen) {
		return this.jdbc.sql("SELECT EXISTS (SELECT FROM case_party WHERE number = ? AND member = ANY(?))")
			.params(number.value(), members(seen))
			.query(Boolean.class)
			.single();
	}

	/** Whether it is theirs now: they own it, or it is in one of their groups. */
	boolean isWorkedBy(CaseNumber number, Seen seen) {
		return this.jdbc
			.sql("SELECT EXISTS (SELECT FROM case_line WHERE number = ? AND (owner_id = ? OR group_id = ANY(?)))")
			.params(number.value(), seen.userId(), Stored.texts(seen.groups()))
			.query(Boolean.class)
			.single();
	}

	/** Whether something open of the customer is theirs now. */
	boolean isWorkedBy(CustomerId customer, Seen seen) {
		return this.jdbc
			.sql("SELECT EXISTS (SELECT FROM case_line WHERE customer_id = ? AND open AND "
					+ "(owner_id = ? OR group_id = ANY(?)))")
			.params(customer.value(), seen.userId(), Stored.texts(seen.groups()))
			.query(Boolean.class)
			.single();
	}

	Set<CaseNumber> seenOf(Collection<CaseNumber> numbers, Seen seen) {
		return Set
			.copyOf(this.jdbc.sql("SELECT DISTINCT number FROM case_party WHERE number = ANY(?) AND member = ANY(?)")
				.params(Stored.texts(numbers), members(seen))
				.query(Row.as((row) -> row.caseNumber("number")))
				.list());
	}

	/** These see it from now on. */
	void add(CaseNumber number, List<String> groups, List<String> users) {
		this.jdbc.sql("SELECT add_case_party(?, ?, ?)")
			.params(number.value(), Stored.texts(groups), Stored.texts(users))
			.query()
			.listOfRows();
	}

	private static String[] members(Seen seen) {
		return Stream
			.concat(Stream.of("user:" + seen.userId()), seen.groups().stream().map((group) -> "group:" + group))
			.toArray(String[]::new);
	}

}
