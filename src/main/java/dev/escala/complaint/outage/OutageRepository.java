package dev.escala.complaint.outage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.escala.complaint.regime.ComplaintTopic;
import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.customer.Product;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Mass faults, their complaints and what those were told: tables {@code outage…}. */
@Repository
class OutageRepository {

	private static final Row.Reading<Outage> READING = (row) -> new Outage(row.longNumber("id"), row.text("service"),
			row.text("area"), row.text("region"), row.constant("product", Product.class), row.instant("since"),
			row.text("cause"), row.instant("restoration_at"), row.userId("registered_by"), row.instant("ended_at"),
			row.number("version"));

	private static final Row.Reading<OutageText> TEXT = (row) -> new OutageText(row.longNumber("id"),
			row.longNumber("outage_id"), row.text("text"), row.text("cause"), row.instant("restoration_at"),
			row.userId("written_by"), row.instant("written_at"));

	private static final Row.Reading<OutageComplaint> CHILD = (row) -> new OutageComplaint(row.caseNumber("number"),
			row.text("subject"), row.text("customer_text"), row.instant("presented_at"), row.flag("open"),
			row.number("told"));

	private static final String CHILDREN = """
			SELECT c.number, c.subject, c.customer_text, c.presented_at, c.phase <> 'ENDED' AS open,
			  (SELECT count(*)::int FROM outage_told t WHERE t.complaint_number = c.number) AS told
			FROM complaint c
			""";

	private final JdbcClient jdbc;

	OutageRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	long add(Outage outage, Instant now) {
		return columns(outage).and("registered_by", outage.registeredBy())
			.and("registered_at", now)
			.insertInto("outage", "RETURNING id", this.jdbc)
			.query(Long.class)
			.single();
	}

	/**
	 * Writes what is known of it now.
	 * @return whether nobody had changed it since that version
	 */
	boolean change(Outage outage) {
		return this.jdbc.sql(
				"UPDATE outage SET service = ?, area = ?, region = ?, product = ?, since = ?, cause = ?, restoration_at = ?, "
						+ "ended_at = ?, version = version + 1 WHERE id = ? AND version = ?")
			.params(Stored.values(outage.service(), outage.area(), outage.region(), outage.product(), outage.since(),
					outage.cause(), outage.restorationAt(), outage.endedAt(), outage.id(), outage.version()))
			.update() == 1;
	}

	private static Columns columns(Outage outage) {
		return Columns.set("service", outage.service())
			.and("area", outage.area())
			.and("region", outage.region())
			.and("product", outage.product())
			.and("since", outage.since())
			.and("cause", outage.cause())
			.and("restoration_at", outage.restorationAt())
			.and("ended_at", outage.endedAt());
	}

	Optional<Outage> find(long id) {
		return this.jdbc.sql("SELECT * FROM outage WHERE id = ?").param(id).query(Row.as(READING)).optional();
	}

	/** The fault, kept from others until the transaction ends. */
	Optional<Outage> lock(long id) {
		return this.jdbc.sql("SELECT * FROM outage WHERE id = ? FOR UPDATE")
			.param(id)
			.query(Row.as(READING))
			.optional();
	}

	/** All, those that go on first, then the latest; at most a hundred. */
	List<Outage> list() {
		return this.jdbc.sql("SELECT * FROM outage ORDER BY ended_at IS NOT NULL, since DESC, id DESC LIMIT 100")
			.query(Row.as(READING))
			.list();
	}

	/** The fault to which a complaint belongs. */
	Optional<Outage> of(CaseNumber number) {
		return this.jdbc
			.sql("SELECT o.* FROM outage o JOIN outage_complaint c ON c.outage_id = o.id WHERE c.complaint_number = ?")
			.param(number.value())
			.query(Row.as(READING))
			.optional();
	}

	/** Open complaints about an outage there and then that belong to none yet. */
	List<OutageComplaint> candidates(Outage outage, Instant from) {
		return this.jdbc.sql(CHILDREN + """
				WHERE c.topic = :topic AND c.phase <> 'ENDED' AND c.presented_at >= :from
				  AND (CAST(:region AS text) IS NULL OR c.region = :region)
				  AND (CAST(:product AS text) IS NULL OR c.product IS NULL OR c.product = :product)
				  AND NOT EXISTS (SELECT FROM outage_complaint o WHERE o.complaint_number = c.number)
				ORDER BY c.presented_at, c.number LIMIT 500
				""")
			.param("topic", ComplaintTopic.OUTAGE.name())
			.param("from", Stored.value(from))
			.param("region", outage.region())
			.param("product", (outage.product() == null) ? null : outage.product().name())
			.query(Row.as(CHILD))
			.list();
	}

	List<OutageComplaint> children(long id) {
		return this.jdbc
			.sql(CHILDREN + "JOIN outage_complaint o ON o.complaint_number = c.number WHERE o.outage_id = ? "
					+ "ORDER BY c.number")
			.param(id)
			.query(Row.as(CHILD))
			.list();
	}

	/**
	 * A complaint belongs to a fault.
	 * @return whether it belonged to none
	 */
	boolean join(long id, CaseNumber number, UserId by, Instant now) {
		return Columns.set("complaint_number", number)
			.and("outage_id", id)
			.and("joined_by", by)
			.and("joined_at", now)
			.insertInto("outage_complaint", "ON CONFLICT DO NOTHING", this.jdbc)
			.update() == 1;
	}

	OutageText addText(Outage outage, String text, UserId by, Instant now) {
		return Columns.set("outage_id", outage.id())
			.and("text", text)
			.and("cause", outage.cause())
			.and("restoration_at", outage.restorationAt())
			.and("written_by", by)
			.and("written_at", now)
			.insertInto("outage_text", "RETURNING *", this.jdbc)
			.query(Row.as(TEXT))
			.single();
	}

	/** All texts of a fault, the latest first. */
	List<OutageText> texts(long id) {
		return this.jdbc.sql("SELECT * FROM outage_text WHERE outage_id = ? ORDER BY id DESC")
			.param(id)
			.query(Row.as(TEXT))
			.list();
	}

	/**
	 * A complaint is told a text.
	 * @return whether it had not been
	 */
	boolean tell(long textId, CaseNumber number, boolean byCall, Instant now) {
		return Columns.set("text_id", textId)
			.and("complaint_number", number)
			.and("by_call", byCall)
			.and("told_at", now)
			.insertInto("outage_told", "ON CONFLICT DO NOTHING", this.jdbc)
			.update() == 1;
	}

}
