package dev.escala.access.web;

import java.io.IOException;

import dev.escala.access.login.LoginRequest;
import dev.escala.access.login.SessionStamp;
import dev.escala.reference.UserId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;

import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * What follows a login, however it was found out who somebody is: one new session, in
 * which Camunda's applications know the person as after their own login, and so do our
 * pages and our API, which ask the same session.
 */
@Component
class OneSession implements AuthenticationSuccessHandler {

	private final StaffAuthorities authorities;

	private final LoginRefusals refusals;

	OneSession(StaffAuthorities authorities, LoginRefusals refusals) {
		this.authorities = authorities;
		this.refusals = refusals;
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication caller)
			throws IOException {
		String user = caller.getName();
		StaffAuthorities.Known known = this.authorities.find(new UserId(user)).orElse(null);
		UserAuthentication login = AuthenticationUtil.createAuthentication(ProcessEngines.NAME_DEFAULT, user);
		if (known == null || login == null) {
			this.refusals.onAuthenticationFailure(request, response, new BadCredentialsException("Gone meanwhile"));
			return;
		}
		// The id of a session from before the login is known to who made it.
		AuthenticationUtil.revalidateSession(request, login);
		SessionStamp.set(request.getSession(), LoginRequest.current().verified(user).orElse(known.stamp()));
		response.sendRedirect(WantedAddress.of(request).orElse(request.getContextPath() + "/"));
	}

}
