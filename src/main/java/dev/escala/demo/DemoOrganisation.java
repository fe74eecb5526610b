package dev.escala.demo;

import dev.escala.access.Role;
import dev.escala.access.StaffAccounts;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Creates the demo organisation, and gives everybody today's password. */
@Component
@OnlyInDemo
@Order(Ordered.HIGHEST_PRECEDENCE)
class DemoOrganisation implements ApplicationRunner {

	private final StaffAccounts accounts;

	private final DemoPassword password;

	DemoOrganisation(StaffAccounts accounts, DemoPassword password) {
		this.accounts = accounts;
		this.password = password;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		for (DemoPerson person : DemoPerson.values()) {
			this.accounts.keep(person.id(), person.firstName(), person.lastName(), person.email(),
					this.password.value(), person.roles().toArray(Role[]::new));
		}
	}

}
