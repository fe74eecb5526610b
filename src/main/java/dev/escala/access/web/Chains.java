package dev.escala.access.web;

import java.io.IOException;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.escala.access.frame.Frames;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/** What all filter chains have in common. */
@Component
class Chains {

	private final RequestAttributeSecurityContextRepository contexts = new RequestAttributeSecurityContextRepository();

	private final AuthorizationManager<RequestAuthorizationContext> table;

	private final CrossSiteWrites crossSiteWrites;

	private final StaffAuthorities authorities;

	private final Frames frames;

	/**
	 * Whether all cookies are for encrypted connections only; see {@code escala.proxy}.
	 */
	private final boolean secureCookies;

	/**
	 * Creates what they share.
	 * @param table decides who may call what, for all chains
	 */
	Chains(AuthorizationManager<RequestAuthorizationContext> table, StaffAuthorities authorities, Frames frames,
			@Value("${escala.public-url}") String publicUrl,
			@Value("${server.servlet.session.cookie.secure:false}") boolean secureCookies, ObjectMapper json,
			PageRefusals pages) {
		this.table = table;
		this.authorities = authorities;
		this.frames = frames;
		this.crossSiteWrites = new CrossSiteWrites(publicUrl, json, pages);
		this.secureCookies = secureCookies;
	}

	/**
	 * Begins a chain, in which the table of access decides. Spring Security itself opens
	 * no session and remembers nobody between requests.
	 * @param paths what the chain is for; none for all that is left
	 */
	HttpSecurity chain(HttpSecurity http, RequestMatcher... paths) throws Exception {
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
			.anonymous(Customizer.withDefaults())
			.authorizeHttpRequests(this::byTheTable);
	}

	/** The same for people, who are known by their session and read pages in a frame. */
	HttpSecurity chainForPeople(HttpSecurity http, RequestMatcher... paths) throws Exception {
		return chain(http, paths)
			.addFilterBefore(new WebappSessionFilter(this.authorities, this.contexts), BasicAuthenticationFilter.class)
			.addFilterBefore(this.frames.filter(csrfTokens()), AuthorizationFilter.class);
	}

	/** Everything but the answers to what was let in before. */
	private void byTheTable(
			AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
		requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
			.permitAll()
			.anyRequest()
			.access(this.table);
	}

	/** Whoever may not is not told that there is anything. */
	static void hidden(ExceptionHandlingConfigurer<HttpSecurity> refusals) {
		refusals.authenticationEntryPoint((request, response, failure) -> notFound(request, response))
			.accessDeniedHandler((request, response, failure) -> notFound(request, response));
	}

	/** As a page where a browser asks, and without a word where a program does. */
	private static void notFound(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (PageRefusals.wantsPage(request)) {
			response.sendError(HttpServletResponse.SC_NOT_FOUND);
		}
		else {
			response.setStatus(HttpServletResponse.SC_NOT_FOUND);
		}
	}

	CookieCsrfTokenRepository csrfTokens() {
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

	static CsrfTokenRequestAttributeHandler plainTokens() {
		CsrfTokenRequestAttributeHandler handler = new CsrfTokenRequestAttributeHandler();
		handler.setCsrfRequestAttributeName(null);
		return handler;
	}

	static RequestMatcher path(String pattern) {
		return PathPatternRequestMatcher.withDefaults().matcher(pattern);
	}

	static RequestMatcher post(String pattern) {
		return PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, pattern);
	}

}
