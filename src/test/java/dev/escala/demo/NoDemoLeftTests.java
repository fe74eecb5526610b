package dev.escala.demo;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

import javax.sql.DataSource;

import dev.escala.access.StaffAccounts;
import dev.escala.customer.Customers;
import dev.escala.reference.UserId;
import dev.escala.staffing.ReportingLine;
import dev.escala.startup.DemoTraces;
import dev.escala.startup.NoDemoLeft;
import dev.escala.support.EscalaTest;
import dev.escala.support.TestServices;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@Transactional
@DisplayName("A database of one's own holds nothing of the demo")
class NoDemoLeftTests {

	@TempDir
	private Path data;

	private final NoDemoLeft requirement = new NoDemoLeft();

	@Autowired
	private DataSource dataSource;

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private ReportingLine line;

	@Autowired
	private Customers customers;

	@Autowired
	private JdbcClient jdbc;

	@Test
	@DisplayName("An empty database, and one with people and customers of one's own, pass")
	void ownData() throws SQLException {
		try (Connection empty = new DriverManagerDataSource(TestServices.newDatabase(), "postgres", "postgres")
			.getConnection()) {
			assertThat(this.requirement.problems(new MockEnvironment(), empty)).isEmpty();
		}
		// The same names, but somebody decided so.
		this.line.propose(new UserId("agente"), new UserId("supervisor"), new UserId("ana"));
		this.line.propose(new UserId("ana"), new UserId("gerente"), UserId.SYSTEM);

		assertThat(this.requirement.problems(new MockEnvironment(), connection())).isEmpty();
	}

	@Test
	@DisplayName("The demo's people and customers are named")
	void demoData() throws Exception {
		try (DataFolder folder = DataFolder.take(this.data)) {
			new DemoOrganisation(this.accounts, this.line, new DemoPassword(
					new DemoProperties(this.data, new DemoProperties.Demo("llano-brisa-42-tejado")), folder))
				.run(null);
		}
		// Other tests may have customers of the same codes; the demo leaves those alone.
		this.jdbc.sql("UPDATE customer SET code = id || '-' || code").update();
		new DemoCustomers(this.customers).create();

		assertThat(this.requirement.problems(new MockEnvironment(), connection())).containsExactly(
				"This database holds data of the demo (people admin, agente, arquitecto, ejecutivo, finanzas, "
						+ "problemas, propietario, supervisor, tecnologia; customers AULA, LUNA, LUNASUR, NORTE, PUERTO, "
						+ "ROBLE): start on an empty database.");
	}

	@Test
	@DisplayName("So is a setting of the demo, without its value")
	void demoSetting() throws SQLException {
		assertThat(this.requirement.problems(
				new MockEnvironment().withProperty("escala.demo.password", "llano-brisa-42-tejado"), connection()))
			.containsExactly("escala.demo.password (ESCALA_DEMO_PASSWORD) is for the demo only: take it out.");
	}

	@Test
	@DisplayName("What it is known by is what the demo creates, all of it")
	void traces() {
		Map<String, String> lines = new HashMap<>();
		for (DemoPerson person : DemoPerson.values()) {
			if (person.managerId() != null) {
				lines.put(person.id().value(), person.managerId().value());
			}
		}

		assertThat(DemoTraces.REPORTING_LINES).isEqualTo(lines);
		assertThat(DemoTraces.ADDRESSES).isEqualTo(DemoCustomers.addresses());
	}

	private Connection connection() {
		return DataSourceUtils.getConnection(this.dataSource);
	}

}
