package dev.escala.access.web;

import java.util.concurrent.atomic.AtomicBoolean;

import dev.escala.support.EscalaTest;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
class WebappSessionTests {

	@Autowired
	private StaffAuthorities authorities;

	@Test
	@DisplayName("Two requests that find their session over at the same moment both go on as nobody's")
	void endedTwice() throws Exception {
		MockHttpSession session = new MockHttpSession() {
			@Override
			public void invalidate() {
				super.invalidate();
				throw new IllegalStateException("Session already invalidated");
			}
		};
		AuthenticationUtil.getAuthsFromSession(session)
			.addOrReplace(new UserAuthentication("nobody-any-more", ProcessEngines.NAME_DEFAULT));
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setSession(session);
		AtomicBoolean wentOn = new AtomicBoolean();

		new WebappSessionFilter(this.authorities, new RequestAttributeSecurityContextRepository()).doFilter(request,
				new MockHttpServletResponse(), (next, answer) -> wentOn.set(true));

		assertThat(wentOn).isTrue();
		assertThat(WebappSession.user(request)).isEmpty();
	}

}
