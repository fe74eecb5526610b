package dev.escala.tasklist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Tasklist and our pages look alike")
class PaletteTests {

	private static final Path RESOURCES = Path.of("src/main/resources");

	private static final Path TASKLIST = RESOURCES
		.resolve("META-INF/resources/webjars/camunda/app/tasklist/styles/user-styles.css");

	@Test
	@DisplayName("The colours of one are those of the other, and so is the type")
	void palette() throws IOException {
		String page = Files.readString(RESOURCES.resolve("templates/page/style.html"));
		String tasklist = Files.readString(TASKLIST);
		Map<String, String> ours = colours(page, "");
		Map<String, String> theirs = colours(tasklist, "escala-");

		assertThat(theirs).containsEntry("ink", ours.get("ink"))
			.containsEntry("brand", ours.get("ink"))
			.containsEntry("soft", ours.get("quiet"))
			.containsEntry("line", ours.get("line"))
			.containsEntry("accent", ours.get("accent"))
			.doesNotContainValue(null);
		assertThat(type(page)).isEqualTo(type(tasklist)).contains("sans-serif");
	}

	private static Map<String, String> colours(String styles, String prefix) {
		Matcher found = Pattern.compile("--" + prefix + "(\\w+): (#[0-9a-f]{6});").matcher(styles);
		Map<String, String> colours = new HashMap<>();
		while (found.find()) {
			colours.put(found.group(1), found.group(2));
		}
		return colours;
	}

	private static String type(String styles) {
		Matcher found = Pattern.compile("-apple-system,[^;]*sans-serif").matcher(styles);
		assertThat(found.find()).isTrue();
		return found.group();
	}

}
