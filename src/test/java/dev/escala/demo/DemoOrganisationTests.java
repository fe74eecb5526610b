package dev.escala.demo;

import java.nio.file.Path;
import java.util.Optional;

import dev.escala.access.Role;
import dev.escala.access.StaffAccounts;
import dev.escala.staffing.ReportingLine;
import dev.escala.support.EscalaTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@Transactional
@DisplayName("The passwords of the demo's people")
class DemoOrganisationTests {

	private static final String TODAY = "llano-brisa-42-tejado";

	private static final String TOMORROW = "cuatro-faroles-26-lluvia";

	@TempDir
	private Path data;

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private ReportingLine line;

	@Test
	@DisplayName("are hashed once and not at every start, unless there is another password or somebody changed one")
	void hashedOnce() throws Exception {
		try (DataFolder folder = DataFolder.take(this.data)) {
			start(TODAY, folder);
			Optional<String> first = this.accounts.passwordHash("agente");
			assertThat(first).isPresent();

			start(TODAY, folder);
			assertThat(this.accounts.passwordHash("agente")).isEqualTo(first);

			this.accounts.keep("finanzas", "F", "D", "f@escala.example", "otra-bien-distinta-77", Role.FINANCE);
			Optional<String> changed = this.accounts.passwordHash("finanzas");
			start(TODAY, folder);
			assertThat(this.accounts.passwordHash("finanzas")).isPresent().isNotEqualTo(changed);

			Optional<String> before = this.accounts.passwordHash("agente");
			start(TOMORROW, folder);
			assertThat(this.accounts.passwordHash("agente")).isPresent().isNotEqualTo(before);
		}
	}

	private void start(String password, DataFolder folder) {
		new DemoOrganisation(this.accounts, this.line, new DemoPassword(properties(password), folder)).run(null);
	}

	private DemoProperties properties(String password) {
		return new DemoProperties(this.data, new DemoProperties.Demo(password));
	}

}
