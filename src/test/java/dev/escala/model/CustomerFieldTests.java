package dev.escala.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escala.modelgate.file.FormFile;
import dev.escala.support.InternalTexts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which fields customers read is no accident: this list and the guide say the same. */
@DisplayName("What staff write for customers, and what they never do")
class CustomerFieldTests {

	private static final List<FormFile> FORMS = ModelSet.read(Path.of("bpmn")).forms();

	@Test
	@DisplayName("No note, reason, internal analysis or debrief is declared for customers")
	void internalFields() {
		Set<String> keys = FORMS.stream()
			.flatMap((form) -> form.fields().stream())
			.map((field) -> field.path("key").asText())
			.collect(Collectors.toSet());

		assertThat(keys).containsAll(InternalTexts.FIELDS);
		assertThat(declared().values().stream().flatMap(List::stream).map((field) -> field.path("key").asText()))
			.isNotEmpty()
			.doesNotContainAnyElementsOf(InternalTexts.FIELDS);
	}

	@Test
	@DisplayName("The guide lists each field that customers read, and no other")
	void guide() throws IOException {
		Set<String> listed = new TreeSet<>();
		for (String line : Files.readString(Path.of("src/docs/guia.md")).split("\\*\\*Lo que lee el cliente\\*\\*")[1]
			.split("\n\n")[1].lines()
			.skip(2)
			.toList()) {
			Stream.of(line.split("\\|")[2].split(";")).map(String::strip).forEach(listed::add);
		}

		assertThat(listed).containsExactlyInAnyOrderElementsOf(declared().values()
			.stream()
			.flatMap(List::stream)
			.map((field) -> field.path("label").asText().replaceFirst(" \\(.*\\)$", ""))
			.collect(Collectors.toSet()));
	}

	private static Map<FormFile, List<JsonNode>> declared() {
		return FORMS.stream()
			.collect(Collectors.toMap((form) -> form,
					(form) -> form.fields().stream().filter(form::isForCustomers).toList()));
	}

}
