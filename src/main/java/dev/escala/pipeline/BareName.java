package dev.escala.pipeline;

import java.util.List;
import java.util.Set;

import dev.escala.customer.SearchName;

/**
 * A name without what does not tell one from another: case, accents, punctuation and the
 * legal form at its end. {@code Atlas Logistics, S. A. de C. V.} and
 * {@code ATLAS LOGISTICS LTD} are the same name. Two that differ only in their legal form
 * may be two companies; asking once too often does less harm than once too seldom.
 */
public final class BareName {

	/** Without blanks and dots: {@code S. A. de C. V.} is {@code sadecv}. */
	private static final Set<String> LEGAL_FORMS = Set.of("sa", "sau", "sad", "sas", "sasu", "sl", "slu", "sll", "slp",
			"slne", "sc", "scoop", "scl", "coop", "sociedadanonima", "sociedadlimitada", "sadecv", "sabdecv",
			"sapidecv", "srl", "srldecv", "sderl", "sderldecv", "scdecv", "spa", "ltda", "limitada", "eirl", "cia",
			"ycia", "compania", "ycompania", "ltd", "limited", "llc", "llp", "lp", "plc", "inc", "incorporated", "corp",
			"corporation", "co", "andco", "company", "andcompany", "gmbh", "mbh", "ag", "kg", "kgaa", "ohg", "ug", "ev",
			"bv", "nv", "sarl", "eurl", "snc", "oy", "oyj", "ab", "as", "aps", "spzoo", "lda", "eireli", "ptyltd",
			"pteltd");

	/** Words in the longest legal form that is written letter by letter. */
	private static final int LONGEST = 7;

	private BareName() {
	}

	/** The name to compare; never empty unless the name has nothing to read at all. */
	public static String of(String name) {
		String folded = SearchName.of(name);
		String plain = folded.replaceAll("[.'’]", "").replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
		if (plain.isEmpty()) {
			return folded;
		}
		List<String> words = List.of(plain.split(" "));
		while (true) {
			int form = legalForm(words);
			if (form == 0) {
				return String.join(" ", words);
			}
			words = words.subList(0, words.size() - form);
		}
	}

	/** How many words at the end are a legal form; the first word always stays. */
	private static int legalForm(List<String> words) {
		for (int count = Math.min(LONGEST, words.size() - 1); count > 0; count--) {
			if (LEGAL_FORMS.contains(String.join("", words.subList(words.size() - count, words.size())))) {
				return count;
			}
		}
		return 0;
	}

}
