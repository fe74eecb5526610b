package dev.escala.letter.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

/**
 * Reads a letter before its reader does (004-79, 004-69, 003-07, 003-12, 003-17). Spanish
 * and English are looked for in every letter; the explanations are for the staff, in
 * Spanish. Words between «» are somebody else's, and only a second reader judges them.
 */
@Component
public class LetterChecks {

	/** From so many words about us on, a letter is about us and not about its reader. */
	private static final int MANY = 3;

	/** What a sentence that only buys time must not do (000-19). */
	private static final Set<Finding.Kind> HOLDING = EnumSet.of(Finding.Kind.COMMITS, Finding.Kind.INVENTS,
			Finding.Kind.HEDGING);

	/** What a letter may do once the answer is known. */
	private static final Set<Finding.Kind> DECIDED = EnumSet.of(Finding.Kind.COMMITS, Finding.Kind.INVENTS);

	private static final Pattern QUOTED = Pattern.compile("«[^«»]*»");

	private static final Pattern NUMERIC_DATE = Pattern
		.compile("\\b\\d{1,2}[/.-]\\d{1,2}\\b|\\b\\d{4}-\\d{2}-\\d{2}\\b");

	private final List<WordLists> languages = List.of(WordLists.read("es"), WordLists.read("en"));

	/** Checks a letter. */
	public Checked check(Letter letter) {
		String text = Phrases.composed(letter.text());
		String plain = Phrases.plain(text);
		String own = unquoted(plain);
		for (WordLists words : this.languages) {
			own = words.without("except", own);
		}
		boolean alternative = has("alternative", own);
		Set<Finding.Kind> wanted = EnumSet.complementOf(EnumSet.copyOf(DECIDED));
		if (alternative) {
			wanted.remove(Finding.Kind.POLICY);
		}
		List<Finding> findings = new ArrayList<>(wordings(text, own, wanted));
		ourselves(own, findings);
		if (letter.mail() != null) {
			whole(letter.mail(), own, findings);
		}
		return new Checked(findings, mentions("legal", plain), mentions("remedy", plain),
				alternative ? cited(text, own) : null);
	}

	/**
	 * Reads what somebody is about to say on the phone before anything is decided: it
	 * must neither commit nor invent nor hedge (000-18, 000-19). Quotation marks excuse
	 * nothing, since nobody hears them.
	 */
	public List<Finding> checkHolding(String spoken) {
		String text = Phrases.composed(spoken);
		String plain = Phrases.plain(text);
		for (WordLists words : this.languages) {
			plain = words.without("except", plain);
		}
		return wordings(text, plain, HOLDING);
	}

	/**
	 * Where a text apologises, and how (004-23); what denies a fault admits none.
	 */
	public ApologyWords apologies(String written) {
		String text = Phrases.composed(written);
		String own = unquoted(Phrases.plain(text));
		for (WordLists words : this.languages) {
			own = words.without("denies", own);
		}
		String searched = own;
		return new ApologyWords(matches("admits", searched).stream().map((match) -> excerpt(text, match)).toList(),
				matches("regrets", searched).stream().map((match) -> excerpt(text, match)).toList());
	}

	private static String unquoted(String plain) {
		return QUOTED.matcher(plain).replaceAll((quote) -> " ".repeat(quote.group().length()));
	}

	private List<Finding> wordings(String text, String own, Set<Finding.Kind> wanted) {
		List<Place> places = new ArrayList<>();
		for (Finding.Kind kind : wanted) {
			if (kind.list() != null) {
				matches(kind.list(), own).forEach((match) -> places.add(new Place(kind, match)));
			}
		}
		places.sort(Comparator.comparingInt((Place place) -> place.match().start())
			.thenComparing((place) -> -place.match().length()));
		List<WordLists.Match> taken = new ArrayList<>();
		List<Finding> findings = new ArrayList<>();
		for (Place place : places) {
			if (taken.stream().noneMatch(place.match()::overlaps)) {
				taken.add(place.match());
				findings.add(new Finding(place.kind(), excerpt(text, place.match()), place.match().better()));
			}
		}
		return findings;
	}

	private void ourselves(String own, List<Finding> findings) {
		int us = matches("us", own).size();
		int you = matches("you", own).size();
		if (us >= MANY && us > you) {
			findings.add(new Finding(Finding.Kind.OURSELVES, null,
					"Habla " + us + " veces de nosotros y " + you + " del cliente. Cuente qué cambia para el cliente: "
							+ "«Podrá facturar desde el lunes» en lugar de «Hemos trabajado en nuestro sistema»."));
		}
	}

	/** What the whole mail must have; its frame gives most of it. */
	private void whole(Letter.Mail mail, String own, List<Finding> findings) {
		String all = Phrases.plain(Phrases.composed(mail.text()));
		if (Stream.of(mail.recipientName(), mail.customerName())
			.noneMatch((name) -> name != null && all.contains(Phrases.plain(Phrases.composed(name))))) {
			findings.add(new Finding(Finding.Kind.NO_NAME, null,
					"Falta el nombre del cliente: empiece por «Hola, Ana:», no por una fórmula."));
		}
		boolean frameSaysWhen = mail.nextDate() != null
				&& all.contains(Phrases.plain(Phrases.composed(mail.nextDate())));
		if (!mail.closing() && !frameSaysWhen && !has("date", own) && !NUMERIC_DATE.matcher(own).find()) {
			findings.add(new Finding(Finding.Kind.NO_DATE, null,
					"Falta cuándo volverá a tener noticias: diga un día y una hora, por ejemplo «Le escribo el jueves "
							+ "a las 10:00»."));
		}
		if (!has("action", all)) {
			findings.add(new Finding(Finding.Kind.NO_ACTION, null,
					"Falta qué puede hacer el cliente: por ejemplo «Responda a este correo si algo ha cambiado»."));
		}
	}

	/** The line in which a policy is cited. */
	private String cited(String text, String own) {
		return matches("policy", own).stream().findFirst().map((match) -> {
			int begin = text.lastIndexOf('\n', match.start()) + 1;
			int end = text.indexOf('\n', match.end());
			return text.substring(begin, (end < 0) ? text.length() : end).strip();
		}).orElse(null);
	}

	/** Also in the words of others: whoever quotes a claim writes about a claim. */
	private boolean mentions(String topic, String plain) {
		return this.languages.stream()
			.anyMatch((words) -> !words.find(topic, words.without("except", plain)).isEmpty());
	}

	private boolean has(String list, String plain) {
		return !matches(list, plain).isEmpty();
	}

	private List<WordLists.Match> matches(String list, String plain) {
		return this.languages.stream().flatMap((words) -> words.find(list, plain).stream()).toList();
	}

	private static String excerpt(String text, WordLists.Match match) {
		return text.substring(match.start(), match.end()).replaceAll("\\s+", " ");
	}

	private record Place(Finding.Kind kind, WordLists.Match match) {
	}

}
