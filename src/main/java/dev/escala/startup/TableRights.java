package dev.escala.startup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The database user can use the tables that are there, and create those that are not.
 * Asked before the engine, which reports each statement that it is refused.
 */
class TableRights implements ProductionRequirement {

	private static final Pattern CREATED = Pattern
		.compile("create\\s+table\\s+(?:if\\s+not\\s+exists\\s+)?([a-z0-9_]+)", Pattern.CASE_INSENSITIVE);

	private static final String FOREIGN = """
			SELECT c.relname, pg_get_userbyid(c.relowner)
			  FROM pg_class c
			 WHERE c.relnamespace = to_regnamespace(quote_ident(current_schema())) AND c.relkind IN ('r', 'p')
			   AND NOT pg_has_role(current_user, c.relowner, 'USAGE')""";

	private static final String UNUSABLE = FOREIGN + """

			AND NOT (has_table_privilege(c.oid, 'SELECT') AND has_table_privilege(c.oid, 'INSERT')
			         AND has_table_privilege(c.oid, 'UPDATE') AND has_table_privilege(c.oid, 'DELETE'))""";

	@Override
	public List<String> problems(Environment environment, Connection database) throws SQLException {
		String unusable = belonging(database, UNUSABLE);
		if (unusable != null) {
			return List.of(unusable);
		}
		boolean complete = "t".equals(ask(database, "SELECT to_regclass('flyway_schema_history') IS NOT NULL "
				+ "AND to_regclass('act_ge_property') IS NOT NULL"));
		String closed = complete ? null : closedSchema(database);
		return (closed != null) ? List.of(closed) : List.of();
	}

	/** Which of our tables belong to whom; {@code null} where none belongs to another. */
	static String foreignTables(Connection database) throws SQLException {
		return belonging(database, FOREIGN);
	}

	/** Why the user cannot create tables; {@code null} where it can. */
	static String closedSchema(Connection database) throws SQLException {
		String schema = ask(database, "SELECT current_schema()");
		if (schema != null && "t".equals(ask(database, "SELECT has_schema_privilege(current_schema(), 'CREATE')"))) {
			return null;
		}
		String name = (schema == null) ? "public" : schema;
		String user = user(database);
		return "The database user \"" + user + "\" may not create tables in the schema " + name
				+ ": run GRANT USAGE, CREATE ON SCHEMA \"" + name + "\" TO \"" + user
				+ "\" in this database as its owner.";
	}

	static String user(Connection database) throws SQLException {
		return ask(database, "SELECT current_user");
	}

	private static String belonging(Connection database, String query) throws SQLException {
		List<Table> foreign = ours(database, query);
		if (foreign.isEmpty()) {
			return null;
		}
		Table first = foreign.get(0);
		String user = user(database);
		boolean one = foreign.size() == 1;
		return "The table " + first.name() + (one ? " belongs" : " and " + (foreign.size() - 1) + " more belong")
				+ " to the database user \"" + first.owner() + "\", so that \"" + user + "\" may not change "
				+ (one ? "it" : "them") + ": run ALTER TABLE \"" + ask(database, "SELECT current_schema()") + "\".\""
				+ first.name() + "\" OWNER TO \"" + user + "\" in this database as a superuser"
				+ (one ? "" : ", and for the others too (operations.md has a command for all)")
				+ ", or start Escala as \"" + first.owner() + "\".";
	}

	/** Other tables of the schema are not our business. */
	private static List<Table> ours(Connection database, String query) throws SQLException {
		List<Table> found = new ArrayList<>();
		Set<String> migrated = null;
		try (Statement statement = database.createStatement();
				ResultSet rows = statement.executeQuery(query + " ORDER BY c.relname")) {
			while (rows.next()) {
				migrated = (migrated != null) ? migrated : migrated();
				String name = rows.getString(1);
				if (name.startsWith("act_") || migrated.contains(name)) {
					found.add(new Table(name, rows.getString(2)));
				}
			}
		}
		return found;
	}

	/** What the migrations create, and their own table. */
	private static Set<String> migrated() {
		Set<String> names = new TreeSet<>(Set.of("flyway_schema_history"));
		try {
			for (Resource migration : new PathMatchingResourcePatternResolver()
				.getResources("classpath*:db/migration/*.sql")) {
				Matcher created = CREATED.matcher(migration.getContentAsString(StandardCharsets.UTF_8));
				while (created.find()) {
					names.add(created.group(1).toLowerCase(Locale.ROOT));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return names;
	}

	private static String ask(Connection database, String question) throws SQLException {
		try (Statement statement = database.createStatement(); ResultSet answer = statement.executeQuery(question)) {
			answer.next();
			return answer.getString(1);
		}
	}

	private record Table(String name, String owner) {
	}

}
