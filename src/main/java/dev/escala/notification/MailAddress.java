package dev.escala.notification;

import java.net.IDN;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/** Reads e-mail addresses as strictly as a mail server will. */
public final class MailAddress {

	/** Longest address that fits into an SMTP command (RFC 5321). */
	private static final int MAXIMUM_LENGTH = 254;

	private MailAddress() {
	}

	/**
	 * Says what is wrong with an address.
	 * @return the reason in Spanish, for people, or {@code null} where mail can be sent
	 * to it
	 */
	static String problem(String address) {
		if (address == null || address.isBlank()) {
			return "No hay dirección de correo.";
		}
		if (hasLineBreak(address)) {
			return "La dirección de correo contiene saltos de línea o caracteres de control.";
		}
		if (address.length() > MAXIMUM_LENGTH) {
			return "La dirección de correo es demasiado larga.";
		}
		try {
			InternetAddress parsed = new InternetAddress(withAsciiDomain(address), true);
			if (parsed.isGroup() || parsed.getPersonal() != null) {
				return "Debe ser una sola dirección de correo, sin nombre ni lista.";
			}
			if (!parsed.getAddress().chars().allMatch((c) -> c > ' ' && c < 127)) {
				return "La dirección de correo tiene letras que el correo no admite.";
			}
			return null;
		}
		catch (AddressException | IllegalArgumentException ex) {
			return "No es una dirección de correo posible.";
		}
	}

	/** The address as it travels: a domain with accents is written in ASCII. */
	public static String withAsciiDomain(String address) {
		int at = address.lastIndexOf('@');
		return (at < 0) ? address : address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
	}

	/** A line break in a header would let its author write headers of his own. */
	static boolean hasLineBreak(String text) {
		return text.chars().anyMatch((c) -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029');
	}

}
