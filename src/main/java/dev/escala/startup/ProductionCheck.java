package dev.escala.startup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.util.StringUtils;

/**
 * Refuses to start on a database of one's own as if it were a demo, naming all that is
 * wrong at once, and warns of what is no more than unwise. After {@link DatabaseCheck},
 * which says why there is no connection.
 */
@Order(Ordered.LOWEST_PRECEDENCE)
class ProductionCheck implements ApplicationListener<ApplicationPreparedEvent> {

	private static final Logger log = LoggerFactory.getLogger(ProductionCheck.class);

	@Override
	public void onApplicationEvent(ApplicationPreparedEvent event) {
		Environment environment = event.getApplicationContext().getEnvironment();
		if (!StringUtils.hasText(environment.getProperty("spring.datasource.url"))) {
			return;
		}
		try (Connection database = DatabaseCheck.connect(environment)) {
			check(environment, database);
			warnings(environment, database).forEach(log::warn);
		}
		catch (SQLException ex) {
			throw new StartupProblem("The database cannot be read (" + DatabaseCheck.firstLine(ex) + ").", ex);
		}
	}

	/**
	 * Asks all requirements.
	 * @throws StartupProblem that lists everything that is wrong
	 */
	static void check(Environment environment, Connection database) throws SQLException {
		List<String> problems = new ArrayList<>();
		for (ProductionRequirement requirement : SpringFactoriesLoader
			.forDefaultResourceLocation(ProductionCheck.class.getClassLoader())
			.load(ProductionRequirement.class)) {
			problems.addAll(requirement.problems(environment, database));
		}
		if (problems.size() == 1) {
			throw new StartupProblem(problems.get(0));
		}
		if (!problems.isEmpty()) {
			throw new StartupProblem("Escala does not start on a database of your own before " + problems.size()
					+ " things are in order:\n - " + String.join("\n - ", problems));
		}
	}

	/** What is allowed and unwise, one sentence for each. */
	static List<String> warnings(Environment environment, Connection database) throws SQLException {
		List<String> warnings = new ArrayList<>();
		try (Statement statement = database.createStatement();
				ResultSet user = statement
					.executeQuery("SELECT rolname, rolsuper FROM pg_roles WHERE rolname = current_user")) {
			if (user.next() && user.getBoolean("rolsuper")) {
				warnings.add("The database user \"" + user.getString("rolname") + "\" is a superuser: give Escala a "
						+ "user of its own that owns its database and nothing else.");
			}
		}
		if (listensEverywhere(environment) && DeclaredProxy.addresses(environment).isEmpty()
				&& !encrypts(environment)) {
			warnings.add("Escala listens on all interfaces without a declared proxy: bind it with SERVER_ADDRESS, or "
					+ "name the proxy in front of it with ESCALA_PROXY.");
		}
		return warnings;
	}

	private static boolean listensEverywhere(Environment environment) {
		String address = environment.getProperty("server.address");
		return !StringUtils.hasText(address) || address.equals("0.0.0.0") || address.equals("::");
	}

	private static boolean encrypts(Environment environment) {
		return environment.containsProperty("server.ssl.bundle") || environment.containsProperty("server.ssl.key-store")
				|| environment.containsProperty("server.ssl.certificate");
	}

}
