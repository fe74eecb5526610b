package dev.escala.access.web;

import java.util.Set;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.escala.access.login.LoginDoorFilter;
import dev.escala.access.login.RememberedLogins;
import jakarta.servlet.http.HttpServletRequest;
import org.camunda.bpm.engine.IdentityService;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.util.matcher.RequestMatcher;

import static dev.escala.access.web.Chains.path;
import static dev.escala.access.web.Chains.post;

/**
 * How each part of the application learns who asks. Whether that person may is for the
 * table of access to say, in every chain; a path that it does not name answers to nobody.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

	/** Where Camunda's web applications take a name and a password. */
	private static final RequestMatcher LOGIN = post("/camunda/api/admin/auth/user/default/login/{app}");

	private final Chains chains;

	SecurityConfiguration(Chains chains) {
		this.chains = chains;
	}

	@Bean
	AuthenticationManager authenticationManager(IdentityService identity, StaffAuthorities authorities,
			RememberedLogins remembered) {
		return new ProviderManager(new EngineLogin(identity, authorities, remembered));
	}

	/** The engine creates its first administrator for anyone who asks: not here. */
	@Bean
	@Order(1)
	SecurityFilterChain setup(HttpSecurity http) throws Exception {
		return this.chains.chain(http, path("/camunda/api/admin/setup/**"))
			.csrf(AbstractHttpConfigurer::disable)
			.exceptionHandling(Chains::hidden)
			.build();
	}

	/**
	 * Camunda's web applications: their login page and files for everybody, the rest for
	 * whoever is logged in there. Camunda's own filters behind this one set the engine's
	 * identity and check their own CSRF token.
	 */
	@Bean
	@Order(2)
	SecurityFilterChain webapps(HttpSecurity http, ObjectMapper json, PageRefusals pages) throws Exception {
		return this.chains.chainForPeople(http, path("/camunda/**"), path("/camunda"))
			.csrf(AbstractHttpConfigurer::disable)
			// Our no-store would make the browser load Tasklist anew with every page.
			.headers((headers) -> headers.cacheControl((cache) -> cache.disable()))
			.addFilterBefore(new WebappPages(pages), AuthorizationFilter.class)
			.addFilterAfter(new LoginDoorFilter(LOGIN, json), AuthorizationFilter.class)
			.addFilterAfter(new CockpitStyles(), AuthorizationFilter.class)
			.exceptionHandling(
					(handling) -> handling.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED))
						.accessDeniedHandler(pages.orForPrograms(new EngineRefusals(json))))
			.build();
	}

	/** The engine's own REST API: for tools, by HTTP Basic, under the engine's grants. */
	@Bean
	@Order(3)
	SecurityFilterChain engineRest(HttpSecurity http, IdentityService identity, ObjectMapper json) throws Exception {
		EngineRefusals refusals = new EngineRefusals(json);
		return this.chains.chain(http, path("/engine-rest/**"), path("/engine-rest"))
			.csrf(AbstractHttpConfigurer::disable)
			.httpBasic((basic) -> basic.authenticationEntryPoint(refusals))
			.addFilterAfter(new EngineIdentityFilter(identity), AuthorizationFilter.class)
			.exceptionHandling((handling) -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
			.build();
	}

	@Bean
	@Order(4)
	SecurityFilterChain actuator(HttpSecurity http, ObjectMapper json) throws Exception {
		EngineRefusals refusals = new EngineRefusals(json);
		return this.chains.chain(http, path("/actuator/**"), path("/actuator"))
			.csrf(AbstractHttpConfigurer::disable)
			.httpBasic((basic) -> basic.authenticationEntryPoint(refusals))
			.exceptionHandling((handling) -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
			.build();
	}

	/**
	 * Our own API: by HTTP Basic, or with the session of Tasklist and then with the token
	 * of the cookie {@code ESCALA-XSRF-TOKEN} in the header {@code X-ESCALA-XSRF-TOKEN}.
	 */
	@Bean
	@Order(5)
	SecurityFilterChain api(HttpSecurity http, IdentityService identity, ObjectMapper json, PageRefusals pages)
			throws Exception {
		ApiRefusals refusals = new ApiRefusals(json);
		AuthenticationEntryPoint login = pages.loginOr(refusals);
		return this.chains.chainForPeople(http, path("/api/**"), path("/v3/api-docs/**"), path("/v3/api-docs.yaml"))
			.csrf((csrf) -> csrf.csrfTokenRepository(this.chains.csrfTokens())
				// A plain script copies the cookie as it is, and needs it from the first
				// answer on.
				.csrfTokenRequestHandler(new HeaderTokens())
				.requireCsrfProtectionMatcher(SecurityConfiguration::needsCsrfToken))
			.httpBasic((basic) -> basic.authenticationEntryPoint(login))
			.addFilterAfter(new EngineIdentityFilter(identity), AuthorizationFilter.class)
			.exceptionHandling((handling) -> handling.authenticationEntryPoint(login).accessDeniedHandler(refusals))
			.build();
	}

	/** A cookie can be made to travel by somebody else's page. */
	private static boolean needsCsrfToken(HttpServletRequest request) {
		return !SAFE_METHODS.contains(request.getMethod()) && WebappSession.user(request).isPresent();
	}

	/** Looks for the token in the header only: not in a body that nobody may send. */
	private static final class HeaderTokens extends CsrfTokenRequestAttributeHandler {

		HeaderTokens() {
			setCsrfRequestAttributeName(null);
		}

		@Override
		public String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
			return request.getHeader(token.getHeaderName());
		}

	}

}
