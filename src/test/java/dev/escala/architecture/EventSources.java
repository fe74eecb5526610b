package dev.escala.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which events are published and who listens, in source files. The compiler forgets of
 * what type a published event is.
 */
final class EventSources {

	private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|(?m)^\\s*//[^\\n]*", Pattern.DOTALL);

	private static final Pattern PUBLISHED = Pattern
		.compile("publishEvent\\(\\s*(?:new\\s+(?:\\w+\\.)*(\\w+)\\s*\\()?");

	private static final Pattern HEARD = Pattern
		.compile("@(?:\\w+\\.)*(?:EventListener|TransactionalEventListener|ApplicationModuleListener)\\b"
				+ "(?:\\([^)]*\\))?\\s+(?:@\\w+(?:\\([^)]*\\))?\\s+)*(?:\\w+\\s+)+?\\w+\\((?:\\w+\\.)*(\\w+)\\s+\\w+\\)");

	private final List<String> published = new ArrayList<>();

	private final Set<String> heard = new TreeSet<>();

	private EventSources() {
	}

	/** What is published and heard in the files below the folder that are looked at. */
	static EventSources below(Path folder, Predicate<String> lookedAt) {
		EventSources found = new EventSources();
		try (Stream<Path> all = Files.walk(folder)) {
			for (Path file : all.filter((one) -> lookedAt.test(one.getFileName().toString())).sorted().toList()) {
				if (file.toString().endsWith(".java")) {
					found.read(Files.readString(file));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return found;
	}

	private void read(String file) {
		String source = COMMENT.matcher(file).replaceAll("");
		PUBLISHED.matcher(source)
			.results()
			.forEach((one) -> this.published.add((one.group(1) == null) ? "unknown" : one.group(1)));
		HEARD.matcher(source).results().forEach((one) -> this.heard.add(one.group(1)));
	}

	/** The types of the published events; {@code unknown} for one made elsewhere. */
	List<String> published() {
		return List.copyOf(this.published);
	}

	/** The types that somebody listens to. */
	Set<String> heard() {
		return Set.copyOf(this.heard);
	}

	/** What is published and nobody hears. */
	Set<String> unheard() {
		return this.published.stream()
			.filter((event) -> !this.heard.contains(event))
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
