package dev.escala.stored;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

import dev.escala.support.CaseDriver;
import dev.escala.support.TestServices;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * A database that the build of a commit before filled; the application of today migrates
 * it when it starts, at the moment at which it was stored.
 */
class StoredDatabase extends TestServices {

	/** The build that filled it. */
	static final String COMMIT = "c34057b";

	/** All moments of cases and requests, as they were stored. */
	private static final String MOMENTS = """
			SELECT column_name, table_name FROM information_schema.columns c
			WHERE table_schema = 'public' AND data_type LIKE 'timestamp%' AND (table_name IN ('escalation', 'deadline_change',
			  'internal_request', 'act_ru_task', 'letter_version', 'letter_reading', 'promise_proposal') OR EXISTS (
			    SELECT 1 FROM information_schema.columns k
			    WHERE k.table_name = c.table_name AND k.column_name = 'case_number'))
			""";

	private static Map<String, List<String>> stored;

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		super.initialize(context);
		String database = context.getEnvironment().getRequiredProperty("spring.datasource.url");
		restore(database);
		stored = moments(database);
		CaseDriver.travelTo(StoredCasesMaker.STORED_AT);
	}

	private static void restore(String database) {
		try (var packed = StoredDatabase.class.getResourceAsStream("/stored-cases/" + COMMIT + ".sql.gz");
				var connection = DriverManager.getConnection(database + "&preferQueryMode=simple");
				var statement = connection.createStatement()) {
			statement.execute(new String(new GZIPInputStream(packed).readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The moments before the migration, by table and column, oldest first. */
	static Map<String, List<String>> storedMoments() {
		return stored;
	}

	/** The moments now. */
	static Map<String, List<String>> moments(String database) {
		Map<String, List<String>> moments = new TreeMap<>();
		try (var connection = DriverManager.getConnection(database);
				var statement = connection.createStatement();
				var values = connection.createStatement();
				var columns = statement.executeQuery(MOMENTS)) {
			while (columns.next()) {
				String table = columns.getString("table_name");
				String column = columns.getString("column_name");
				List<String> found = new ArrayList<>();
				try (var rows = values
					.executeQuery("SELECT %2$s::text FROM %1$s ORDER BY %2$s".formatted(table, column))) {
					while (rows.next()) {
						found.add(rows.getString(1));
					}
				}
				moments.put(table + "." + column, found);
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		return moments;
	}

}
