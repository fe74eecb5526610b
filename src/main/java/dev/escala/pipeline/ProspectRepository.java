package dev.escala.pipeline;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.escala.customer.SearchName;
import dev.escala.database.Conditions;
import dev.escala.database.ReadableNumbers;
import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;

import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of prospects. */
@Repository
class ProspectRepository {

	private final JdbcClient jdbc;

	private final ReadableNumbers numbers;

	ProspectRepository(JdbcClient jdbc, ReadableNumbers numbers) {
		this.jdbc = jdbc;
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
		Conditions conditions = new Conditions().that("(search_name LIKE ? ESCAPE '\\' OR code LIKE ? ESCAPE '\\')",
				SearchName.contained(SearchName.of(text)), SearchName.contained(text.strip().toUpperCase(Locale.ROOT)));
		if (rejected != null) {
			conditions.that("? = EXISTS (SELECT 1 FROM prospect_rejection r WHERE r.prospect_id = prospect.id "
					+ "AND r.readmitted_at IS NULL)", rejected);
		}
		long total = this.jdbc.sql("SELECT count(*) FROM prospect" + conditions.where())
			.params(conditions.values())
			.query(Long.class)
			.single();
		return new Page<>(some(conditions, page.orderBy(), page.size(), page.offset()), page.page(), page.size(),
				total);
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
		return this.jdbc.sql("""
				INSERT INTO prospect (code, name, search_name, bare_name, sector, employees, language)
				VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (code) DO NOTHING RETURNING id
				""")
			.params(Stored.values(code, command.name(), SearchName.of(command.name()), BareName.of(command.name()),
					command.sector(), command.employees(), command.language()))
			.query(Long.class)
			.optional()
			.flatMap(this::find);
	}

	void update(long id, SaveProspect command) {
		this.jdbc.sql("""
				UPDATE prospect SET name = ?, search_name = ?, bare_name = ?, sector = ?, employees = ?, language = ?
				WHERE id = ?""")
			.params(Stored.values(command.name(), SearchName.of(command.name()), BareName.of(command.name()),
					command.sector(), command.employees(), command.language(), id))
			.update();
	}

	/** Adds an entry to the register, or nothing where that source is in it already. */
	void reject(Prospect prospect, Rejection rejection) {
		this.jdbc.sql("""
				INSERT INTO prospect_rejection (prospect_id, bare_name, rejected_by, rejected_at, reason, source)
				VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (prospect_id, source) DO NOTHING
				""")
			.params(Stored.values(prospect.id(), BareName.of(prospect.name()), rejection.by(), rejection.at(),
					rejection.reason(), rejection.source()))
			.update();
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

	static Rejection rejection(Row row) throws SQLException {
		Instant readmitted = row.instant("readmitted_at");
		return new Rejection(row.text("rejected_by"), row.instant("rejected_at"), row.text("reason"),
				row.text("source"), (readmitted == null) ? null : new Rejection.Readmission(row.text("readmitted_by"),
						readmitted, row.text("readmission_note")));
	}

	private static Prospect prospect(Row row) throws SQLException {
		return new Prospect(row.longNumber("id"), row.text("code"), row.text("name"), row.text("sector"),
				row.numberOrNull("employees"), row.text("language"), List.of());
	}

}
