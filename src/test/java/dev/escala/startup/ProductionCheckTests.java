package dev.escala.startup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

import dev.escala.EscalaApplication;
import dev.escala.support.TestServices;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("On a database of one's own Escala does not start as a demo does")
class ProductionCheckTests {

	@Test
	@DisplayName("All that is wrong is said at once, no secret among it, and the database stays untouched")
	void allAtOnce() throws SQLException {
		String url = TestServices.newDatabase();

		assertThatThrownBy(() -> new SpringApplicationBuilder(EscalaApplication.class).run("--server.port=0",
				"--spring.datasource.url=" + url, "--spring.datasource.username=postgres",
				"--spring.datasource.password=postgres", "--escala.admin.username=raiz",
				"--escala.admin.password=corta-77", "--escala.demo.password=Demostracion-2026",
				"--escala.public-url=http://escala.example", "--server.forward-headers-strategy=framework"))
			.isInstanceOf(StartupProblem.class)
			.hasMessageStartingWith(
					"Escala does not start on a database of your own before 4 things are in order:\n - ")
			.hasMessageContaining("\n - escala.public-url (ESCALA_PUBLICURL) is http://escala.example: ")
			.hasMessageContaining("\n - server.forward-headers-strategy ")
			.hasMessageContaining("\n - ESCALA_ADMIN_PASSWORD is too weak")
			.hasMessageContaining("\n - escala.demo.password (ESCALA_DEMO_PASSWORD) is for the demo only")
			.hasMessageNotContaining("corta-77")
			.hasMessageNotContaining("Demostracion-2026");

		try (Connection database = DriverManager.getConnection(url, "postgres", "postgres");
				Statement statement = database.createStatement();
				ResultSet tables = statement
					.executeQuery("SELECT count(*) FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace")) {
			tables.next();
			assertThat(tables.getInt(1)).isZero();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost:8080", "http://127.0.0.1:8080", "http://[::1]:8080",
			"https://escala.example", "HTTPS://escala.example/" })
	@DisplayName("Encrypted addresses and those of this machine are good")
	void goodAddresses(String address) {
		assertThat(problems("escala.public-url", address)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://escala.example", "http://10.1.2.3:8080", "http://localhost.example",
			"HTTP://escala", "escala.example", "ftp://escala.example", "https://", "https://a:b@escala.example", "?" })
	@DisplayName("All others are refused")
	void badAddresses(String address) {
		assertThat(problems("escala.public-url", address)).singleElement()
			.asString()
			.startsWith("escala.public-url (ESCALA_PUBLICURL) ");
	}

	@ParameterizedTest
	@CsvSource({ "server.forward-headers-strategy, native", "server.forward-headers-strategy, framework",
			"server.tomcat.remoteip.remote-ip-header, x-real-ip",
			"server.tomcat.remoteip.protocol-header, x-forwarded-proto" })
	@DisplayName("Spring's settings that believe more than a declared proxy are refused without one")
	void spoofable(String property, String value) {
		assertThat(problems(property, value)).singleElement().asString().contains("escala.proxy (ESCALA_PROXY)");
	}

	@Test
	@DisplayName("Whoever starts as a superuser, or listens to everybody without a proxy, is warned")
	void warnings() throws SQLException {
		String url = TestServices.newDatabase();
		try (Connection database = DriverManager.getConnection(url, "postgres", "postgres");
				Statement statement = database.createStatement()) {
			MockEnvironment environment = new MockEnvironment();
			assertThat(ProductionCheck.warnings(environment, database)).hasSize(2)
				.anyMatch((line) -> line.startsWith("The database user \"postgres\" is a superuser"))
				.anyMatch((line) -> line.startsWith("Escala listens on all interfaces without a declared proxy"));

			statement.execute("CREATE ROLE plain_user");
			statement.execute("SET ROLE plain_user");
			assertThat(ProductionCheck.warnings(environment.withProperty("escala.proxy", "10.1.2.3"), database))
				.isEmpty();
			assertThat(ProductionCheck.warnings(new MockEnvironment().withProperty("server.address", "127.0.0.1"),
					database))
				.isEmpty();
			assertThat(
					ProductionCheck.warnings(new MockEnvironment().withProperty("server.address", "0.0.0.0"), database))
				.hasSize(1);
			assertThat(
					ProductionCheck.warnings(new MockEnvironment().withProperty("server.ssl.bundle", "own"), database))
				.isEmpty();
			statement.execute("RESET ROLE");
			statement.execute("DROP ROLE plain_user");
		}
	}

	@ParameterizedTest
	@CsvSource({ "10.1.2.3, 10.1.2.3, true", "10.1.2.3, 10.1.2.30, false", "10.1.2.3, 110.1.2.3, false",
			"10.0.0.0/8, 10.200.3.4, true", "10.0.0.0/8, 11.0.0.1, false", "172.16.0.0/12, 172.31.255.255, true",
			"172.16.0.0/12, 172.32.0.1, false", "192.168.4.0/22, 192.168.7.9, true",
			"192.168.4.0/22, 192.168.8.1, false", "0.0.0.0/0, 203.0.113.9, true", "::1, 0:0:0:0:0:0:0:1, true",
			"::1, 0:0:0:0:0:0:0:2, false", "fd00::/16, fd00:1:2:3:4:5:6:7, true",
			"fd00::/16, fe00:0:0:0:0:0:0:1, false" })
	@DisplayName("Addresses and networks are those that were written, and no others")
	void addresses(String declared, String address, boolean matches) {
		assertThat(address.matches(ProxyAddresses.pattern(List.of("198.51.100.7", declared)))).isEqualTo(matches);
	}

	@ParameterizedTest
	@ValueSource(strings = { "proxy.example", "10.1.2", "10.1.2.300", "10.1.2.3/33", "fd00::/12", "1:2:3", ":", ".*" })
	@DisplayName("Anything else is refused, naming the property")
	void noAddresses(String text) {
		assertThatThrownBy(() -> ProxyAddresses.pattern(List.of(text))).isInstanceOf(StartupProblem.class)
			.hasMessageStartingWith("escala.proxy (ESCALA_PROXY) must name addresses")
			.hasMessageContaining("\"" + text + "\"");
	}

	@Test
	@DisplayName("Without a proxy nobody's headers count, in the cloud neither; https alone makes cookies secure")
	void defaults() {
		assertThat(settings(Map.of())).containsEntry("server.forward-headers-strategy", "none")
			.doesNotContainKey("server.servlet.session.cookie.secure");
		assertThat(settings(Map.of("escala.public-url", "https://escala.example")))
			.containsEntry("server.forward-headers-strategy", "none")
			.containsEntry("server.servlet.session.cookie.secure", "true");
		assertThat(settings(Map.of("escala.proxy[0]", "10.1.2.3"))).containsEntry("server.forward-headers-strategy",
				"native");
	}

	private static Map<String, Object> settings(Map<String, Object> operators) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("operators", operators));
		new DeclaredProxy().postProcessEnvironment(environment, new SpringApplication());
		return ((MapPropertySource) environment.getPropertySources().get("escalaProxy")).getSource();
	}

	private static List<String> problems(String property, String value) {
		return new PublicAddress().problems(new MockEnvironment().withProperty(property, value), null);
	}

}
