package dev.escala.modelgate.table;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import dev.escala.modelgate.ModelFile;
import dev.escala.modelgate.Problem;
import dev.escala.modelgate.Submission;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Terms of one matter that would end at the same instant, by edits to our own table
 * (decision 54).
 */
class ApartTests {

	private static final String LEVEL_2 = "\"PT2H30M\"";

	@Test
	@DisplayName("A level's clock that would end with the answer is refused, with the case and the rules")
	void levelWithAnswer() {
		assertThat(lines("\"PT2H\"")).singleElement()
			.asString()
			.contains(
					"Con severity = \"HIGH\" y tier = \"GOLD\" vencen a la vez «ACKNOWLEDGEMENT y después LEVEL_2» (reglas 3, 36; PT3H WORKING) "
							+ "y «ANSWER» (regla 11; PT3H WORKING): lo que no se hizo una vez se avisaría dos veces. "
							+ "Cambie la duración de una de esas reglas.");
	}

	@Test
	@DisplayName("So is one that would end with the update, or less than a minute beside the answer")
	void levelWithUpdate() {
		assertThat(lines("\"PT5H\"")).singleElement()
			.asString()
			.contains("«ACKNOWLEDGEMENT y después LEVEL_2» (reglas 3, 36; PT6H WORKING) y «ANSWER y después UPDATE»");
		assertThat(lines("\"PT2H0M59S\"")).singleElement().asString().contains("PT3H59S WORKING");
	}

	@Test
	@DisplayName("Any other length passes, and the first notice may end with the answer")
	void others() {
		assertThat(lines(LEVEL_2)).isEmpty();
		assertThat(lines("\"PT2H1M\"")).isEmpty();
		assertThat(lines("\"PT1H45M\"")).isEmpty();
	}

	private static List<String> lines(String duration) {
		ModelFile own = OwnTablesTests.read(Path.of("dmn", "service-levels.dmn"));
		String text = new String(own.content(), StandardCharsets.UTF_8);
		assertThat(text).containsOnlyOnce(LEVEL_2);
		return new TableRules((group) -> true)
			.check(new Submission(List
				.of(new ModelFile(own.name(), text.replace(LEVEL_2, duration).getBytes(StandardCharsets.UTF_8)))))
			.stream()
			.map(Problem::line)
			.toList();
	}

}
