package dev.escala.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where everybody logs in, for our pages and for Camunda's applications. */
@Controller
class LoginPage {

	static final String SCRIPT = "/login/login.js";

	static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; "
			+ "form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

	/** Who is known already goes on to where they wanted. */
	@GetMapping("/login")
	String login(HttpServletRequest request, HttpServletResponse response, Model model) {
		if (WebappSession.user(request).isPresent()) {
			return "redirect:" + WantedAddress.of(request)
				.map((wanted) -> wanted.substring(request.getContextPath().length()))
				.orElse("/");
		}
		response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
		response.setHeader("Referrer-Policy", "same-origin");
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		model.addAttribute("left", request.getParameter("salida") != null);
		model.addAttribute("typed", "");
		model.addAttribute("wanted", WantedAddress.of(request).orElse(""));
		model.addAttribute("csrf", request.getAttribute(CsrfToken.class.getName()));
		model.addAttribute("script", SCRIPT);
		return "page/login";
	}

}
