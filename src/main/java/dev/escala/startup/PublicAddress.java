package dev.escala.startup;

import java.net.URI;
import java.net.URISyntaxException;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

import org.springframework.core.env.Environment;

/**
 * People reach Escala encrypted, and only a declared proxy says from where a request
 * came.
 */
class PublicAddress implements ProductionRequirement {

	private static final String LOOPBACK = "localhost|.*\\.localhost|127(\\.\\d{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]";

	@Override
	public List<String> problems(Environment environment, Connection database) {
		List<String> problems = new ArrayList<>();
		String text = environment.getProperty("escala.public-url", DeclaredProxy.DEFAULT_PUBLIC_URL).strip();
		URI address = parse(text);
		if (address == null) {
			problems
				.add("escala.public-url (ESCALA_PUBLICURL) must be an address such as https://escala.example, not \""
						+ text + "\".");
		}
		else if ("http".equalsIgnoreCase(address.getScheme()) && !address.getHost().matches(LOOPBACK)) {
			problems.add("escala.public-url (ESCALA_PUBLICURL) is " + text + ": passwords and customers' links would "
					+ "travel readable for everybody; let a proxy encrypt and use https://.");
		}
		if (DeclaredProxy.addresses(environment).isEmpty() && DeclaredProxy.believesAnybody(environment)) {
			problems.add("server.forward-headers-strategy and server.tomcat.remoteip.* would believe whoever sends "
					+ "X-Forwarded headers: take them out and name the proxy with escala.proxy (ESCALA_PROXY).");
		}
		return problems;
	}

	private static URI parse(String text) {
		try {
			URI address = new URI(text);
			boolean web = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
			return (web && address.getHost() != null && address.getUserInfo() == null) ? address : null;
		}
		catch (URISyntaxException ex) {
			return null;
		}
	}

}
