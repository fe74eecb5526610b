package dev.escala.access.web;

import java.util.concurrent.atomic.AtomicReference;

import dev.escala.access.CurrentUser;
import dev.escala.access.Role;
import dev.escala.access.StaffAccounts;
import dev.escala.reference.UserId;
import dev.escala.support.EscalaTest;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
class EngineIdentityTests {

	@Autowired
	private IdentityService identity;

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private StaffAuthorities authorities;

	@Autowired
	private CurrentUser currentUser;

	@Test
	@DisplayName("A request acts as its caller with all groups, and the thread forgets them")
	void engineIdentity() throws Exception {
		this.accounts.keep("acc-manager", "Ana", "Ruiz", "acc-manager@escala.example", "correct horse battery",
				Role.MANAGERS);
		AtomicReference<String> seen = new AtomicReference<>();
		SecurityContextHolder.getContext()
			.setAuthentication(this.authorities.find(new UserId("acc-manager")).orElseThrow().caller());
		try {
			new EngineIdentityFilter(this.identity).doFilter(new MockHttpServletRequest(),
					new MockHttpServletResponse(),
					(request, response) -> seen.set(this.currentUser.id().orElse(new UserId("")) + " "
							+ this.currentUser.isIn(Role.MANAGERS) + " " + this.currentUser.isIn(Role.AGENTS)));
		}
		finally {
			SecurityContextHolder.clearContext();
		}

		assertThat(seen.get()).isEqualTo("acc-manager true false");
		assertThat(this.currentUser.id()).isEmpty();
		this.identity.deleteUser("acc-manager");
	}

}
