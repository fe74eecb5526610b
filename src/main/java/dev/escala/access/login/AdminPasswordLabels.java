package dev.escala.access.login;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives Camunda's Admin, which has no Spanish of its own, the Spanish labels of our rules
 * for passwords, one of which Camunda does not know at all. The texts are Welcome's.
 */
@Component
class AdminPasswordLabels extends OncePerRequestFilter {

	private static final String APPLICATIONS = "/META-INF/resources/webjars/camunda/app/";

	private static final String ADMIN = "/camunda/app/admin/locales/en.json";

	private final ObjectMapper json;

	AdminPasswordLabels(ObjectMapper json) {
		this.json = json;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !request.getRequestURI().equals(request.getContextPath() + ADMIN);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		ObjectNode labels = read("admin/locales/en.json");
		read("welcome/locales/es.json").path("labels").properties().forEach((label) -> {
			if (label.getKey().startsWith("PASSWORD_POLICY_")) {
				((ObjectNode) labels.get("labels")).set(label.getKey(), label.getValue());
			}
		});
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		response.setCharacterEncoding(StandardCharsets.UTF_8.name());
		this.json.writeValue(response.getWriter(), labels);
	}

	private ObjectNode read(String file) throws IOException {
		try (InputStream in = AdminPasswordLabels.class.getResourceAsStream(APPLICATIONS + file)) {
			// Camunda's files start with a byte order mark.
			String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\uFEFF", "");
			return (ObjectNode) this.json.readTree(text);
		}
	}

}
