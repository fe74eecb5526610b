package dev.escala.access.login;

import jakarta.servlet.http.HttpSession;

/** With which password a session was opened. */
public final class SessionStamp {

	private static final String ATTRIBUTE = SessionStamp.class.getName();

	private SessionStamp() {
	}

	/** Whether the session was opened with the password that has this stamp. */
	public static boolean matches(HttpSession session, String stamp) {
		try {
			return stamp.equals(session.getAttribute(ATTRIBUTE));
		}
		catch (IllegalStateException ex) {
			return false; // another request ended the session a moment ago
		}
	}

	/** Keeps with which password a session was opened. */
	public static void set(HttpSession session, String stamp) {
		session.setAttribute(ATTRIBUTE, stamp);
	}

}
