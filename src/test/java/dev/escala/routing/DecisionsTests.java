package dev.escala.routing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import dev.escala.customer.Tier;
import dev.escala.engine.AsSystem;
import dev.escala.reference.CaseNumber;
import dev.escala.support.EscalaTest;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@EscalaTest
class DecisionsTests {

	private static final Map<String, Object> GOLD_WITH_HIGH_IMPACT = Map.of("impact", "HIGH", "urgency", "LOW", "tier",
			Tier.GOLD, "major", false);

	@Autowired
	private Decisions decisions;

	@Autowired
	private AsSystem asSystem;

	@Autowired
	private DecisionService engineDecisions;

	@Autowired
	private HistoryService history;

	@Autowired
	private IdentityService identities;

	@Autowired
	private RepositoryService repository;

	@Autowired
	private PlatformTransactionManager transactions;

	@AfterEach
	void logOut() {
		this.identities.clearAuthentication();
	}

	@Test
	void saysWhichRuleOfWhichVersionAnsweredAndWhy() {
		Decision decision = this.decisions.decide(new CaseNumber("ESC-D-1"), "escalationSeverity",
				GOLD_WITH_HIGH_IMPACT);

		assertThat(decision.text("severity")).isEqualTo("CRITICAL");
		assertThat(decision.reason()).isEqualTo("Un cliente Oro con impacto alto se atiende como crítico");
		assertThat(this.decisions.recorded(new CaseNumber("ESC-D-1"))).singleElement().satisfies((recorded) -> {
			assertThat(recorded.decision()).isEqualTo("escalationSeverity");
			assertThat(recorded.version()).isEqualTo(decision.version());
			assertThat(recorded.inputs())
				.isEqualTo(Map.of("impact", "HIGH", "urgency", "LOW", "tier", "GOLD", "major", false));
			assertThat(recorded.matches()).isEqualTo(decision.matches());
			assertThat(recorded.matches().get(0).ruleId()).isEqualTo("rule_severity_criticalWhenGoldHighImpact");
		});
	}

	@Test
	void keepsTheOrderOfDecisionsAndTheTypesOfInputs() {
		this.decisions.decide(new CaseNumber("ESC-D-2"), "hierarchicalRouting",
				Map.of("level", 2, "severity", "LOW", "tier", "SILVER"));
		this.decisions.decide(new CaseNumber("ESC-D-2"), "rcaRequired",
				Map.of("severity", "LOW", "major", false, "requested", true, "tier", "SILVER"));

		List<RecordedDecision> recorded = this.decisions.recorded(new CaseNumber("ESC-D-2"));

		assertThat(recorded).extracting(RecordedDecision::decision)
			.containsExactly("hierarchicalRouting", "rcaRequired");
		assertThat(recorded.get(0).inputs()).containsEntry("level", 2);
		assertThat(recorded.get(1).matches().get(0).outputs()).containsEntry("required", true);
	}

	@Test
	void collectsEveryMatchedRule() {
		Decision decision = this.decisions.decide(new CaseNumber("ESC-D-3"), "stakeholders",
				Map.of("stage", "BREACH", "severity", "CRITICAL", "type", "AUTOMATIC", "major", false));

		assertThat(decision.matches()).extracting((match) -> match.outputs().get("group"))
			.containsExactly("supervisors", "managers", "directors");
		assertThat(decision.matches()).extracting(Decision.Match::reason).doesNotContain("");
	}

	@Test
	void isKeptOnceAndByTheEngineOnlyWhereAModelAsksItsTable() {
		long before = this.history.createHistoricDecisionInstanceQuery().count();

		this.decisions.decide(new CaseNumber("ESC-D-7"), "escalationSeverity", GOLD_WITH_HIGH_IMPACT);
		assertThat(this.decisions.recorded(new CaseNumber("ESC-D-7"))).hasSize(1);
		assertThat(this.history.createHistoricDecisionInstanceQuery().count()).isEqualTo(before);

		Map<String, Object> variables = new LinkedHashMap<>(GOLD_WITH_HIGH_IMPACT);
		variables.put("tier", Tier.GOLD.name());
		this.engineDecisions.evaluateDecisionTableByKey("escalationSeverity").variables(variables).evaluate();
		assertThat(this.history.createHistoricDecisionInstanceQuery().count()).isEqualTo(before + 1);
	}

	@Test
	void answersWithoutACaseAndKeepsNoRecord() {
		assertThat(this.decisions.decide(null, "escalationSeverity", GOLD_WITH_HIGH_IMPACT).text("severity"))
			.isEqualTo("CRITICAL");
	}

