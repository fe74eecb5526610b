package dev.escala.pipeline;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.escala.customer.SearchName;
import dev.escala.database.Columns;
import dev.escala.database.Conditions;
import dev.escala.database.ReadableNumbers;
import dev.escala.database.Row;
import dev.escala.database.SearchRepository;
import dev.escala.database.SortColumns;
import dev.escala.database.Stored;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The tables of prospects. */
@Repository
class ProspectRepository {

	static final SortColumns SORT = SortColumns.by("code", "code").and("name", "search_name").and("sector", "sector");

	private final JdbcClient jdbc;

	private final SearchRepository search;

	private final ReadableNumbers numbers;

	ProspectRepository(JdbcClient jdbc, SearchRepository search, ReadableNumbers numbers) {
		this.jdbc = jdbc;
		this.search = search;
		this.numbers = numbers;
	}

	Optional<Prospect> find(long id) {
		return first(new Conditions().equal("id", id));
	}

	Optional<Prospect> findByCode(String code) {
		return first(new Conditions().equal("code", code));
	}

	/** Those of that name, in the form in which names are searched for, by name. */
	List<Prospect> named(String searchName, int most) {
		return some(new Conditions().equal("search_name", searchName), "search_name", most, 0);
	}

	/** Those whose name contains it, in that form, by name. */
	List<Prospect> containing(String searchName, int most) {
		return some(new Conditions().that("search_name LIKE ? ESCAPE '\\'", SearchName.contained(searchName)),
				"search_name", most, 0);
	}

	/**
	 * A page of the prospects.
	 * @param text part of a code or a name
	 * @param rejected only those that are rejected, or only the others; {@code null} for
	 * all
	 */
	Page<Prospect> page(String text, Boolean rejected, PageRequest page) {
		Conditions conditions = new Conditions();
		this.search.search(conditions, text, null, "search LIKE ?", null);
		if (rejected != null) {
			conditions.that("? = EXISTS (SELECT 1 FROM prospect_rejection r WHERE r.prospect_id = prospect.id "
					+ "AND r.readmitted_at IS NULL)", rejected);
		}
		long total = this.jdbc.sql("SELECT count(*) FROM prospect" + conditions.where())
			.params(conditions.values())
			.query(Long.class)
			.single();
		return new Page<>(some(conditions, SORT.clause(page.sort()), page.size(), page.offset()), page.page(),
				page.size(), total);
	}

	private Optional<Prospect> first(Conditions conditions) {
		return some(conditions, "id", 1, 0).stream().findFirst();
	}

	private List<Prospect> some(Conditions conditions, String order, int limit, long offset) {
		List<Prospect> plain = this.jdbc
			.sql("SELECT * FROM prospect" + conditions.where() + " ORDER BY " + order + ", id LIMIT ? OFFSET ?")
			.params(conditions.values(limit, offset))
			.query(Row.as(ProspectRepository::prospect))
			.list();
		Map<Long, List<Rejection>> rejections = rejections(plain);
		return plain.stream()
			.map((one) -> new Prospect(one.id(), one.code(), one.name(), one.sector(), one.employees(), one.language(),
					rejections.getOrDefault(one.id(), List.of())))
			.toList();
	}

	/** The prospect; its row is locked until the transaction ends. */
	Optional<Prospect> lock(long id) {
		return locked(this.jdbc.sql("SELECT id FROM prospect WHERE id = ? FOR UPDATE").param(id));
	}

	/** The prospect with that code; its row is locked until the transaction ends. */
	Optional<Prospect> lock(String code) {
		return locked(this.jdbc.sql("SELECT id FROM prospect WHERE code = ? FOR UPDATE").param(code));
	}

	private Optional<Prospect> locked(StatementSpec lock) {
		return lock.query(Long.class).optional().flatMap(this::find);
	}

	/** A code that nobody gave yet, unless by hand. */
	String nextCode() {
		return this.numbers.next("P", "prospect_number");
	}

	/** Adds a prospect, or nothing where the code is taken. */
	Optional<Prospect> insert(String code, SaveProspect command) {
		return Columns.set("code", code)
			.and("name", command.name())
			.and("search_name", SearchName.of(command.name()))
			.and("bare_name", BareName.of(command.name()))
			.and("sector", command.sector())
			.and("employees", command.employees())
			.and("language", command.language())
			.insertInto("prospect", "ON CONFLICT (code) DO NOTHING RETURNING id", this.jdbc)
			.query(Long.class)
			.optional()
			.flatMap(this::find);
	}

	void update(long id, SaveProspect command) {
		Columns.set("name", command.name())
			.and("search_name", SearchName.of(command.name()))
			.and("bare_name", BareName.of(command.name()))
			.and("sector", command.sector())
			.and("employees", command.employees())
			.and("language", command.language())
			.update("prospect", "id", id, this.jdbc);
	}

	/** Adds an entry to the register, or nothing where that source is in it already. */
	void reject(Prospect prospect, Rejection rejection) {
		Columns.set("prospect_id", prospect.id())
			.and("bare_name", BareName.of(prospect.name()))
			.and("rejected_by", rejection.by())
			.and("rejected_at", rejection.at())
			.and("reason", rejection.reason())
			.and("source", rejection.source())
			.insertInto("prospect_rejection", "ON CONFLICT (prospect_id, source) DO NOTHING", this.jdbc)
			.update();
	}

	/**
	 * Rejections of the prospect, of others with its name and under its former names, the
	 * latest first.
	 */
	List<Registered> rejections(long id, String bareName, int most) {
		return this.jdbc.sql("""
				SELECT r.*, p.code, p.name FROM prospect_rejection r JOIN prospect p ON p.id = r.prospect_id
				WHERE p.id = ? OR p.bare_name = ? OR r.bare_name = ? ORDER BY r.id DESC LIMIT ?
				""")
			.params(id, bareName, bareName, most)
			.query(Row.as((row) -> new Registered(row.text("code"), row.text("name"), rejection(row))))
			.list();
	}

	/** Takes back whatever rejection of the prospect holds. */
	void readmit(long id, Rejection.Readmission readmission) {
		this.jdbc.sql("""
				UPDATE prospect_rejection SET readmitted_by = ?, readmitted_at = ?, readmission_note = ?
				WHERE prospect_id = ? AND readmitted_at IS NULL""")
			.params(Stored.values(readmission.by(), readmission.at(), readmission.reason(), id))
			.update();
	}

	private Map<Long, List<Rejection>> rejections(List<Prospect> prospects) {
		Long[] ids = prospects.stream().map(Prospect::id).toArray(Long[]::new);
		return this.jdbc.sql("SELECT * FROM prospect_rejection WHERE prospect_id = ANY(?) ORDER BY id DESC")
			.param(ids)
			.query(Row.as((row) -> Map.entry(row.longNumber("prospect_id"), rejection(row))))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

	private static Rejection rejection(Row row) throws SQLException {
		Instant readmitted = row.instant("readmitted_at");
		return new Rejection(row.userId("rejected_by"), row.instant("rejected_at"), row.text("reason"),
				row.caseNumber("source"),
				(readmitted == null) ? null : new Rejection.Readmission(row.userId("readmitted_by"), readmitted,
						row.text("readmission_note")));
	}

	private static Prospect prospect(Row row) throws SQLException {
		return new Prospect(row.longNumber("id"), row.text("code"), row.text("name"), row.text("sector"),
				row.numberOrNull("employees"), row.text("language"), List.of());
	}

	/**
	 * An entry of the register.
	 *
	 * @param code the prospect's code now
	 * @param name its name now
	 */
	record Registered(String code, String name, Rejection rejection) {
	}

}
