package dev.escala.matter.web;

import java.util.Locale;
import java.util.Map;

import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * In front of every page and every route of the API whose address names a matter: what
 * somebody may not see is not there. A new route is behind it by naming {@code {number}}.
 */
@Configuration(proxyBeanMethods = false)
class SeenMatters implements WebMvcConfigurer, HandlerInterceptor {

	private final Matters matters;

	SeenMatters(Matters matters) {
		this.matters = matters;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		// The customers' pages have a token where others have a number.
		registry.addInterceptor(this);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
				&& variables.get("number") instanceof String number) {
			this.matters.requireSeen(new CaseNumber(number.strip().toUpperCase(Locale.ROOT)));
		}
		return true;
	}

}
