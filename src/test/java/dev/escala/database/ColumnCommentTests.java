package dev.escala.database;

import java.util.List;
import java.util.Optional;

import dev.escala.support.EscalaTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("Whoever looks at our tables reads what each text column holds, of whom, and for how long")
class ColumnCommentTests {

	@Autowired
	private JdbcClient jdbc;

	@Test
	@DisplayName("Every text column says all three in its comment")
	void ours() {
		List<TextColumn> columns = TextColumn.all(this.jdbc);

		assertThat(columns).extracting(TextColumn::name)
			.contains("escalation.description", "inbound_mail.source", "ruling.situations", "calendar.definition");
		assertThat(problems(columns))
			.as("Write COMMENT ON COLUMN … IS 'What it holds. Of … . Kept … .' in your migration")
			.isEmpty();
	}

	@Test
	@Transactional
	@DisplayName("A table that says nothing is named column by column, also where a text is in an array, JSON or bytes")
	void silentTable() {
		execute("CREATE DOMAIN short_text AS varchar(20)", """
				CREATE TABLE silent (
				  id bigint, done boolean, seen_at timestamptz, days date[], waits interval, cents numeric,
				  a text, b varchar(3), c char(2), d text[], e jsonb, f json, g bytea, h short_text, i short_text[],
				  j tsvector, k uuid, l inet, m xml)""");

		assertThat(problems(silent())).containsExactly("silent.a has no comment", "silent.b has no comment",
				"silent.c has no comment", "silent.d has no comment", "silent.e has no comment",
				"silent.f has no comment", "silent.g has no comment", "silent.h has no comment",
				"silent.i has no comment", "silent.j has no comment", "silent.k has no comment",
				"silent.l has no comment", "silent.m has no comment");
	}

	@Test
	@Transactional
	@DisplayName("A comment that leaves out what, of whom or how long is no comment")
	void halfComments() {
		execute("CREATE TABLE silent (a text, b text, c text, d text, e text, f text, g text)",
				"COMMENT ON COLUMN silent.a IS 'Name of the contact. Of the customer. Kept with the customer.'",
				"COMMENT ON COLUMN silent.b IS 'Who was told. Of the customer, the staff and others. Kept for a year; then deleted.'",
				"COMMENT ON COLUMN silent.c IS 'Name of the contact.'",
				"COMMENT ON COLUMN silent.d IS 'Name of the contact. Of the customer.'",
				"COMMENT ON COLUMN silent.e IS 'Name of the contact. Kept with the customer.'",
				"COMMENT ON COLUMN silent.f IS 'Of the customer. Kept with the customer.'",
				"COMMENT ON COLUMN silent.g IS 'Name of the contact. Of somebody. Kept somehow.'");

		assertThat(problems(silent())).extracting((problem) -> problem.substring(0, 8))
			.containsExactly("silent.c", "silent.d", "silent.e", "silent.f", "silent.g");
	}

	private List<TextColumn> silent() {
		return TextColumn.all(this.jdbc).stream().filter((column) -> column.name().startsWith("silent.")).toList();
	}

	private static List<String> problems(List<TextColumn> columns) {
		return columns.stream().map(TextColumn::problem).flatMap(Optional::stream).toList();
	}

	private void execute(String... statements) {
		for (String sql : statements) {
			this.jdbc.sql(sql).update();
		}
	}

}
