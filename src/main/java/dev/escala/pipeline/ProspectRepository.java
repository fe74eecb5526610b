package dev.escala.pipeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.escala.customer.SearchName;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of prospects. Conditions and orders come from our own code only. */
@Repository
class ProspectRepository {

	private final JdbcClient jdbc;

	ProspectRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Prospect> one(String condition, Object value) {
		return some(condition, "id", 1, 0, value).stream().findFirst();
	}

	List<Prospect> some(String condition, String order, int limit, long offset, Object... values) {
		List<Object> parameters = new ArrayList<>(Arrays.asList(values));
		parameters.add(limit);
		parameters.add(offset);
		List<Prospect> plain = this.jdbc
			.sql("SELECT * FROM prospect WHERE " + condition + " ORDER BY " + order + " LIMIT ? OFFSET ?")
			.params(parameters)
			.query((row, n) -> prospect(row))
			.list();
		Map<Long, List<Rejection>> rejections = rejections(plain);
		return plain.stream()
			.map((one) -> new Prospect(one.id(), one.code(), one.name(), one.sector(), one.employees(), one.language(),
					rejections.getOrDefault(one.id(), List.of())))
			.toList();
	}

	long count(String condition, Object... values) {
		return this.jdbc.sql("SELECT count(*) FROM prospect WHERE " + condition)
			.params(values)
			.query(Long.class)
			.single();
	}

	/**
	 * The prospect with that code or id; its row is locked until the transaction ends.
	 */
	Optional<Prospect> lock(String column, Object value) {
		return this.jdbc.sql("SELECT id FROM prospect WHERE " + column + " = ? FOR UPDATE")
			.param(value)
			.query(Long.class)
			.optional()
			.flatMap((id) -> one("id = ?", id));
	}

	/** A code that nobody gave yet, unless by hand. */
	String nextCode() {
		return "P-%06d".formatted(this.jdbc.sql("SELECT nextval('prospect_number')").query(Long.class).single());
	}

	/** Adds a prospect, or nothing where the code is taken. */
	Optional<Prospect> insert(String code, SaveProspect command) {
		return this.jdbc.sql("""
				INSERT INTO prospect (code, name, search_name, bare_name, sector, employees, language)
				VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (code) DO NOTHING RETURNING id
				""")
			.params(Arrays.asList(code, command.name(), SearchName.of(command.name()), BareName.of(command.name()),
					command.sector(), command.employees(), command.language()))
			.query(Long.class)
			.optional()
			.flatMap((id) -> one("id = ?", id));
	}

	void update(long id, SaveProspect command) {
		this.jdbc.sql("""
				UPDATE prospect SET name = ?, search_name = ?, bare_name = ?, sector = ?, employees = ?, language = ?
				WHERE id = ?""")
			.params(Arrays.asList(command.name(), SearchName.of(command.name()), BareName.of(command.name()),
					command.sector(), command.employees(), command.language(), id))
			.update();
	}

	/** Adds an entry to the register, or nothing where that source is in it already. */
	void reject(Prospect prospect, Rejection rejection) {
		this.jdbc.sql("""
				INSERT INTO prospect_rejection (prospect_id, bare_name, rejected_by, rejected_at, reason, source)
				VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (prospect_id, source) DO NOTHING
				""")
			.params(Arrays.asList(prospect.id(), BareName.of(prospect.name()), rejection.by(),
					Timestamp.from(rejection.at()), rejection.reason(), rejection.source()))
			.update();
	}

	/** Takes back whatever rejection of the prospect holds. */
	void readmit(long id, Rejection.Readmission readmission) {
		this.jdbc.sql("""
				UPDATE prospect_rejection SET readmitted_by = ?, readmitted_at = ?, readmission_note = ?
				WHERE prospect_id = ? AND readmitted_at IS NULL""")
			.params(readmission.by(), Timestamp.from(readmission.at()), readmission.reason(), id)
			.update();
	}

	private Map<Long, List<Rejection>> rejections(List<Prospect> prospects) {
		Long[] ids = prospects.stream().map(Prospect::id).toArray(Long[]::new);
		return this.jdbc.sql("SELECT * FROM prospect_rejection WHERE prospect_id = ANY(?) ORDER BY id DESC")
			.param(ids)
			.query((row, n) -> Map.entry(row.getLong("prospect_id"), rejection(row)))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

	static Rejection rejection(ResultSet row) throws SQLException {
		Instant readmitted = instant(row, "readmitted_at");
		return new Rejection(row.getString("rejected_by"), instant(row, "rejected_at"), row.getString("reason"),
				row.getString("source"),
				(readmitted == null) ? null : new Rejection.Readmission(row.getString("readmitted_by"), readmitted,
						row.getString("readmission_note")));
	}

	private static Prospect prospect(ResultSet row) throws SQLException {
		return new Prospect(row.getLong("id"), row.getString("code"), row.getString("name"), row.getString("sector"),
				row.getObject("employees", Integer.class), row.getString("language"), List.of());
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		Timestamp value = row.getTimestamp(column);
		return (value == null) ? null : value.toInstant();
	}

}
