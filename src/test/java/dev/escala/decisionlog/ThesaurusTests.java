package dev.escala.decisionlog;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import dev.escala.startup.StartupProblem;
import dev.escala.support.EscalaTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@EscalaTest
@DisplayName("The thesaurus")
class ThesaurusTests {

	@Autowired
	private Words words;

	@Autowired
	private DictionaryRepository dictionary;

	@Test
	@DisplayName("has a group on each line; comments, blanks and the mark of some editors do not count")
	void reads() {
		Thesaurus thesaurus = Thesaurus
			.read(file("\uFEFF# así\r\n\r\n precio , tarifa,precio # nota\ncuota fija,tarifa plana"));

		assertThat(thesaurus.groups()).extracting(Thesaurus.Group::entries)
			.containsExactly(List.of("precio", "tarifa"), List.of("cuota fija", "tarifa plana"));
		assertThat(thesaurus.groups()).extracting(Thesaurus.Group::line).containsExactly(3, 4);
	}

	@Test
	@DisplayName("stops the start with one sentence that names the file, the line and the setting where it is wrong")
	void refuses(@TempDir Path folder) {
		assertRefused(file("a, b\nsolo"), "line 2, names only one word");
		assertRefused(file("precio,, tarifa"), "line 1, has nothing between two commas");
		assertRefused(file("precio, " + "x".repeat(61)), "line 1, has a phrase of more than 60 characters");
		assertRefused(file("\n# x\nprecio, de la"),
				"line 3, has a phrase without any word that can be searched for (de la)");
		assertRefused(file("gratis, sin coste"), "line 1, has a phrase that means the opposite to the search");
		assertRefused(new ByteArrayResource("año, a\u00f1o".getBytes(StandardCharsets.ISO_8859_1)),
				"is not UTF-8 text");
		assertRefused(new FileSystemResource(folder.resolve("nada.txt")), "nada.txt], cannot be read");
		assertRefused(new FileSystemResource(folder), "cannot be read");
		assertRefused(file("precio, tarifa\n".repeat(70_000)), "is larger than 1 MB");
	}

	private void assertRefused(Resource file, String what) {
		assertThatExceptionOfType(StartupProblem.class)
			.isThrownBy(() -> new Synonyms(new DecisionLogProperties(file), this.words, this.dictionary))
			.withMessageStartingWith("The thesaurus of the register of decisions, ")
			.withMessageContaining(what)
			.withMessageContaining("escala.decision-log.thesaurus");
	}

	private static Resource file(String text) {
		return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8), "sinonimos.txt");
	}

}
