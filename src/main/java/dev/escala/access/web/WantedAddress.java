package dev.escala.access.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Where somebody wanted to go who had to log in first: a path of ours with its question,
 * and nothing else, whoever wrote the link. What stands behind a {@code #} never gets
 * here; the browser keeps it.
 */
final class WantedAddress {

	static final String PARAMETER = "destino";

	private static final int LONGEST = 2000;

	private WantedAddress() {
	}

	/** The login, which afterwards leads to what is asked for now. */
	static String login(HttpServletRequest request) {
		String question = request.getQueryString();
		String wanted = request.getRequestURI() + ((question == null) ? "" : "?" + question);
		String login = request.getContextPath() + "/login";
		return isOurs(wanted) ? login + "?" + PARAMETER + "=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8)
				: login;
	}

	/** What the login page was told, if it is an address of ours. */
	static Optional<String> of(HttpServletRequest request) {
		return Optional.ofNullable(request.getParameter(PARAMETER)).filter(WantedAddress::isOurs);
	}

	private static boolean isOurs(String wanted) {
		if (wanted.length() > LONGEST || !wanted.startsWith("/")) {
			return false;
		}
		try {
			URI address = new URI(wanted);
			String path = address.getRawPath();
			// Browsers take two slashes, also crossed ones, for the name of another host.
			return !address.isAbsolute() && address.getRawAuthority() == null && address.getRawFragment() == null
					&& !path.contains("//") && !path.matches(".*/(login|logout)(/.*)?");
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

}
