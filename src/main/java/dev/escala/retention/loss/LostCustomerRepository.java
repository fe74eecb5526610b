package dev.escala.retention.loss;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

import dev.escala.customer.Tier;
import dev.escala.database.Columns;
import dev.escala.database.Conditions;
import dev.escala.database.Row;
import dev.escala.database.SortColumns;
import dev.escala.reference.CustomerId;
import dev.escala.retention.value.AtStake;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code lost_customer}. */
@Repository
class LostCustomerRepository {

	static final SortColumns SORT = SortColumns.by("lostOn", "l.lost_on")
		.and("customer", "l.customer_name")
		.and("value", "coalesce(l.at_stake_cents, 0)");

	/** The first purchase afterwards: a document that counts and was not taken back. */
	private static final String READ = """
			SELECT l.*, (SELECT min(p.bought_on) FROM purchase p WHERE p.customer_id = l.customer_id AND p.counts
			  AND p.cents > 0 AND p.bought_on > l.lost_on) AS back_on FROM lost_customer l
			""";

	private final JdbcClient jdbc;

	LostCustomerRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds one.
	 * @return whether nobody had recorded that customer for that day
	 */
	boolean add(LostCustomer one) {
		return Columns.set("customer_id", one.customerId())
			.and("customer_name", one.customerName())
			.and("tier", one.tier())
			.and("lost_on", one.lostOn())
			.and("number", one.number())
			.and("let_go", one.letGo())
			.and("cause", one.cause())
			.and("worrying", one.worrying())
			.and("lesson", one.lesson())
			.and("currency", one.atStake().currency())
			.and("yearly_cents", one.atStake().yearlyCents())
			.and("multiple", one.atStake().multiple())
			.and("at_stake_cents", one.atStake().cents())
			.and("silent", one.silent())
			.and("owner_id", one.ownerId())
			.and("recorded_by", one.recordedBy())
			.and("recorded_at", one.recordedAt())
			.insertInto("lost_customer", "ON CONFLICT DO NOTHING", this.jdbc)
			.update() == 1;
	}

	/** Every loss of a customer, the latest first. */
	List<LostCustomer> of(CustomerId customer) {
		return read(new Conditions().equal("l.customer_id", customer), " ORDER BY l.lost_on DESC, l.id DESC");
	}

	/** Every loss from one day to before another, the latest first. */
	List<LostCustomer> between(LocalDate from, LocalDate to) {
		return read(new Conditions().that("l.lost_on >= ?", from).that("l.lost_on < ?", to),
				" ORDER BY l.lost_on DESC, l.id DESC");
	}

	/** A part of the register. */
	Page<LostCustomer> page(String text, Boolean worrying, PageRequest part) {
		Conditions conditions = new Conditions().equal("l.worrying", worrying);
		if (text != null) {
			conditions.that("position(search_plain(?) IN search_plain(l.customer_name)) > 0", text);
		}
		long total = this.jdbc.sql("SELECT count(*) FROM lost_customer l" + conditions.where())
			.params(conditions.values())
			.query(Long.class)
			.single();
		List<LostCustomer> items = this.jdbc
			.sql(READ + conditions.where() + " ORDER BY " + SORT.clause(part.sort()) + ", l.id LIMIT ? OFFSET ?")
			.params(conditions.values(part.size(), part.offset()))
			.query(Row.as(LostCustomerRepository::lost))
			.list();
		return new Page<>(items, part.page(), part.size(), total);
	}

	/** How many customers bought anything in those months. */
	int buyers(LocalDate from, LocalDate to) {
		return this.jdbc.sql(
				"SELECT count(DISTINCT customer_id) FROM purchase_month WHERE month >= ? AND month < ? AND documents > 0")
			.params(from, to)
			.query(Integer.class)
			.single();
	}

	private List<LostCustomer> read(Conditions conditions, String end) {
		return this.jdbc.sql(READ + conditions.where() + end)
			.params(conditions.values())
			.query(Row.as(LostCustomerRepository::lost))
			.list();
	}

	private static LostCustomer lost(Row row) throws SQLException {
		return new LostCustomer(row.customerId("customer_id"), row.text("customer_name"),
				row.constant("tier", Tier.class), row.day("lost_on"), row.caseNumber("number"), row.flag("let_go"),
				row.text("cause"), row.flag("worrying"), row.text("lesson"),
				new AtStake(row.text("currency"), row.longNumberOrNull("yearly_cents"), row.decimal("multiple"),
						row.longNumberOrNull("at_stake_cents")),
				row.flag("silent"), row.userId("owner_id"), row.userId("recorded_by"), row.instant("recorded_at"),
				row.day("back_on"));
	}

}
