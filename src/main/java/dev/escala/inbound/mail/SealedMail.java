package dev.escala.inbound.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Mails and files that only a mail program opens. Whoever gets one must at least know
 * what it is, and where it is whole.
 */
final class SealedMail {

	private static final Set<String> SMIME = Set.of("application/pkcs7-mime", "application/x-pkcs7-mime");

	private static final Set<String> TNEF = Set.of("application/ms-tnef", "application/vnd.ms-tnef");

	private static final String BY_SMIME = "Viene cifrado o firmado como un solo bloque (S/MIME): "
			+ "ábralo con un programa de correo desde su original.";

	private static final String BY_PGP = "Viene cifrado (PGP): ábralo con un programa de correo desde su original, o pida "
			+ "al remitente que lo envíe sin cifrar.";

	private static final String BY_OUTLOOK = "Trae un archivo winmail.dat, que solo abre Outlook: pida al remitente los "
			+ "adjuntos en otro formato.";

	private SealedMail() {
	}

	/**
	 * What a part is that nobody can read here, a Spanish sentence.
	 * @param type its media type, in lower case
	 * @param name the name of its file, or {@code null}
	 */
	static Optional<String> part(String type, String name) {
		String file = (name == null) ? "" : name.toLowerCase(Locale.ROOT);
		if (SMIME.contains(type) || file.equals("smime.p7m")) {
			return Optional.of(BY_SMIME);
		}
		if (TNEF.contains(type) || file.equals("winmail.dat")) {
			return Optional.of(BY_OUTLOOK);
		}
		return type.equals("application/pgp-encrypted") ? Optional.of(BY_PGP) : Optional.empty();
	}

	/** The same of a text that is nothing but such a block. */
	static Optional<String> inText(String text) {
		return text.startsWith("-----BEGIN PGP MESSAGE-----") ? Optional.of(BY_PGP) : Optional.empty();
	}

}
