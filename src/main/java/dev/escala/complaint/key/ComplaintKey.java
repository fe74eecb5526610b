package dev.escala.complaint.key;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A key that a customer can write down, dictate and type (Ley 10/2025 art. 11), for
 * example {@code C7RK-49XW-H3PM-8TDQ}: fifteen random characters, which are 67 bits, and
 * one that checks them. No vowels, so that it makes no words, and of characters that look
 * or sound alike only one.
 */
public final class ComplaintKey {

	/**
	 * As many as a prime: then the check finds each single wrong character, and each two
	 * neighbours that were swapped.
	 */
	private static final String ALPHABET = "23456789CDFHJKMPQRTVWXY";

	private static final int RANDOM = 15;

	private static final int GROUP = 4;

	/** What people put between groups, or a program that made a dash of a hyphen. */
	private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Z}\\p{Pd}\\p{Cf}._·−]+");

	private final String characters;

	private ComplaintKey(String characters) {
		this.characters = characters;
	}

	/** A new one, which nobody can guess. */
	static ComplaintKey random(SecureRandom random) {
		StringBuilder drawn = new StringBuilder(RANDOM + 1);
		for (int i = 0; i < RANDOM; i++) {
			drawn.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
		}
		return new ComplaintKey(drawn.append(check(drawn)).toString());
	}

	/**
	 * What somebody typed, with blanks, hyphens and small letters as they like.
	 * @return empty where it is no key: a character is missing, wrong, or in another's
	 * place
	 */
	public static Optional<ComplaintKey> read(String typed) {
		if (typed == null || typed.length() > 100) {
			return Optional.empty();
		}
		String bare = BETWEEN.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
			.replaceAll("")
			.toUpperCase(Locale.ROOT);
		boolean possible = bare.length() == RANDOM + 1 && bare.chars().allMatch((c) -> ALPHABET.indexOf(c) >= 0);
		return (possible && check(bare.substring(0, RANDOM)) == bare.charAt(RANDOM))
				? Optional.of(new ComplaintKey(bare)) : Optional.empty();
	}

	/** Each place has a weight of its own. */
	private static char check(CharSequence drawn) {
		int sum = 0;
		for (int i = 0; i < RANDOM; i++) {
			sum += (i + 1) * ALPHABET.indexOf(drawn.charAt(i));
		}
		// The check's own weight is -1, which no other place has.
		return ALPHABET.charAt(sum % ALPHABET.length());
	}

	/** Without what stands between its groups. */
	String characters() {
		return this.characters;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof ComplaintKey key && key.characters.equals(this.characters);
	}

	@Override
	public int hashCode() {
		return this.characters.hashCode();
	}

	/** As people read it, in groups of four. */
	@Override
	public String toString() {
		return String.join("-", this.characters.split("(?<=\\G.{" + GROUP + "})"));
	}

}
