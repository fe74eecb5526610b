package dev.escala.stored;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.escala.reference.CaseNumber;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What the database says of a stored case. */
class StoredRows {

	private static final Pattern LINK = Pattern.compile("/seguimiento/([A-Za-z0-9_-]{43})");

	private final JdbcClient jdbc;

	StoredRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What the migration makes of a case. */
	record Matter(String kind, boolean open, String process) {
	}

	CaseNumber number(StoredCase stored) {
		return new CaseNumber(this.jdbc.sql("SELECT number FROM escalation WHERE subject = ?")
			.param(stored.subject())
			.query(String.class)
			.single());
	}

	Matter matter(CaseNumber number) {
		return this.jdbc.sql("SELECT kind, open, process_instance_id AS process FROM matter WHERE number = ?")
			.param(number.value())
			.query(Matter.class)
			.single();
	}

	long openClocks(CaseNumber number) {
		return this.jdbc
			.sql("SELECT count(*) FROM deadline WHERE case_number = ? AND met_at IS NULL AND stopped_at IS NULL")
			.param(number.value())
			.query(Long.class)
			.single();
	}

	/** How many of the step's mails any one customer of the case was written at most. */
	long sent(CaseNumber number, String step) {
		return this.jdbc.sql("""
				SELECT coalesce(max(mails), 0) FROM (
				  SELECT count(*) AS mails FROM outbox_message
				  WHERE case_number = ? AND step = ? AND recipient IN ('compras@norte.example', 'taller@sur.example')
				  GROUP BY recipient) AS by_recipient
				""").params(number.value(), String.valueOf(step)).query(Long.class).single();
	}

	/** The way to the customer's page in the first mail that they got, or none. */
	String link(StoredCase stored, CaseNumber number) {
		List<String> mails = this.jdbc
			.sql("""
					SELECT text_body FROM outbox_message WHERE case_number = ? AND text_body LIKE '%/seguimiento/%' ORDER BY id
					""")
			.param(number.value())
			.query(String.class)
			.list();
		if (mails.isEmpty()) {
			assertThat(stored).as("has no link")
				.isIn(StoredCase.UNIDENTIFIED, StoredCase.MAJOR, StoredCase.REPORTED, StoredCase.DEADLINE_MISSED,
						StoredCase.UNTOLD, StoredCase.WITHDRAWN, StoredCase.DUPLICATE);
			return null;
		}
		Matcher link = LINK.matcher(mails.get(0));
		assertThat(link.find()).isTrue();
		return link.group();
	}

}
