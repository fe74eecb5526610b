package dev.escala.database;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.RulingNumber;
import dev.escala.reference.UserId;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;

/**
 * One row of a result, read in the types of our own records. An empty column is
 * {@code null}; the primitives are for columns that are never empty.
 */
public final class Row {

	private final ResultSet columns;

	Row(ResultSet columns) {
		this.columns = columns;
	}

	/** For a query: makes one thing of each row. */
	public static <T> RowMapper<T> as(Reading<T> reading) {
		return (columns, n) -> reading.read(new Row(columns));
	}

	/** For a query: does something with each row. */
	public static RowCallbackHandler each(Use use) {
		return (columns) -> use.take(new Row(columns));
	}

	public String text(String column) throws SQLException {
		return this.columns.getString(column);
	}

	public CaseNumber caseNumber(String column) throws SQLException {
		return CaseNumber.nullable(text(column));
	}

	public RulingNumber rulingNumber(String column) throws SQLException {
		return RulingNumber.nullable(text(column));
	}

	public UserId userId(String column) throws SQLException {
		return UserId.nullable(text(column));
	}

	public CustomerId customerId(String column) throws SQLException {
		return CustomerId.nullable(longNumberOrNull(column));
	}

	public boolean flag(String column) throws SQLException {
		return this.columns.getBoolean(column);
	}

	public int number(String column) throws SQLException {
		return this.columns.getInt(column);
	}

	public Integer numberOrNull(String column) throws SQLException {
		return this.columns.getObject(column, Integer.class);
	}

	public long longNumber(String column) throws SQLException {
		return this.columns.getLong(column);
	}

	public Long longNumberOrNull(String column) throws SQLException {
		return this.columns.getObject(column, Long.class);
	}

	public BigDecimal decimal(String column) throws SQLException {
		return this.columns.getBigDecimal(column);
	}

	/** A figure as people read it, with one decimal. */
	public BigDecimal tenths(String column) throws SQLException {
		BigDecimal value = decimal(column);
		return (value == null) ? null : value.setScale(1, RoundingMode.HALF_UP);
	}

	public Instant instant(String column) throws SQLException {
		Timestamp time = this.columns.getTimestamp(column);
		return (time == null) ? null : time.toInstant();
	}

	public LocalDate day(String column) throws SQLException {
		return this.columns.getObject(column, LocalDate.class);
	}

	public byte[] bytes(String column) throws SQLException {
		return this.columns.getBytes(column);
	}

	/** The constant whose name the column holds. */
	public <E extends Enum<E>> E constant(String column, Class<E> type) throws SQLException {
		String name = text(column);
		return (name == null) ? null : Enum.valueOf(type, name);
	}

	/** The constants whose names the column's array holds, in their own order. */
	public <E extends Enum<E>> Set<E> constants(String column, Class<E> type) throws SQLException {
		Set<E> constants = EnumSet.noneOf(type);
		for (String name : texts(column)) {
			constants.add(Enum.valueOf(type, name));
		}
		return constants;
	}

	/** The numbers of the column's array, which is never empty by itself. */
	public List<Long> longNumbers(String column) throws SQLException {
		return List.of((Long[]) this.columns.getArray(column).getArray());
	}

	/**
	 * The texts of the column's array, which is never empty by itself; one of them may be
	 * {@code null}.
	 */
	public List<String> texts(String column) throws SQLException {
		return Collections.unmodifiableList(Arrays.asList((String[]) this.columns.getArray(column).getArray()));
	}

	/**
	 * Makes one thing of one row.
	 *
	 * @param <T> of what kind
	 */
	@FunctionalInterface
	public interface Reading<T> {

		T read(Row row) throws SQLException;

	}

	/** Does something with one row. */
	@FunctionalInterface
	public interface Use {

		void take(Row row) throws SQLException;

	}

}
