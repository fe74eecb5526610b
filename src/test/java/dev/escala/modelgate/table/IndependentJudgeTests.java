package dev.escala.modelgate.table;

import java.util.List;

import dev.escala.modelgate.Problem;
import dev.escala.modelgate.Submission;
import dev.escala.routing.IndependentAnalysis;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tables made by chance, judged by ours, by Camunda's engine, which is asked about every
 * piece of the space, and by the analysis of another engine.
 */
class IndependentJudgeTests {

	private static final TableRules RULES = new TableRules((group) -> true);

	private static final DmnEngine ENGINE = new DefaultDmnEngineConfiguration().buildEngine();

	private static final long SEED = 16_000;

	@Test
	@DisplayName("50 tables by chance")
	void some() {
		agree(50);
	}

	@Test
	@Tag("thorough")
	@DisplayName("200 tables by chance")
	void many() {
		agree(200);
	}

	private static void agree(int tables) {
		Count count = new Count();
		for (int i = 0; i < tables; i++) {
			look(new GeneratedTable(SEED + i), count);
		}
		System.out.println("Of " + tables + " tables Camunda's engine agrees with ours on all: " + count.gaps
				+ " with a gap, " + count.overlaps + " UNIQUE with an overlap. kie-dmn-validation judged "
				+ count.judged + " and agrees on " + (count.judged - count.missed) + "; it missed a gap in "
				+ count.missed + ", each with a boolean input");
		assertThat(count.judged).isGreaterThan(tables / 2);
		assertThat(count.gaps).isPositive();
		assertThat(count.overlaps).isPositive();
		assertThat(count.missed).isLessThan(tables / 10);
	}

	private static void look(GeneratedTable table, Count count) {
		String xml = table.text().xml();
		List<String> ours = RULES.check(new Submission(List.of(table.text().file())))
			.stream()
			.filter(Problem::refuses)
			.map(Problem::what)
			.toList();
		boolean gap = ours.stream().anyMatch((what) -> what.contains("no hay ninguna regla"));
		boolean overlap = ours.stream().anyMatch((what) -> what.contains("a la vez"));
		boolean unique = table.policy().equals("UNIQUE");
		List<Integer> hits = table.hits(ENGINE);
		assertThat(gap).as("a gap: %s%n%s", ours, xml).isEqualTo(hits.contains(0));
		assertThat(overlap).as("an overlap: %s%n%s", ours, xml)
			.isEqualTo(unique && hits.stream().anyMatch((rules) -> rules > 1));
		count.gaps += gap ? 1 : 0;
		count.overlaps += overlap ? 1 : 0;
		if (!IndependentAnalysis.understands(xml)) {
			return;
		}
		count.judged++;
		List<String> theirs = IndependentAnalysis.defects(xml);
		if (gap != theirs.stream().anyMatch((what) -> what.startsWith("DECISION_TABLE_GAP"))) {
			// It joins the two truth values where a rule of another input lies between.
			assertThat(gap).as("%s against %s%n%s", ours, theirs, xml).isTrue();
			assertThat(xml).contains("typeRef=\"boolean\"");
			count.missed++;
		}
		if (unique) {
			assertThat(overlap).as("%s against %s%n%s", ours, theirs, xml)
				.isEqualTo(theirs.stream().anyMatch((what) -> what.startsWith("DECISION_TABLE_OVERLAP")));
		}
	}

	private static final class Count {

		private int judged;

		private int gaps;

		private int overlaps;

		private int missed;

	}

}