	@Test
	void refusesToAnswerWhatNoRuleKnows() {
		Map<String, Object> inputs = new LinkedHashMap<>(GOLD_WITH_HIGH_IMPACT);
		inputs.put("impact", "HUGE");

		assertThatIllegalStateException()
			.isThrownBy(() -> this.decisions.decide(new CaseNumber("ESC-D-4"), "escalationSeverity", inputs))
			.withMessageContaining("escalationSeverity")
			.withMessageContaining("HUGE");
		inputs.put("impact", null);
		assertThatIllegalStateException()
			.isThrownBy(() -> this.decisions.decide(new CaseNumber("ESC-D-4"), "escalationSeverity", inputs));
		assertThatIllegalStateException()
			.isThrownBy(() -> this.decisions.decide(new CaseNumber("ESC-D-4"), "nobodyKnows", inputs))
			.withMessageContaining("nobodyKnows");
		assertThat(this.decisions.recorded(new CaseNumber("ESC-D-4"))).isEmpty();
	}

	@Test
	void forgetsTheDecisionWithTheTransactionThatAskedForIt() {
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
			this.decisions.decide(new CaseNumber("ESC-D-5"), "escalationSeverity", GOLD_WITH_HIGH_IMPACT);
			status.setRollbackOnly();
		});

		assertThat(this.decisions.recorded(new CaseNumber("ESC-D-5"))).isEmpty();
	}

	@Test
	void worksForPeopleWithoutAnyGrantAndLeavesThemAsTheyWere() {
		this.identities.setAuthentication("nobody", List.of("no-group"));

		Decision decision = this.decisions.decide(null, "escalationSeverity", GOLD_WITH_HIGH_IMPACT);

		assertThat(decision.text("severity")).isEqualTo("CRITICAL");
		assertThat(this.identities.getCurrentAuthentication().getUserId()).isEqualTo("nobody");
		assertThat(this.identities.getCurrentAuthentication().getGroupIds()).containsExactly("no-group");
		assertThatExceptionOfType(AuthorizationException.class).as("the engine guards the table itself")
			.isThrownBy(() -> this.engineDecisions.evaluateDecisionTableByKey("escalationSeverity")
				.variables(Map.of())
				.evaluate());
	}

	@Test
	void whoActsStaysTheActorWithoutTheirGrantsAlsoAfterAFailureAndFromWithin() {
		this.identities.setAuthentication("nobody", List.of());

		assertThatIllegalStateException().isThrownBy(() -> this.asSystem.run(() -> {
			this.asSystem
				.run(() -> assertThat(this.identities.getCurrentAuthentication().getUserId()).isEqualTo("nobody"));
			assertThat(this.identities.getCurrentAuthentication().getUserId()).isEqualTo("nobody");
			throw new IllegalStateException("on purpose");
		}));

		assertThat(this.identities.getCurrentAuthentication().getUserId()).isEqualTo("nobody");
	}

	@Test
	void manyThreadsEachLearnTheirOwnRule() throws Exception {
		var threads = Executors.newFixedThreadPool(8);
		try {
			List<Future<Decision>> answers = IntStream.range(0, 80)
				.mapToObj((i) -> threads.submit(() -> this.decisions.decide(null, "rcaRequired",
						Map.of("severity", "LOW", "major", false, "requested", i % 2 == 0, "tier", "SILVER"))))
				.toList();
			for (int i = 0; i < answers.size(); i++) {
				assertThat(answers.get(i).get().matches()).singleElement()
					.extracting(Decision.Match::ruleId)
					.isEqualTo((i % 2 == 0) ? "rule_rca_requiredWhenRequested" : "rule_rca_notRequiredWhenLower");
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void usesTheNewestVersionAndItsReasonsAtOnce() throws Exception {
		Map<String, Object> inputs = Map.of("severity", "LOW", "major", false, "requested", false, "tier", "SILVER");
		Decision before = this.decisions.decide(new CaseNumber("ESC-D-6"), "rcaRequired", inputs);
		String changed = Files.readString(Path.of("dmn/rca-required.dmn"))
			.replace("Nadie lo ha pedido y la gravedad no lo exige", "Motivo de otra versión");
		Deployment deployment = this.repository.createDeployment().addString("rca-required.dmn", changed).deploy();
		try {
			Decision after = this.decisions.decide(new CaseNumber("ESC-D-6"), "rcaRequired", inputs);

			assertThat(after.version()).isEqualTo(before.version() + 1);
			assertThat(after.reason()).isEqualTo("Motivo de otra versión");
			assertThat(this.decisions.recorded(new CaseNumber("ESC-D-6")).get(0).matches().get(0).reason())
				.isEqualTo(before.reason());
		}
		finally {
			this.repository.deleteDeployment(deployment.getId(), true);
		}
	}

}
