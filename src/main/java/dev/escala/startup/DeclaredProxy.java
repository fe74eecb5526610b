package dev.escala.startup;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Turns the one setting {@code escala.proxy}, the addresses of the proxies in front of
 * Escala, into what Tomcat, Spring and Camunda's web applications each call it. Without
 * it nobody's {@code X-Forwarded} headers are believed, wherever Escala runs. These are
 * defaults: what an operator sets counts before them.
 */
class DeclaredProxy implements EnvironmentPostProcessor {

	static final String DEFAULT_PUBLIC_URL = "http://localhost:8080";

	private static final String STRATEGY = "server.forward-headers-strategy";

	private static final String REMOTE_IP = "server.tomcat.remoteip.";

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		List<String> proxies = addresses(environment);
		Map<String, Object> settings = new HashMap<>();
		settings.put(STRATEGY, proxies.isEmpty() ? "none" : "native");
		settings.put("server.servlet.session.cookie.http-only", "true");
		settings.put("server.servlet.session.cookie.same-site", "lax");
		// Camunda would append the same once more.
		settings.put("camunda.bpm.webapp.session-cookie.enable-same-site-cookie", "false");
		if (!proxies.isEmpty()) {
			settings.put(REMOTE_IP + "internal-proxies", ProxyAddresses.pattern(proxies));
		}
		if (!proxies.isEmpty() || isEncrypted(environment)) {
			settings.put("server.servlet.session.cookie.secure", "true");
			settings.put("camunda.bpm.webapp.csrf.enable-secure-cookie", "true");
		}
		environment.getPropertySources().addLast(new MapPropertySource("escalaProxy", settings));
	}

	/** The declared proxies; empty where there is none. */
	static List<String> addresses(Environment environment) {
		return Binder.get(environment)
			.bind("escala.proxy", Bindable.listOf(String.class))
			.orElse(List.of())
			.stream()
			.map(String::strip)
			.filter((address) -> !address.isEmpty())
			.toList();
	}

	/** Whether settings of Spring's trust headers beyond the declared proxies. */
	static boolean believesAnybody(Environment environment) {
		return !"none".equalsIgnoreCase(environment.getProperty(STRATEGY, "none"))
				|| StringUtils.hasText(environment.getProperty(REMOTE_IP + "protocol-header"))
				|| StringUtils.hasText(environment.getProperty(REMOTE_IP + "remote-ip-header"));
	}

	private static boolean isEncrypted(Environment environment) {
		return environment.getProperty("escala.public-url", DEFAULT_PUBLIC_URL)
			.strip()
			.toLowerCase(Locale.ROOT)
			.startsWith("https:");
	}

}
