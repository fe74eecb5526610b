package dev.escala.access.web;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what another site's page makes a browser send: a browser adds the login that it
 * remembers (HTTP Basic, which knows no token) whoever's page it is. The browser itself
 * tells whose page it is, in {@code Origin} and {@code Sec-Fetch-Site}. Tools send
 * neither and pass. Camunda Modeler 5 deploys from the window of a desktop application
 * and sends {@code file://}, which the page of a site never has.
 */
class CrossSiteWrites extends OncePerRequestFilter {

	private static final Logger log = LoggerFactory.getLogger(CrossSiteWrites.class);

	private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

	private static final Set<String> OUR_SITE = Set.of("same-origin", "none");

	private static final String DESKTOP = "file://";

	private static final RefusalText REFUSAL = new RefusalText(HttpStatus.FORBIDDEN, "Petición de otro sitio",
			"La petición viene de una página que no es de Escala y no se ha hecho nada. Abra Escala en su "
					+ "dirección habitual y repita allí la operación.");

	private final String publicOrigin;

	private final ObjectMapper json;

	private final PageRefusals pages;

	/**
	 * Creates the filter.
	 * @param publicUrl where people reach Escala, also where no proxy is declared
	 */
	CrossSiteWrites(String publicUrl, ObjectMapper json, PageRefusals pages) {
		this.publicOrigin = origin(publicUrl.strip());
		this.json = json;
		this.pages = pages;
	}

	/**
	 * The customers' pages read no login, and the forms of other sites sign: nothing of
	 * anybody travels there.
	 */
	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return SAFE_METHODS.contains(request.getMethod()) || isBelow(request, "/seguimiento/")
				|| List.of("/seguimiento", "/reclamar", "/interes", "/api/leads")
					.contains(request.getRequestURI().substring(request.getContextPath().length()));
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (isOurs(request)) {
			chain.doFilter(request, response);
			return;
		}
		log.warn(
				"A write from another site was refused: {} {}, Origin {}, Sec-Fetch-Site {}. Where that is Escala's own "
						+ "address, set ESCALA_PUBLICURL, and ESCALA_PROXY where a proxy changes it.",
				request.getMethod(), oneLine(request.getRequestURI()), oneLine(request.getHeader(HttpHeaders.ORIGIN)),
				oneLine(request.getHeader("Sec-Fetch-Site")));
		if (PageRefusals.wantsPage(request)) {
			this.pages.write(request, response, REFUSAL);
			return;
		}
		response.setStatus(HttpStatus.FORBIDDEN.value());
		response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		response.setCharacterEncoding(StandardCharsets.UTF_8.name());
		this.json.writeValue(response.getWriter(),
				new Refusal(REFUSAL.title(), REFUSAL.status().value(), REFUSAL.detail()));
	}

	private boolean isOurs(HttpServletRequest request) {
		String site = request.getHeader("Sec-Fetch-Site");
		String origin = request.getHeader(HttpHeaders.ORIGIN);
		if (DESKTOP.equals(origin) && isBelow(request, "/engine-rest/")) {
			return true;
		}
		if (site != null && !OUR_SITE.contains(site)) {
			return false;
		}
		if ("null".equals(origin)) {
			// Also what a page of ours has that tells nobody where it is.
			return "same-origin".equals(site);
		}
		return origin == null || isOurs(origin, request);
	}

	private boolean isOurs(String text, HttpServletRequest request) {
		String origin = origin(text);
		return origin != null && (origin.equals(this.publicOrigin)
				|| origin.equals(origin(request.getScheme(), request.getServerName(), request.getServerPort())));
	}

	/** Scheme, host and port of an address, or {@code null} where it has none. */
	private static String origin(String address) {
		try {
			URI uri = new URI(address);
			return (uri.getScheme() != null && uri.getHost() != null)
					? origin(uri.getScheme(), uri.getHost(), uri.getPort()) : null;
		}
		catch (URISyntaxException ex) {
			return null;
		}
	}

	private static String origin(String scheme, String host, int port) {
		int usual = "https".equalsIgnoreCase(scheme) ? 443 : 80;
		return (scheme + "://" + host + ":" + ((port > 0) ? port : usual)).toLowerCase(Locale.ROOT);
	}

	private static boolean isBelow(HttpServletRequest request, String path) {
		return request.getRequestURI().startsWith(request.getContextPath() + path);
	}

	private static String oneLine(String text) {
		return (text == null) ? "not sent" : text.replaceAll("[^\\x21-\\x7e]", "?");
	}

	/** In the shape of every other problem. */
	private record Refusal(String title, int status, String detail) {
	}

}
