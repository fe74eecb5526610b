package dev.escala.architecture;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The names of columns stand in repositories, and nowhere else. */
class SqlStringTests {

	private static final Path SOURCES = Path.of("src", "main", "java", "dev", "escala");

	/**
	 * Asked over a plain connection, before there is an application with repositories.
	 */
	private static final Set<String> BEFORE_THE_APPLICATION = Set.of("ProductionCheck.java", "TableRights.java",
			"ForeignTableAnalyzer.java", "DatabaseCheck.java", "NoDemoLeft.java");

	/** What writes statements out of the parts that repositories give. */
	private static final Set<String> VOCABULARY = Set.of("Columns.java", "Conditions.java", "SortColumns.java",
			"Turns.java", "ReadableNumbers.java", "TransactionTimes.java");

	/** The export of another system names three of its columns as we do. */
	private static final String OTHER_SYSTEM = "IncidentRow.java";

	@Test
	@DisplayName("No string outside of a repository is SQL or names a column of ours")
	void onlyRepositories() {
		List<String> found = SqlStrings.below(SOURCES, (file) -> !file.endsWith("Repository.java")
				&& !BEFORE_THE_APPLICATION.contains(file) && !VOCABULARY.contains(file) && !file.equals(OTHER_SYSTEM));

		assertThat(SqlStrings.columns()).contains("owner_id", "reported_at").hasSizeGreaterThan(100);
		assertThat(found).isEmpty();
	}

	@Test
	@DisplayName("Repositories are looked at with the same eyes, and seen")
	void repositoriesAreFull() {
		assertThat(SqlStrings.below(SOURCES, (file) -> file.equals("EscalationRepository.java")))
			.anySatisfy((text) -> assertThat(text).contains("FOR UPDATE"))
			.anySatisfy((text) -> assertThat(text).isEqualTo("EscalationRepository.java: owner_id"));
	}

	@Test
	@DisplayName("A statement, a part of one and a column are found; what a comment says is not")
	void breachIsFound() {
		assertThat(SqlStrings.below(Path.of("src", "test", "java", "dev", "escala", "architecture", "fixtures"),
				(file) -> file.equals("SpeaksSql.java")))
			.containsExactly("SpeaksSql.java: owner = ?, phase = ?",
					"SpeaksSql.java: UPDATE thing SET owner = NULL WHERE number = ?", "SpeaksSql.java: owner_id");
	}

}
