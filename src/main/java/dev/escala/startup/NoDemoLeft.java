package dev.escala.startup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.escala.reference.UserId;

import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * A database of one's own holds nothing of the demo, whose people share one password that
 * is printed at each of its starts. They are known by who reports to whom, which nobody
 * but the demo writes in the system's name; its customers by their addresses, which
 * cannot exist.
 */
public class NoDemoLeft implements ProductionRequirement {

	@Override
	public List<String> problems(Environment environment, Connection database) throws SQLException {
		List<String> problems = new ArrayList<>();
		if (StringUtils.hasText(environment.getProperty("escala.demo.password"))) {
			problems.add("escala.demo.password (ESCALA_DEMO_PASSWORD) is for the demo only: take it out.");
		}
		Set<String> people = people(database);
		Set<String> customers = customers(database);
		if (!people.isEmpty() || !customers.isEmpty()) {
			problems.add("This database holds data of the demo (" + names("people", people)
					+ ((people.isEmpty() || customers.isEmpty()) ? "" : "; ") + names("customers", customers)
					+ "): start on an empty database.");
		}
		return problems;
	}

	private static Set<String> people(Connection database) throws SQLException {
		Set<String> found = new TreeSet<>();
		if (!canRead(database, "reporting_line")) {
			return found;
		}
		try (PreparedStatement query = database.prepareStatement(
				"SELECT person_id FROM reporting_line WHERE person_id = ? AND manager_id = ? AND changed_by = ?")) {
			for (Map.Entry<String, String> line : DemoTraces.REPORTING_LINES.entrySet()) {
				query.setString(1, line.getKey());
				query.setString(2, line.getValue());
				query.setString(3, UserId.SYSTEM.value());
				read(query, found);
			}
		}
		return found;
	}

	private static Set<String> customers(Connection database) throws SQLException {
		Set<String> found = new TreeSet<>();
		if (!canRead(database, "customer") || !canRead(database, "customer_contact")) {
			return found;
		}
		try (PreparedStatement query = database.prepareStatement("SELECT c.code FROM customer c "
				+ "JOIN customer_contact k ON k.customer_id = c.id WHERE k.email = ANY (?)")) {
			query.setArray(1, database.createArrayOf("text", DemoTraces.ADDRESSES.toArray()));
			read(query, found);
		}
		return found;
	}

	private static void read(PreparedStatement query, Set<String> found) throws SQLException {
		try (ResultSet rows = query.executeQuery()) {
			while (rows.next()) {
				found.add(rows.getString(1));
			}
		}
	}

	/** Whether it is there and ours to read; somebody else says why not. */
	private static boolean canRead(Connection database, String table) throws SQLException {
		try (Statement statement = database.createStatement();
				ResultSet row = statement
					.executeQuery("SELECT has_table_privilege(to_regclass('" + table + "'), 'SELECT')")) {
			row.next();
			return row.getBoolean(1);
		}
	}

	private static String names(String kind, Set<String> found) {
		return found.isEmpty() ? "" : kind + " " + String.join(", ", found);
	}

}
