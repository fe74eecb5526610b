package dev.escala.startup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Connects once to the configured database before anything else does, because the
 * connection pool and the engine would each report the same trouble in pages.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseCheck implements ApplicationListener<ApplicationPreparedEvent> {

	private static final String PREFIX = "jdbc:postgresql:";

	/** Not in the server's jar. */
	private static final String DEMO = "dev.escala.demo.DemoConfiguration";

	private static final String TIMEOUT_SECONDS = "10";

	@Override
	public void onApplicationEvent(ApplicationPreparedEvent event) {
		Environment environment = event.getApplicationContext().getEnvironment();
		String url = environment.getProperty("spring.datasource.url");
		if (StringUtils.hasText(url)) {
			check(url, environment.getProperty("spring.datasource.username"),
					environment.getProperty("spring.datasource.password"));
		}
		else if (!ClassUtils.isPresent(DEMO, getClass().getClassLoader())) {
			throw new StartupProblem("This is the server of Escala, which brings no demo and no database: name your "
					+ "PostgreSQL with SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD. "
					+ "To try Escala out, start the jar without \"-server\" in its name.");
		}
	}

	/**
	 * Connects and disconnects.
	 * @throws StartupProblem when that fails; its sentence never contains the password
	 */
	static void check(String url, String user, String password) {
		if (!url.startsWith(PREFIX)) {
			throw new StartupProblem("Escala runs on PostgreSQL only, but SPRING_DATASOURCE_URL does not start with \""
					+ PREFIX + "//\".");
		}
		try (Connection connection = connect(url, user, password)) {
			requirePostgreSql(connection, url);
		}
		catch (SQLException ex) {
			throw new StartupProblem(sentence(ex, place(url), user), ex);
		}
	}

	/** A connection of one's own, as long as there is no pool. */
	static Connection connect(Environment environment) throws SQLException {
		return connect(environment.getProperty("spring.datasource.url"),
				environment.getProperty("spring.datasource.username"),
				environment.getProperty("spring.datasource.password"));
	}

	private static Connection connect(String url, String user, String password) throws SQLException {
		Properties properties = new Properties();
		if (StringUtils.hasText(user)) {
			properties.setProperty("user", user);
		}
		if (StringUtils.hasText(password)) {
			properties.setProperty("password", password);
		}
		// Without these a server that accepts and never answers would hold us for ever.
		properties.setProperty("loginTimeout", TIMEOUT_SECONDS);
		properties.setProperty("connectTimeout", TIMEOUT_SECONDS);
		properties.setProperty("socketTimeout", TIMEOUT_SECONDS);
		return DriverManager.getConnection(url, properties);
	}

	private static void requirePostgreSql(Connection connection, String url) throws SQLException {
		if (!"PostgreSQL".equals(connection.getMetaData().getDatabaseProductName())) {
			throw new StartupProblem("The server at " + place(url) + " is not a PostgreSQL.");
		}
	}

	private static String sentence(SQLException ex, String place, String user) {
		String state = (ex.getSQLState() != null) ? ex.getSQLState() : "";
		return switch (state) {
			case "28P01", "28000",
					"08004" ->
				"The database at " + place + " refuses the user \"" + ((user != null) ? user : "")
						+ "\" with this password: check SPRING_DATASOURCE_USERNAME and "
						+ "SPRING_DATASOURCE_PASSWORD.";
			case "3D000" -> "There is no such database at " + place + ": create it, or correct SPRING_DATASOURCE_URL.";
			case "08001" -> "No database can be reached at " + place + ": start it, or correct SPRING_DATASOURCE_URL.";
			case "08P01", "08006" -> "Something at " + place
					+ " accepts connections but does not answer like a PostgreSQL: correct SPRING_DATASOURCE_URL.";
			default ->
				"The database at " + place + " cannot be used (" + firstLine(ex).replaceAll("\\?\\S*", "") + ").";
		};
	}

	/** Host, port and database: parameters may carry a password. */
	private static String place(String url) {
		String place = url.substring(PREFIX.length()).split("[?&]", 2)[0];
		return place.startsWith("//") ? place.substring(2) : place;
	}

	static String firstLine(SQLException ex) {
		return String.valueOf(ex.getMessage()).lines().findFirst().orElse(ex.getClass().getSimpleName());
	}

}
