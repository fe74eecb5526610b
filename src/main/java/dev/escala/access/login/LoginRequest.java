package dev.escala.access.login;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

import dev.escala.limit.CallerAddress;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.http.HttpHeaders;

/**
 * The request in which a password is checked, wherever in the engine that happens: who
 * asks from where, and what the check says to those around it.
 */
public final class LoginRequest {

	private static final ThreadLocal<LoginRequest> CURRENT = new ThreadLocal<>();

	private static final LoginRequest NONE = new LoginRequest(null, null);

	private static final String WAIT = LoginRequest.class.getName() + ".wait";

	private static final String VERIFIED = LoginRequest.class.getName() + ".verified";

	private final HttpServletRequest request;

	private final HttpServletResponse response;

	private LoginRequest(HttpServletRequest request, HttpServletResponse response) {
		this.request = request;
		this.response = response;
	}

	/** The request of this thread; a check outside of any comes from nowhere. */
	public static LoginRequest current() {
		LoginRequest current = CURRENT.get();
		return (current != null) ? current : NONE;
	}

	static void begin(HttpServletRequest request, HttpServletResponse response) {
		CURRENT.set(new LoginRequest(request, response));
	}

	static void end() {
		CURRENT.remove();
	}

	/** How long a caller has to wait who was refused unchecked. */
	public Optional<Duration> waiting() {
		return attribute(WAIT, Duration.class);
	}

	/** The stamp of the password that was found right in this request. */
	Optional<String> verified() {
		return attribute(VERIFIED, String.class);
	}

	/** The stamp of the password that was found right, if it is this user's. */
	public Optional<String> verified(String user) {
		return verified().filter((stamp) -> user.equals(attribute(VERIFIED + ".user", String.class).orElse(null)));
	}

	String address() {
		return (this.request == null) ? "-" : CallerAddress.of(this.request);
	}

	Optional<String> cookie(String name) {
		if (this.request == null || this.request.getCookies() == null) {
			return Optional.empty();
		}
		return Arrays.stream(this.request.getCookies())
			.filter((cookie) -> cookie.getName().equals(name))
			.map(Cookie::getValue)
			.findFirst();
	}

	void refuse(Duration wait) {
		if (this.request != null) {
			this.request.setAttribute(WAIT, wait);
			// Up to the next second: whoever comes then is not refused again.
			this.response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.plusMillis(999).toSeconds()));
		}
	}

	void verify(String user, String stamp) {
		if (this.request != null) {
			this.request.setAttribute(VERIFIED, stamp);
			this.request.setAttribute(VERIFIED + ".user", user);
		}
	}

	/** Whether somebody logs in with a browser, in which the login will stay. */
	public boolean isAtDoor() {
		return this.request != null && this.request.getAttribute(LoginDoorFilter.AT_DOOR) != null;
	}

	boolean isSecure() {
		return this.request.isSecure();
	}

	void addCookie(String cookie) {
		this.response.addHeader(HttpHeaders.SET_COOKIE, cookie);
	}

	/** The session that the request belongs to, if there is one. */
	Optional<HttpSession> session() {
		return Optional.ofNullable(this.request).map((known) -> known.getSession(false));
	}

	private <T> Optional<T> attribute(String name, Class<T> type) {
		return Optional.ofNullable(this.request).map((known) -> known.getAttribute(name)).map(type::cast);
	}

}
