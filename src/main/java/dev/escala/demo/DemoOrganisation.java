package dev.escala.demo;

import java.util.List;
import java.util.stream.Stream;

import dev.escala.access.Role;
import dev.escala.access.StaffAccounts;
import dev.escala.reference.UserId;
import dev.escala.staffing.ReportingLine;
import dev.escala.startup.StartupProblem;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Creates the demo organisation, and gives everybody today's password. Who reports to
 * whom is set once; what somebody changed since stays.
 */
@Component
@OnlyInDemo
@Order(Ordered.HIGHEST_PRECEDENCE)
class DemoOrganisation implements ApplicationRunner {

	private final StaffAccounts accounts;

	private final ReportingLine line;

	private final DemoPassword password;

	DemoOrganisation(StaffAccounts accounts, ReportingLine line, DemoPassword password) {
		this.accounts = accounts;
		this.line = line;
		this.password = password;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		boolean asBefore = this.password.isKnownBy(passwordHashes());
		for (DemoPerson person : DemoPerson.values()) {
			if (!asBefore && !this.accounts.allow(this.password.value(), person.id().value())) {
				throw new StartupProblem(
						"ESCALA_DEMO_PASSWORD is too weak: use at least 12 characters that are hard to "
								+ "guess, for example words that do not belong together, and not the name of a demo user.");
			}
			this.accounts.keep(person.id().value(), person.firstName(), person.lastName(), person.email(),
					asBefore ? null : this.password.value(), person.roles().toArray(Role[]::new));
		}
		for (DemoPerson person : DemoPerson.values()) {
			if (person.managerId() != null) {
				this.line.propose(person.id(), person.managerId(), UserId.SYSTEM);
			}
		}
		if (!asBefore) {
			this.password.isGivenTo(passwordHashes());
		}
	}

	private List<String> passwordHashes() {
		return Stream.of(DemoPerson.values())
			.map((person) -> this.accounts.passwordHash(person.id().value()).orElse("nobody"))
			.toList();
	}

}
