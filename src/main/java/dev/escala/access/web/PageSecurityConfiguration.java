package dev.escala.access.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.escala.access.login.LoginDoorFilter;
import org.camunda.bpm.engine.IdentityService;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

import static dev.escala.access.web.Chains.path;
import static dev.escala.access.web.Chains.post;

/**
 * How the pages of Escala learn who asks: the login, what staff read, what customers
 * read.
 */
@Configuration(proxyBeanMethods = false)
class PageSecurityConfiguration {

	/** What staff read in a browser, and whose forms it sends. */
	private static final RequestMatcher PAGES = new OrRequestMatcher(path("/"), path("/mensajes/**"),
			path("/entrada/**"), path("/plantillas/**"), path("/decisiones/**"), path("/casos/**"),
			path("/reportados/**"), path("/preguntar/**"), path("/responder/**"), path("/ayuda/**"), path("/buzon/**"),
			path("/lecciones/**"), path("/hallazgos/**"), path("/modelos/**"), path("/plazos/**"), path("/clientes/**"),
			path("/ausencias/**"), path("/calendarios/**"), path("/panel/**"), path("/webjars/uplot/**"),
			path("/reclamaciones/**"), path("/averias/**"), path("/oido/**"), path("/ventas/**"), path("/mejoras/**"),
			path("/compras/**"), path("/llamadas-de-seguimiento/**"), path("/ideas/**"), path("/promesas-publicas/**"),
			path("/retencion/**"));

	private static final RequestMatcher LOGIN = post("/login");

	private final Chains chains;

	PageSecurityConfiguration(Chains chains) {
		this.chains = chains;
	}

	/**
	 * Where people come in and go out. Another way to find out who somebody is, a
	 * directory, say, takes the place of the {@code AuthenticationManager}; what follows
	 * a login stays with {@link OneSession}.
	 */
	@Bean
	@Order(6)
	SecurityFilterChain door(HttpSecurity http, OneSession session, LoginRefusals refusals, ObjectMapper json)
			throws Exception {
		return this.chains.chainForPeople(http, path("/login/**"), path("/logout"))
			.csrf((csrf) -> csrf.csrfTokenRepository(this.chains.csrfTokens())
				.csrfTokenRequestHandler(Chains.plainTokens())
				// The same token before and after, so that a page which was open when the
				// session ended can still be sent.
				.sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy()))
			.formLogin((form) -> form.loginPage("/login").successHandler(session).failureHandler(refusals))
			.logout((logout) -> logout.logoutRequestMatcher(post("/logout"))
				.logoutSuccessUrl("/login?salida")
				// What was typed on a page that one may go back to ends with the session.
				.addLogoutHandler(new HeaderWriterLogoutHandler(new ClearSiteDataHeaderWriter(Directive.CACHE))))
			.addFilterBefore(new LoginDoorFilter(LOGIN, json), UsernamePasswordAuthenticationFilter.class)
			.exceptionHandling((handling) -> handling.accessDeniedHandler(refusals))
			.build();
	}

	/**
	 * The pages for staff: logins as for our API, and the token that their forms carry.
	 * That is looked for after the table was asked, because it lies in the body.
	 */
	@Bean
	@Order(7)
	SecurityFilterChain pages(HttpSecurity http, IdentityService identity, PageRefusals refusals) throws Exception {
		CsrfFilter formTokens = new CsrfFilter(this.chains.csrfTokens());
		formTokens.setRequestHandler(Chains.plainTokens());
		formTokens.setAccessDeniedHandler(refusals);
		return this.chains.chainForPeople(http, PAGES)
			.csrf(AbstractHttpConfigurer::disable)
			.httpBasic((basic) -> basic.authenticationEntryPoint(refusals))
			.addFilterAfter(formTokens, AuthorizationFilter.class)
			.addFilterAfter(new EngineIdentityFilter(identity), AuthorizationFilter.class)
			.exceptionHandling((handling) -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
			.build();
	}

	/**
	 * The customers' pages: whoever has the link, and where anybody complains. No cookie
	 * and no login is read there, so that nothing of another person can travel with a
	 * request.
	 */
	@Bean
	@Order(8)
	SecurityFilterChain customersPages(HttpSecurity http) throws Exception {
		return this.chains.chain(http, path("/seguimiento/**"), path("/reclamar/**"), path("/interes/**"))
			.csrf(AbstractHttpConfigurer::disable)
			.exceptionHandling(Chains::hidden)
			.build();
	}

	@Bean
	@Order(9)
	SecurityFilterChain everythingElse(HttpSecurity http) throws Exception {
		return this.chains.chainForPeople(http)
			.csrf(AbstractHttpConfigurer::disable)
			// Not 401: Camunda's pages look for one that is not here, and would ask to
			// log in again.
			.exceptionHandling(Chains::hidden)
			.build();
	}

}
