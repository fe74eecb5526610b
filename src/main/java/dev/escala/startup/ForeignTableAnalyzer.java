package dev.escala.startup;

import java.sql.Connection;
import java.sql.SQLException;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Says which table belongs to whom, and what to run, where a migration or the engine
 * wants to change a table that the user may use but does not own. It asks the database
 * instead of reading its refusal, which may be in any language.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class ForeignTableAnalyzer implements FailureAnalyzer {

	private static final String WANT_OF_A_RIGHT = "42501";

	private final Environment environment;

	ForeignTableAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	public FailureAnalysis analyze(Throwable failure) {
		SQLException refusal = refusal(failure);
		if (refusal == null || this.environment == null
				|| !StringUtils.hasText(this.environment.getProperty("spring.datasource.url"))) {
			return null;
		}
		try (Connection database = DatabaseCheck.connect(this.environment)) {
			return new FailureAnalysis(sentence(database, refusal), null, failure);
		}
		catch (SQLException ex) {
			return null;
		}
	}

	private static SQLException refusal(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException ex && WANT_OF_A_RIGHT.equals(ex.getSQLState())) {
				return ex;
			}
		}
		return null;
	}

	private static String sentence(Connection database, SQLException refusal) throws SQLException {
		String foreign = TableRights.foreignTables(database);
		if (foreign != null) {
			return foreign;
		}
		String closed = TableRights.closedSchema(database);
		return (closed != null) ? closed
				: "The database refuses something to the user \"" + TableRights.user(database) + "\" ("
						+ DatabaseCheck.firstLine(refusal)
						+ "): give it that right, or start Escala as the user that owns the tables.";
	}

}
