package dev.escala.access.web;

import java.io.IOException;
import java.util.Set;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.escala.access.login.LoginDoorFilter;
import dev.escala.access.login.RememberedLogins;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.IdentityService;
import org.thymeleaf.ITemplateEngine;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * How each part of the application learns who asks. Whether that person may is for the
 * table of access to say, in every chain; a path that it does not name answers to nobody.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

	private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

	/** What staff read in a browser, and whose forms it sends. */
	private static final RequestMatcher PAGES = new OrRequestMatcher(path("/mensajes/**"), path("/entrada/**"),
			path("/plantillas/**"), path("/decisiones/**"), path("/casos/**"), path("/reportados/**"),
			path("/preguntar/**"), path("/responder/**"), path("/buzon/**"));

	/** Where Camunda's web applications take a name and a password. */
	private static final RequestMatcher LOGIN = post("/camunda/api/admin/auth/user/default/login/{app}");

	private final RequestAttributeSecurityContextRepository contexts = new RequestAttributeSecurityContextRepository();

	private final AuthorizationManager<RequestAuthorizationContext> table;

	private final CrossSiteWrites crossSiteWrites;

	/**
	 * Whether all cookies are for encrypted connections only; see {@code escala.proxy}.
	 */
	private final boolean secureCookies;

	/**
	 * Creates the configuration.
	 * @param table decides who may call what, for all chains
	 */
	SecurityConfiguration(AuthorizationManager<RequestAuthorizationContext> table,
			@Value("${escala.public-url}") String publicUrl,
			@Value("${server.servlet.session.cookie.secure:false}") boolean secureCookies, ObjectMapper json) {
		this.table = table;
		this.crossSiteWrites = new CrossSiteWrites(publicUrl, json);
		this.secureCookies = secureCookies;
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
		return stateless(http, path("/camunda/api/admin/setup/**")).csrf(AbstractHttpConfigurer::disable)
			.authorizeHttpRequests(this::byTheTable)
			.exceptionHandling(SecurityConfiguration::hidden)
			.build();
	}

	/**
	 * Camunda's web applications: their login page and files for everybody, the rest for
	 * whoever is logged in there. Camunda's own filters behind this one set the engine's
	 * identity and check their own CSRF token.
	 */
	@Bean
	@Order(2)
	SecurityFilterChain webapps(HttpSecurity http, StaffAuthorities authorities, ObjectMapper json) throws Exception {
		return stateless(http, path("/camunda/**"), path("/camunda")).csrf(AbstractHttpConfigurer::disable)
			// Our no-store would make the browser load Tasklist anew with every page.
			.headers((headers) -> headers.cacheControl((cache) -> cache.disable()))
			.addFilterBefore(new WebappSessionFilter(authorities, this.contexts), BasicAuthenticationFilter.class)
			.addFilterAfter(new LoginDoorFilter(LOGIN, json), AuthorizationFilter.class)
			.authorizeHttpRequests(this::byTheTable)
			.exceptionHandling(
					(handling) -> handling.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED))
						.accessDeniedHandler(new EngineRefusals(json)))
			.build();
	}

	/** The engine's own REST API: for tools, by HTTP Basic, under the engine's grants. */
	@Bean
	@Order(3)
	SecurityFilterChain engineRest(HttpSecurity http, IdentityService identity, ObjectMapper json) throws Exception {
		EngineRefusals refusals = new EngineRefusals(json);
		return stateless(http, path("/engine-rest/**"), path("/engine-rest")).csrf(AbstractHttpConfigurer::disable)
			.httpBasic((basic) -> basic.authenticationEntryPoint(refusals))
			.addFilterAfter(new EngineIdentityFilter(identity), AuthorizationFilter.class)
			.authorizeHttpRequests(this::byTheTable)
			.exceptionHandling((handling) -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
			.build();
	}

	@Bean
	@Order(4)
	SecurityFilterChain actuator(HttpSecurity http, ObjectMapper json) throws Exception {
		return stateless(http, path("/actuator/**"), path("/actuator")).csrf(AbstractHttpConfigurer::disable)
			.httpBasic((basic) -> basic.realmName("Escala"))
			.authorizeHttpRequests(this::byTheTable)
			.exceptionHandling((handling) -> handling.accessDeniedHandler(new EngineRefusals(json)))
			.build();
	}

	/**
	 * Our own API: by HTTP Basic, or with the session of Tasklist and then with the token
	 * of the cookie {@code ESCALA-XSRF-TOKEN} in the header {@code X-ESCALA-XSRF-TOKEN}.
	 */
	@Bean
	@Order(5)
	SecurityFilterChain api(HttpSecurity http, IdentityService identity, StaffAuthorities authorities,
			ObjectMapper json) throws Exception {
		ApiRefusals refusals = new ApiRefusals(json);
		return stateless(http, path("/api/**"), path("/v3/api-docs/**"), path("/v3/api-docs.yaml"))
			.csrf((csrf) -> csrf.csrfTokenRepository(csrfTokens())
				// A plain script copies the cookie as it is, and needs it from the first
				// answer on.
				.csrfTokenRequestHandler(new HeaderTokens())
				.requireCsrfProtectionMatcher(SecurityConfiguration::needsCsrfToken))
			.httpBasic((basic) -> basic.authenticationEntryPoint(refusals))
			.addFilterBefore(new WebappSessionFilter(authorities, this.contexts), BasicAuthenticationFilter.class)
			.addFilterAfter(new EngineIdentityFilter(identity), AuthorizationFilter.class)
			.authorizeHttpRequests(this::byTheTable)
			.exceptionHandling((handling) -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
			.build();
	}

	/**
	 * The pages for staff: logins as for our API, and the token that their forms carry.
	 * That is looked for after the table was asked, because it lies in the body.
	 */
	@Bean
	@Order(6)
	SecurityFilterChain pages(HttpSecurity http, IdentityService identity, StaffAuthorities authorities,
			ObjectMapper json, ITemplateEngine templates) throws Exception {
		PageRefusals refusals = new PageRefusals(json, templates);
		CsrfFilter formTokens = new CsrfFilter(csrfTokens());
		formTokens.setRequestHandler(plainTokens());
		formTokens.setAccessDeniedHandler(refusals);
		return stateless(http, PAGES).csrf(AbstractHttpConfigurer::disable)
			.httpBasic((basic) -> basic.authenticationEntryPoint(refusals))
			.addFilterBefore(new WebappSessionFilter(authorities, this.contexts), BasicAuthenticationFilter.class)
			.addFilterAfter(formTokens, AuthorizationFilter.class)
			.addFilterAfter(new EngineIdentityFilter(identity), AuthorizationFilter.class)
			.authorizeHttpRequests(this::byTheTable)
			.exceptionHandling((handling) -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
			.build();
	}

	/**
	 * The customers' pages: whoever has the link. No cookie and no login is read there,
	 * so that nothing of another person can travel with a request.
	 */
	@Bean
	@Order(7)
	SecurityFilterChain customersPages(HttpSecurity http) throws Exception {
		return stateless(http, path("/seguimiento/**")).csrf(AbstractHttpConfigurer::disable)
			.authorizeHttpRequests(this::byTheTable)
			.exceptionHandling(SecurityConfiguration::hidden)
			.build();
	}

	@Bean
	@Order(8)
	SecurityFilterChain everythingElse(HttpSecurity http) throws Exception {
		return stateless(http).csrf(AbstractHttpConfigurer::disable)
			.authorizeHttpRequests(this::byTheTable)
			// Not 401: Camunda's pages look for one that is not here, and would ask to
			// log in again.
			.exceptionHandling(SecurityConfiguration::hidden)
			.build();
	}

	/** Everything but the answers to what was let in before. */
	private void byTheTable(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
			.permitAll()
			.anyRequest()
			.access(this.table);
	}

	private static void hidden(ExceptionHandlingConfigurer<HttpSecurity> refusals) {
		refusals.authenticationEntryPoint((request, response, failure) -> notFound(request, response))
			.accessDeniedHandler((request, response, failure) -> notFound(request, response));
	}

	/** As a page where a browser asks, and without a word where a program does. */
	private static void notFound(HttpServletRequest request, HttpServletResponse response) throws IOException {
		String accepted = request.getHeader(HttpHeaders.ACCEPT);
		if (accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE)) {
			response.sendError(HttpServletResponse.SC_NOT_FOUND);
		}
		else {
			response.setStatus(HttpServletResponse.SC_NOT_FOUND);
		}
	}

	/** Spring Security itself opens no session and remembers nobody between requests. */
	private HttpSecurity stateless(HttpSecurity http, RequestMatcher... paths) throws Exception {
		if (paths.length > 0) {
			http.securityMatcher(new OrRequestMatcher(paths));
		}
		return http.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.securityContext((context) -> context.securityContextRepository(this.contexts))
			// Other names below ours are other people's business.
			.headers((headers) -> headers.httpStrictTransportSecurity((hsts) -> hsts.includeSubDomains(false)))
			.addFilterAfter(this.crossSiteWrites, HeaderWriterFilter.class)
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.anonymous(Customizer.withDefaults());
	}

	/** A cookie can be made to travel by somebody else's page. */
	private static boolean needsCsrfToken(HttpServletRequest request) {
		return !SAFE_METHODS.contains(request.getMethod()) && WebappSession.user(request).isPresent();
	}

	private CookieCsrfTokenRepository csrfTokens() {
		CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
		tokens.setCookieName("ESCALA-XSRF-TOKEN");
		tokens.setHeaderName("X-ESCALA-XSRF-TOKEN");
		tokens.setCookiePath("/");
		tokens.setCookieCustomizer((cookie) -> {
			cookie.sameSite("Lax");
			if (this.secureCookies) {
				cookie.secure(true);
			}
		});
		return tokens;
	}

	private static CsrfTokenRequestAttributeHandler plainTokens() {
		CsrfTokenRequestAttributeHandler handler = new CsrfTokenRequestAttributeHandler();
		handler.setCsrfRequestAttributeName(null);
		return handler;
	}

	private static RequestMatcher path(String pattern) {
		return PathPatternRequestMatcher.withDefaults().matcher(pattern);
	}

	private static RequestMatcher post(String pattern) {
		return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, pattern);
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
