package dev.escala.letter.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The words of one language that the checks know, from {@code letter/checks_es.yaml} and
 * {@code letter/checks_en.yaml}.
 */
final class WordLists {

	private final Map<String, List<Entry>> lists = new HashMap<>();

	private WordLists() {
	}

	/** Reads a file of the classpath; fails where it is not as its header says. */
	static WordLists read(String language) {
		String file = "letter/checks_" + language + ".yaml";
		try (InputStream stream = WordLists.class.getClassLoader().getResourceAsStream(file)) {
			Map<String, List<Object>> content = new Yaml(new SafeConstructor(new LoaderOptions())).load(stream);
			WordLists read = new WordLists();
			content.forEach((name, entries) -> read.lists.put(name, entries(entries)));
			return read;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<Entry> entries(List<Object> written) {
		List<Entry> entries = new ArrayList<>();
		for (Object one : written) {
			if (one instanceof Map<?, ?> group) {
				String better = String.valueOf(group.get("mejor")).strip();
				((List<?>) group.get("frases"))
					.forEach((phrase) -> entries.add(new Entry(Phrases.compile(String.valueOf(phrase)), better)));
			}
			else {
				entries.add(new Entry(Phrases.compile(String.valueOf(one)), null));
			}
		}
		return entries;
	}

	private List<Entry> list(String name) {
		return this.lists.getOrDefault(name, List.of());
	}

	/** Every place where a phrase of the list stands. */
	List<Match> find(String name, String plain) {
		List<Match> matches = new ArrayList<>();
		for (Entry entry : list(name)) {
			entry.pattern()
				.matcher(plain)
				.results()
				.forEach((place) -> matches.add(new Match(place.start(), place.end(), entry.better())));
		}
		return matches;
	}

	/** The text with blanks where a phrase of the list stands. */
	String without(String name, String plain) {
		StringBuilder text = new StringBuilder(plain);
		find(name, plain).forEach((match) -> text.replace(match.start(), match.end(), " ".repeat(match.length())));
		return text.toString();
	}

	private record Entry(Pattern pattern, String better) {
	}

	/** A place in a text, and what is better there. */
	record Match(int start, int end, String better) {

		int length() {
			return this.end - this.start;
		}

		boolean overlaps(Match other) {
			return this.start < other.end && other.start < this.end;
		}

	}

}
