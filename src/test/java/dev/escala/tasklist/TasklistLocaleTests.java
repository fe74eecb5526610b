package dev.escala.tasklist;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A key that our Spanish lacks shows raw, so ours is compared with Camunda's English. */
class TasklistLocaleTests {

	private static final String APPLICATIONS = "META-INF/resources/webjars/camunda/app/";

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}|%[a-z]");

	/** The same in both languages: signs, formats and an empty text. */
	private static final Set<String> SAME = Set.of("/labels/NO_TASK_FORM", "/labels/SEARCH_LESS_THAN",
			"/labels/SEARCH_LESS_THAN_EQUALS", "/labels/SEARCH_GREATER_THAN", "/labels/SEARCH_GREATER_THAN_EQUALS",
			"/dateLocales/calendar/sameElse", "/dateLocales/longDateFormat/L", "/dateLocales/longDateFormat/LT",
			"/dateLocales/week/dow", "/dateLocales/week/doy");

	/** What Camunda does not know. */
	private static final Set<String> OWN = Set.of("/labels/PASSWORD_POLICY_STRENGTH");

	@ParameterizedTest
	@ValueSource(strings = { "tasklist", "welcome" })
	void spanishHasEveryKeyAndPlaceholder(String application) throws IOException {
		Map<String, String> english = texts(application + "/locales/en.json");
		Map<String, String> spanish = texts(application + "/locales/es.json");

		spanish.keySet().removeAll(OWN);
		assertThat(spanish.keySet()).containsExactlyInAnyOrderElementsOf(english.keySet());
		assertThat(english.keySet()).allSatisfy(
				(key) -> assertThat(placeholders(spanish.get(key))).as(key).isEqualTo(placeholders(english.get(key))));
		assertThat(english.keySet()).filteredOn((key) -> english.get(key).equals(spanish.get(key)))
			.allMatch(SAME::contains);
	}

	@ParameterizedTest
	@ValueSource(strings = { "tasklist", "welcome" })
	void everyBrowserGetsSpanish(String application) throws IOException {
		String file = application + "/scripts/config.js";
		List<URL> configurations = Collections.list(getClass().getClassLoader().getResources(APPLICATIONS + file));

		assertThat(configurations).as("ours and Camunda's").hasSize(2);
		assertThat(configurations.get(0)).isEqualTo(getClass().getClassLoader().getResource(APPLICATIONS + file))
			.hasProtocol("file");
		assertThat(read(file)).contains("availableLocales: ['es']", "fallbackLocale: 'es'", "vendor: 'Escala'");
	}

	private Map<String, String> texts(String file) throws IOException {
		Map<String, String> texts = new TreeMap<>();
		// Camunda's files start with a byte order mark.
		collect("", new ObjectMapper().readTree(read(file).replace("\uFEFF", "")), texts);
		return texts;
	}

	private static void collect(String path, JsonNode node, Map<String, String> texts) {
		if (node.isContainerNode()) {
			node.properties().forEach((field) -> collect(path + "/" + field.getKey(), field.getValue(), texts));
			for (int index = 0; node.isArray() && index < node.size(); index++) {
				collect(path + "/" + index, node.get(index), texts);
			}
		}
		else {
			texts.put(path, node.asText());
		}
	}

	private static List<String> placeholders(String text) {
		return PLACEHOLDER.matcher(text)
			.results()
			.map(MatchResult::group)
			.map((placeholder) -> placeholder.replace(" ", ""))
			.sorted()
			.collect(Collectors.toList());
	}

	private String read(String file) throws IOException {
		try (InputStream in = getClass().getClassLoader().getResourceAsStream(APPLICATIONS + file)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
