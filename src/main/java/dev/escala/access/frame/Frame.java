package dev.escala.access.frame;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/**
 * What the template {@code page/frame} shows of whoever reads the page. It is found in
 * the request, so that pages of refusals and errors have it too, and works out only what
 * is asked of it.
 */
public final class Frame {

	static final String ATTRIBUTE = "frame";

	private final Menu menu;

	private final Authentication caller;

	private final HttpServletRequest request;

	private final HttpServletResponse response;

	private final CsrfTokenRepository tokens;

	/** Of the page that was asked for, not of the page of an error. */
	private final String shown;

	private List<MenuEntry> all;

	Frame(Menu menu, Authentication caller, HttpServletRequest request, HttpServletResponse response,
			CsrfTokenRepository tokens) {
		this.menu = menu;
		this.caller = caller;
		this.request = request;
		this.response = response;
		this.tokens = tokens;
		this.shown = request.getRequestURI().substring(request.getContextPath().length());
	}

	/** Whether anybody is logged in; to a stranger the frame shows a name only. */
	public boolean isKnown() {
		return this.caller != null && this.caller.isAuthenticated()
				&& !(this.caller instanceof AnonymousAuthenticationToken);
	}

	/** The person's name, or the user id where there is none. */
	public String getPerson() {
		return (this.caller.getDetails() instanceof PersonName name) ? name.text() : getUser();
	}

	public String getUser() {
		return this.caller.getName();
	}

	/** What stands in the bar. */
	public List<MenuEntry> getEntries() {
		return all().stream().filter(MenuEntry::daily).toList();
	}

	/** What stands below the person. */
	public List<MenuEntry> getMore() {
		return all().stream().filter((entry) -> !entry.daily()).toList();
	}

	/** Whether a link to that page leads anywhere. */
	public boolean opens(String path) {
		return this.menu.isOpen(path, this.caller);
	}

	public boolean isSearchable() {
		return this.menu.isOpen(Place.CASES, this.caller);
	}

	/** For the log-out: the token of the page's other forms, where it has any. */
	public CsrfToken getToken() {
		return (this.request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) ? token
				: this.tokens.loadDeferredToken(this.request, this.response).get();
	}

	private List<MenuEntry> all() {
		if (this.all == null) {
			this.all = this.menu.entries(this.caller, this.shown);
		}
		return this.all;
	}

}
