package dev.escala.policy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.escala.support.EscalaTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("The policy: when each situation is asked about, who answers and by when (000-23 to 000-26)")
class PolicyTests {

	private static final String SITUATIONS = """
			000-02, PRICE_DEVIATION, ALWAYS, finance, PT2H, P1D
			000-03, SCOPE_BEYOND, ALWAYS, product, PT2H, P2D
			000-04, GREY_ZONE, ALWAYS, product, PT2H, P2D
			000-05, REJECTED_BEFORE, ALWAYS, product, PT2H, P2D
			000-06, FEELS_ODD, ALWAYS, product, PT2H, P2D
			000-07, CONFLICT_OF_INTEREST, ALWAYS, managers, PT4H, P3D
			000-08, LEGAL_CONCERN, ALWAYS, legal, PT4H, P3D
			000-09, CUSTOM_TERMS, BEFORE, legal, PT4H, P3D
			000-10, ALLIANCE, BEFORE, product, PT2H, P2D
			000-11, COMPETITOR_OF_CUSTOMER, BEFORE, product, PT2H, P2D
			000-12, UNUSUAL_RISK, BEFORE, managers, PT4H, P3D
			000-13, UNSURE, BEFORE, supervisors, PT2H, P2D
			000-14, PROSPECT_REJECTED, AFTER, product, PT2H, P2D
			000-15, UNUSUAL_REQUEST, AFTER, product, PT2H, P2D
			000-16, COMPETITIVE_INTELLIGENCE, AFTER, product, PT2H, P2D
			000-17, MARKET_TREND, AFTER, product, PT2H, P2D
			000-33, PROBABLY_OUT_OF_SCOPE, ALWAYS, technology, PT2H, P2D
			000-34, DISCOUNT, ALWAYS, finance, PT2H, P1D
			000-35, ODD_OPPORTUNITY, ALWAYS, product, PT2H, P2D
			000-36, NEVER_DONE, ALWAYS, managers, PT4H, P3D
			000-37, HASTE, BEFORE, product, PT2H, P2D
			""";

	@Autowired
	private Policy policy;

	@ParameterizedTest(name = "{0} {1}: {2}, {3}, {4}, {5}")
	@CsvSource(textBlock = SITUATIONS)
	void eachSituation(String requirement, Situation situation, Mode mode, String group, String acknowledge,
			String decide) {
		Assessment assessed = this.policy.assess(null, Set.of(situation), null);

		assertThat(assessed.mode()).as(requirement).isEqualTo(mode);
		assertThat(assessed.route().groupId()).isEqualTo(group);
		assertThat(assessed.route().acknowledge().duration()).isEqualTo(acknowledge);
		assertThat(assessed.route().decide().duration()).isEqualTo(decide);
		assertThat(assessed.hits()).singleElement().satisfies((hit) -> {
			assertThat(hit.situation()).isEqualTo(situation);
			assertThat(hit.reason()).isNotBlank();
		});
	}

	@Test
	@DisplayName("The rows above are all the situations there are: 7 always, 5 before, 4 after and 5 scenarios")
	void everySituationHasARow() {
		List<String> rows = SITUATIONS.lines().map(String::strip).toList();
		assertThat(rows.stream().map((row) -> row.split(", ")[1]))
			.containsExactlyInAnyOrderElementsOf(Arrays.stream(Situation.values()).map(Enum::name).toList());
		assertThat(rows.stream().limit(16).map((row) -> row.split(", ")[2]).collect(Collectors.joining(" ")))
			.isEqualTo("ALWAYS ".repeat(7) + "BEFORE ".repeat(5) + "AFTER ".repeat(4).strip());
	}

	@Test
	@DisplayName("Of several situations the strictest rules, and every rule that applies is told")
	void theStrictestRules() {
		Assessment before = this.policy.assess(null, Set.of(Situation.MARKET_TREND, Situation.CUSTOM_TERMS), null);
		assertThat(before.mode()).isEqualTo(Mode.BEFORE);
		assertThat(before.topic()).isEqualTo(Topic.LEGAL);
		assertThat(before.hits()).hasSize(2);

		Assessment always = this.policy.assess(null,
				Set.of(Situation.MARKET_TREND, Situation.CUSTOM_TERMS, Situation.DISCOUNT, Situation.HASTE), null);
		assertThat(always.mode()).isEqualTo(Mode.ALWAYS);
		assertThat(always.route().groupId()).isEqualTo("finance");
		assertThat(always.caution()).as("haste is a flag (000-37)").isTrue();
		assertThat(always.hits()).extracting(Assessment.Hit::ruleId).hasSize(4).doesNotHaveDuplicates();
	}

	@Test
	@DisplayName("Every pair of situations takes the stricter mode of the two, and a senior evaluation of either")
	void everyPair() {
		for (Situation one : Situation.values()) {
			for (Situation other : EnumSet.complementOf(EnumSet.of(one))) {
				Assessment alone = this.policy.assess(null, Set.of(one), null);
				Assessment second = this.policy.assess(null, Set.of(other), null);
				Assessment both = this.policy.assess(null, Set.of(one, other), null);
				assertThat(both.mode()).as(one + " and " + other)
					.isEqualTo(alone.mode().compareTo(second.mode()) < 0 ? alone.mode() : second.mode());
				assertThat(both.senior()).isEqualTo(alone.senior() || second.senior());
			}
		}
	}

	@Test
	@DisplayName("What never was done before goes to a senior, whatever else it is about (000-36)")
	void seniorEvaluation() {
		assertThat(this.policy.assess(null, Set.of(Situation.NEVER_DONE, Situation.DISCOUNT), Topic.PRICE)
			.route()
			.groupId()).isEqualTo("managers");
		assertThat(this.policy.assess(null, Set.of(Situation.NEVER_DONE), Topic.LEGAL).route().groupId())
			.isEqualTo("directors");
	}

	@Test
	@DisplayName("A legal question is always asked, also where nothing else applies; anything else may be answered")
	void nothingApplies() {
		assertThat(this.policy.assess(null, Set.of(), Topic.LEGAL).mode()).isEqualTo(Mode.ALWAYS);
		assertThat(this.policy.assess(null, Set.of(), Topic.PRICE).mode()).isEqualTo(Mode.NONE);
		assertThat(this.policy.assess(null, Set.of(), null).topic()).isEqualTo(Topic.OTHER);
	}

	@Test
	@DisplayName("A group that the department table does not know has the level of the others (004-78)")
	void betweenDepartments() {
		assertThat(this.policy.between(null, "agents", "technology").decide().duration()).isEqualTo("P1D");
		assertThat(this.policy.between(null, "finance", "technology").decide().duration()).isEqualTo("P2D");
		assertThat(this.policy.between(null, "pricing-desk", "logistics").groupId()).isEqualTo("logistics");
	}

}
