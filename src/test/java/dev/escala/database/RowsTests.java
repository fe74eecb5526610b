package dev.escala.database;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.escala.support.EscalaTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@EscalaTest
@Transactional
@DisplayName("What is written by columns is read by rows")
class RowsTests {

	private static final Instant NOON = Instant.parse("2026-11-29T12:00:00.123456Z");

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void givenATable() {
		this.jdbc.sql("""
				CREATE TEMPORARY TABLE thing (id bigserial PRIMARY KEY, name text UNIQUE, day_name text, happened_at
				  timestamptz, parent_id bigint, grade integer, done boolean, price numeric, on_day date, content bytea,
				  days text[], numbers bigint[]) ON COMMIT DROP
				""").update();
	}

	@Test
	@DisplayName("every kind of value as it was")
	void everyKind() {
		long id = Columns.set("name", "uno")
			.and("day_name", DayOfWeek.MONDAY)
			.and("happened_at", NOON)
			.and("parent_id", 7_000_000_000L)
			.and("grade", 3)
			.and("done", true)
			.and("price", new BigDecimal("12.50"))
			.and("on_day", LocalDate.of(2026, 11, 29))
			.and("content", new byte[] { 0, 1, 2 })
			.and("days", Stored.names(List.of(DayOfWeek.SUNDAY, DayOfWeek.FRIDAY)))
			.and("numbers", new Long[] { 5L, 4L })
			.insertInto("thing", "RETURNING id", this.jdbc)
			.query(Long.class)
			.single();

		assertThat(
				rows((row) -> List.of(row.longNumber("id"), row.text("name"), row.constant("day_name", DayOfWeek.class),
						row.instant("happened_at"), row.longNumberOrNull("parent_id"), row.numberOrNull("grade"),
						row.number("grade"), row.flag("done"), row.decimal("price"), row.day("on_day"),
						row.texts("days"), row.constants("days", DayOfWeek.class), row.longNumbers("numbers"))))
			.containsExactly(List.of(id, "uno", DayOfWeek.MONDAY, NOON, 7_000_000_000L, 3, 3, true,
					new BigDecimal("12.50"), LocalDate.of(2026, 11, 29), List.of("SUNDAY", "FRIDAY"),
					Set.of(DayOfWeek.FRIDAY, DayOfWeek.SUNDAY), List.of(5L, 4L)));
		assertThat(rows((row) -> row.bytes("content"))).containsExactly(new byte[] { 0, 1, 2 });
	}

	@Test
	@DisplayName("nothing as nothing")
	void nothing() {
		Columns.set("name", null)
			.and("day_name", null)
			.and("happened_at", null)
			.and("parent_id", null)
			.and("on_day", null)
			.insertInto("thing", this.jdbc)
			.update();

		assertThat(rows((row) -> row.text("name") == null && row.constant("day_name", DayOfWeek.class) == null
				&& row.instant("happened_at") == null && row.longNumberOrNull("parent_id") == null
				&& row.numberOrNull("grade") == null && row.decimal("price") == null && row.day("on_day") == null
				&& row.bytes("content") == null))
			.containsExactly(true);
	}

	@Test
	@DisplayName("and a change touches that row and those columns alone")
	void change() {
		given("uno", 1);
		given("dos", 2);

		int changed = Columns.set("grade", null).and("happened_at", NOON).update("thing", "name", "dos", this.jdbc);

		assertThat(changed).isOne();
		Map<String, String> told = new TreeMap<>();
		this.jdbc.sql("SELECT * FROM thing")
			.query(Row.each(
					(row) -> told.put(row.text("name"), row.numberOrNull("grade") + " " + row.instant("happened_at"))));
		assertThat(told).containsOnly(Map.entry("dos", "null " + NOON), Map.entry("uno", "1 null"));
	}

	@Test
	@DisplayName("and what is saved under a known key is written over, and under another one added")
	void save() {
		given("uno", 1);

		Columns.set("name", "uno").and("grade", 3).save("thing", List.of("name"), this.jdbc);
		Columns.set("name", "dos").and("grade", 4).save("thing", List.of("name"), this.jdbc);

		assertThat(rows((row) -> row.text("name") + row.number("grade"))).containsExactly("uno3", "dos4");
	}

	@Test
	@DisplayName("and the column that finds the row may get a new value")
	void changesItsKey() {
		given("uno", 1);

		Columns.set("name", "tres").update("thing", "name", "uno", this.jdbc);

		assertThat(rows((row) -> row.text("name"))).containsExactly("tres");
	}

	@Test
	@DisplayName("and what is no name of a column, or comes twice, is refused")
	void wrongNames() {
		assertThatIllegalArgumentException().isThrownBy(() -> Columns.set("Dos palabras", 1));
		assertThatIllegalArgumentException().isThrownBy(() -> Columns.set("grade", 1).and("grade", 2))
			.withMessageContaining("grade");
	}

	@Test
	@DisplayName("and conditions that were not asked for leave everything in, the others narrow down")
	void conditions() {
		given("Factura al 100%", 1);
		given("Factura al 1000", 2);
		given("Otra", 2);

		assertThat(named(new Conditions().equal("grade", null))).hasSize(3);
		assertThat(named(new Conditions().equal("grade", 2))).containsExactly("Factura al 1000", "Otra");
		assertThat(named(new Conditions().that("name LIKE ? ESCAPE '\\'", Conditions.containing("100%"))))
			.containsExactly("Factura al 100%");
		assertThat(named(new Conditions().that("name LIKE ?", "Factura%")
			.equal("grade", 2)
			.that("name <> ANY(?)", (Object) new String[] { "nada" }))).containsExactly("Factura al 1000");
	}

	@Test
	@DisplayName("and a list is sorted by the names that are known, both ways")
	void sorting() {
		SortColumns sort = SortColumns.by("grade", "grade").and("name", "lower(name)");

		assertThat(sort.names()).containsExactly("grade", "name");
		assertThat(sort.clause("name")).isEqualTo("lower(name) ASC");
		assertThat(sort.clause("-grade")).isEqualTo("grade DESC");
		assertThatIllegalArgumentException().isThrownBy(() -> sort.clause("price"));
	}

	private void given(String name, int grade) {
		Columns.set("name", name).and("grade", grade).insertInto("thing", this.jdbc).update();
	}

	private List<String> named(Conditions conditions) {
		return this.jdbc.sql("SELECT * FROM thing" + conditions.where() + " ORDER BY name LIMIT ?")
			.params(conditions.values(10))
			.query(Row.as((row) -> row.text("name")))
			.list();
	}

	private <T> List<T> rows(Row.Reading<T> reading) {
		return this.jdbc.sql("SELECT * FROM thing ORDER BY id").query(Row.as(reading)).list();
	}

}
