package dev.escala.caselist;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import dev.escala.database.Conditions;
import dev.escala.database.SearchRepository;
import dev.escala.database.Stored;
import dev.escala.visibility.CasePartyRepository;
import dev.escala.visibility.Seen;

import org.springframework.stereotype.Repository;

/**
 * What a query means in SQL, on {@code l} of the view {@code case_line} and its customer
 * {@code c}. Deadlines are asked for line by line: joined, their number is guessed so
 * badly that a page can take minutes.
 */
@Repository
class CaseConditionRepository {

	/** Who asks and when. */
	static final String WHO = "WITH who AS (SELECT ?::text AS me, ?::text[] AS groups, ?::timestamptz AS now, ?::timestamptz AS tomorrow)";

	static final String LINES = " FROM who CROSS JOIN case_line l LEFT JOIN customer c ON c.id = l.customer_id";

	/** When the first deadline is or was over that runs. */
	static final String FIRST_DUE = "(SELECT min(due_at) FROM case_due WHERE number = l.number AND NOT paused)";

	private static final String DUE_TODAY = "(SELECT min(due_at) > now AND min(due_at) < tomorrow FROM case_due "
			+ "WHERE number = l.number AND NOT paused)";

	private static final String SILENT = "(SELECT bool_or(due_at <= now AND news) FROM case_due "
			+ "WHERE number = l.number AND NOT paused)";

	private static final String PAUSED = "EXISTS (SELECT FROM clock_pause pause WHERE pause.case_number = l.number "
			+ "AND pause.ended_at IS NULL)";

	private static final String OBSERVED = "EXISTS (SELECT FROM observation observed "
			+ "WHERE observed.case_number = l.number AND observed.ended_at IS NULL)";

	private static final String CONTACTS = "EXISTS (SELECT FROM customer_contact contact WHERE contact.customer_id = "
			+ "l.customer_id AND contact.search LIKE ?)";

	/** The cases whose contacts are theirs to read, whoever asks. */
	private static final String MINE = " AND (l.owner_id = me OR l.group_id = ANY(groups))";

	private static final String WORD = "l.search LIKE ? OR c.search LIKE ? OR EXISTS (SELECT FROM case_detail detail "
			+ "WHERE detail.case_number = l.number AND detail.search LIKE ?) OR ";

	private static final Instant ANY_TIME = Instant.parse("9999-12-31T00:00:00Z");

	private final SearchRepository search;

	CaseConditionRepository(SearchRepository search) {
		this.search = search;
	}

	/** All of the query but state, quick filter and place. */
	Conditions narrowed(CaseQuery query, Seen seen) {
		Conditions conditions = new Conditions().equal("l.kind", query.kind())
			.equal("l.severity", query.severity())
			.equal("l.reason", query.reason());
		held(conditions, "l.group_id", query.group());
		held(conditions, "l.owner_id", query.owner());
		CasePartyRepository.restrict(conditions, "l.number", seen);
		if (query.customer() != null) {
			conditions.that("c.code = upper(?)", query.customer());
		}
		during(conditions, query);
		if (query.passed() != null) {
			conditions.that("coalesce((SELECT times FROM case_passed passed WHERE passed.number = l.number), 0) "
					+ ((query.passed() == CaseQuery.MOST_PASSED) ? ">= ?" : "= ?"), query.passed());
		}
		if (query.text() != null) {
			String contacts = CONTACTS + (seen.allContacts() ? "" : MINE);
			this.search.search(conditions, query.text(), "l.number", WORD + contacts, contacts);
		}
		return conditions;
	}

	private static void held(Conditions conditions, String column, String id) {
		if (CaseQuery.NOBODY.equals(id)) {
			conditions.that(column + " IS NULL");
		}
		else {
			conditions.equal(column, id);
		}
	}

	/** What days mean: the report's, or those of what happened later. */
	private static void during(Conditions conditions, CaseQuery query) {
		Instant from = (query.from() == null) ? Instant.EPOCH : query.from();
		Instant until = (query.until() == null) ? ANY_TIME : query.until();
		if (query.moment() != CaseMoment.REPORTED) {
			conditions.that("EXISTS (SELECT FROM case_moment WHERE case_moment.number = l.number "
					+ "AND moment = ? AND at >= ? AND at < ?)", query.moment(), from, until);
		}
		else if (query.from() != null || query.until() != null) {
			conditions.that("l.reported_at >= ? AND l.reported_at < ?", from, until);
		}
	}

	/** Those of them whose state and quick filter are the query's. */
	static Conditions chosen(CaseQuery query, Conditions conditions) {
		boolean anyState = query.filter() != null && query.filter().isOfEnded();
		if (query.state() != CaseState.ALL && !anyState) {
			conditions.that((query.state() == CaseState.OPEN) ? "l.open" : "NOT l.open");
		}
		return (query.filter() == null) ? conditions : conditions.that(of(query.filter()));
	}

	static String of(QuickFilter filter) {
		return switch (filter) {
			case LATE -> FIRST_DUE + " <= now";
			case DUE_TODAY -> "coalesce(" + DUE_TODAY + ", false)";
			case CRITICAL -> "l.severity = 'CRITICAL'";
			case SILENT -> SILENT;
			case PAUSED -> "l.open AND " + PAUSED;
			case MINE -> "l.owner_id = me";
			case REPORTED -> "l.reported_by = me";
			case MY_TEAM -> "l.group_id = ANY(groups)";
			case UNOWNED -> "l.owner_id IS NULL";
			case OBSERVED -> OBSERVED;
		};
	}

	/** The values of {@link #WHO}, then the others. */
	static List<Object> values(Seen seen, Day day, List<Object> more) {
		List<Object> values = new ArrayList<>(
				Stored.values(seen.userId(), Stored.texts(seen.groups()), day.now(), day.tomorrow()));
		values.addAll(more);
		return values;
	}

	/**
	 * The moment of a question.
	 *
	 * @param tomorrow when its day ends in the business zone
	 */
	record Day(Instant now, Instant tomorrow) {

		static Day of(Instant now, ZoneId zone) {
			return new Day(now, LocalDate.ofInstant(now, zone).plusDays(1).atStartOfDay(zone).toInstant());
		}

	}

}
