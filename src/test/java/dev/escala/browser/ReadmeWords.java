package dev.escala.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a part of README tells people to look for, in asterisks or in the letters of a
 * machine. Whoever walks it meets each of these words, and looks for no other.
 */
class ReadmeWords {

	private static final Pattern MARKED = Pattern.compile("(?<!\\*)\\*(?!\\*)([^*]+)\\*(?!\\*)|`([^`]+)`");

	private final Set<String> words = new LinkedHashSet<>();

	private final Set<String> unmet;

	private ReadmeWords(String part) {
		Matcher marked = MARKED.matcher(part.replaceAll("\\s+", " "));
		while (marked.find()) {
			this.words.add((marked.group(1) != null) ? marked.group(1) : marked.group(2));
		}
		this.unmet = new LinkedHashSet<>(this.words);
	}

	/** The words from one mark of README to the next. */
	static ReadmeWords between(String from, String to) throws IOException {
		String readme = Files.readString(Path.of("README.md"));
		assertThat(readme).containsOnlyOnce(from).contains(to);
		String part = readme.substring(readme.indexOf(from) + from.length());
		return new ReadmeWords(part.substring(0, part.indexOf(to)));
	}

	/** A word that README says, to be looked for on a page. */
	String word(String word) {
		assertThat(this.words).as("what README tells people to look for").contains(word);
		this.unmet.remove(word);
		return word;
	}

	/** Nothing that README speaks of was passed by. */
	void allMet() {
		assertThat(this.unmet).as("words of README that nobody met on the way").isEmpty();
	}

}
