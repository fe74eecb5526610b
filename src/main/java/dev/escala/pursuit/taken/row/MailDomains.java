package dev.escala.pursuit.taken.row;

import java.util.Locale;
import java.util.Set;

/** The domains of mail addresses that tell a company. */
final class MailDomains {

	/** Anybody has an address there: it tells no company. */
	private static final Set<String> FREE = Set.of("gmail.com", "googlemail.com", "icloud.com", "me.com", "mac.com",
			"aol.com", "proton.me", "protonmail.com", "pm.me", "mail.com", "zoho.com", "zohomail.com", "fastmail.com",
			"tutanota.com", "tuta.io", "telefonica.net", "movistar.es", "terra.es", "terra.com", "ono.com", "orange.es",
			"ya.com", "wanadoo.es", "jazzfree.com", "euskalnet.net", "mundo-r.com", "telecable.es", "prodigy.net.mx",
			"uol.com.br", "qq.com", "163.com", "mail.ru", "orange.fr", "free.fr", "web.de", "t-online.de", "libero.it");

	private static final String FAMILIES = "(hotmail|outlook|live|msn|yahoo|ymail|gmx|yandex)\\.[a-z.]{2,6}";

	private MailDomains() {
	}

	/** The domain of an address, or {@code null} where it tells no company. */
	static String of(String address) {
		if (address == null || address.indexOf('@') < 1) {
			return null;
		}
		String domain = address.substring(address.lastIndexOf('@') + 1).strip().toLowerCase(Locale.ROOT);
		return (domain.indexOf('.') < 1 || FREE.contains(domain) || domain.matches(FAMILIES)) ? null : domain;
	}

}
