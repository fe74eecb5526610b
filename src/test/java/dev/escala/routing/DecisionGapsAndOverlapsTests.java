package dev.escala.routing;

import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The tables as an engine sees them that did not write our own tests. */
class DecisionGapsAndOverlapsTests {

	static Stream<Path> tables() {
		return DecisionTable.all().map(DecisionTable::file);
	}

	@ParameterizedTest
	@MethodSource("tables")
	void noTableHasAGapOrAnOverlap(Path file) {
		assertThat(IndependentAnalysis.understands(file)).isTrue();
		assertThat(IndependentAnalysis.defects(file)).isEmpty();
	}

	@Test
	void aGapIsFound() {
		assertThat(IndependentAnalysis.defects(Path.of("src/test/resources/fixtures/decisions/gap.dmn")))
			.singleElement()
			.asString()
			.contains("DECISION_TABLE_GAP", "\"UNKNOWN\", \"OTHER\"");
	}

	@Test
	void anOverlapIsFound() {
		assertThat(IndependentAnalysis.defects(Path.of("src/test/resources/fixtures/decisions/overlap.dmn")))
			.singleElement()
			.asString()
			.contains("DECISION_TABLE_OVERLAP_HITPOLICY_UNIQUE", "rules: [6, 7]");
	}

	@Test
	void aTableThatCannotBeAnalysedIsNotTakenForAGoodOne() {
		assertThat(IndependentAnalysis.understands(Path.of("src/test/resources/fixtures/decisions/nonsense.dmn")))
			.isFalse();
	}

}
