package dev.escala.routing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.escala.access.Role;
import dev.escala.clock.ServiceClock;
import dev.escala.clock.count.Counting;
import dev.escala.clock.count.Target;
import dev.escala.complaint.classification.ComplaintKind;
import dev.escala.complaint.classification.ReasonGroup;
import dev.escala.complaint.regime.ComplaintTopic;
import dev.escala.complaint.regime.Sector;
import dev.escala.complaint.remedy.Fault;
import dev.escala.customer.Tier;
import dev.escala.escalation.EscalationType;
import dev.escala.escalation.ExceptionRequest;
import dev.escala.escalation.Report;
import dev.escala.followup.FollowUpKind;
import dev.escala.letter.LetterIntent;
import dev.escala.matter.Severity;
import dev.escala.matter.Speciality;
import dev.escala.policy.Situation;
import dev.escala.policy.Topic;
import dev.escala.promise.Complexity;
import dev.escala.pursuit.Capture;
import dev.escala.pursuit.Strategy;
import dev.escala.pursuit.call.CallChannel;
import dev.escala.pursuit.coaching.CoachedRatio;
import dev.escala.routing.DecisionTable.Hit;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What every decision table must be, and what several rules mean together. */
class DecisionTableTests {

	/** A table with more combinations has a few of them asked here. */
	private static final int MOST = 1000;

	private static final int FEW = 50;

	private static final long SEED = 20261130L;

	private static final List<String> DEPARTMENTS = List.of("agents", "finance", "technology", "product", "legal",
			"experts", "managers", "OTHER");

	/** Tasks of the models, and any other. */
	private static final List<String> WITHOUT_CLOCK = List.of("userTask_passOnAnswer", "userTask_passOnDate",
			"userTask_correctDeadline", "userTask_askDecision", "userTask_commit", "userTask_rateService",
			"userTask_debrief", "userTask_confirmYear", "OTHER");

	/** Of money, of how we work, of how people were treated (004-16, 004-38). */
	private static final List<String> COMPLAINT_REASONS = List.of("LOSS", "ADVERTISED", "PRODUCT_FAILED",
			"DEFECTIVE_BATCH", "MISSED_APPOINTMENT", "NOT_OPEN", "PHONE_UNANSWERED", "PASSED_ON", "ATTITUDE",
			"UNWILLING", "INCOMPLETE_EXPLANATION", "NOT_ADMITTED", "NOT_INFORMED", "BROKEN_PROMISE", "OTHER");

	static Stream<DecisionTable> tables() {
		return DecisionTable.all();
	}

	@Test
	void areThoseThatTheProcessesAsk() {
		assertThat(tables().map((table) -> table.model().getId())).containsExactlyInAnyOrder("escalationIntake",
				"escalationSeverity", "functionalRouting", "hierarchicalRouting", "serviceLevels", "stakeholders",
				"rcaRequired", "messageReview", "promiseMargin", "brokenPromise", "requestPolicy", "requestRouting",
				"departmentLevels", "exceptionLimits", "correctiveActions", "observationPeriod", "taskDeadline",
				"transferLimit", "freshTerm", "complaintRegime", "complaintDeadlines", "complaintBodies",
				"complaintReasons", "complaintSeverity", "complaintRouting", "complaintChannel", "complaintApology",
				"complaintRemedies", "complaintRemedyLimits", "complaintRetention", "complaintHolds",

				"prospectTransition", "opportunityTransition", "contactProtocol", "contactLevel", "qualification",
				"deferralLimit", "lossReasons", "callScript", "prospectRetention", "quoteTerms", "deliveryStart",
				"purchaseCodes", "coachingMargin", "followUpPolicy", "lossCause", "retentionTerms", "retentionSignal");
	}

	@ParameterizedTest
	@MethodSource("tables")
	void answersEveryCombination(DecisionTable table) {
		List<Map<String, Object>> all = table.combinations();
		if (all.size() > MOST) {
			Collections.shuffle(all, new Random(SEED));
			all = all.subList(0, FEW);
		}
		answers(table, all);
	}

	@ParameterizedTest
	@MethodSource("tables")
	@Tag("thorough")
	void answersEveryCombinationOfLargeTables(DecisionTable table) {
		answers(table, table.combinations());
	}

	private static void answers(DecisionTable table, List<Map<String, Object>> combinations) {
		for (Map<String, Object> inputs : combinations) {
			List<Hit> hits = table.evaluate(inputs);
			if (table.collects()) {
				assertThat(hits.isEmpty()).as(inputs::toString).isEqualTo(mayBeSilent(table, inputs));
				assertThat(hits).as(inputs::toString).extracting(Hit::answer).doesNotHaveDuplicates();
			}
			else {
				assertThat(hits).as(inputs::toString).hasSize(1);
			}
		}
	}

	/** Of other countries, and for companies, nobody knows a body yet. */
	private static boolean mayBeSilent(DecisionTable table, Map<String, Object> inputs) {
		return table.model().getId().equals("complaintBodies")
				&& (inputs.get("country").equals("OTHER") || (inputs.get("consumer").equals(false)
						&& List.of("WATER", "POSTAL", "OTHER").contains(inputs.get("sector"))));
	}

	@ParameterizedTest
	@MethodSource("tables")
	void canBeReadByPeopleAndKeptByTheEngine(DecisionTable table) {
		assertThat(table.file().getFileName())
			.hasToString(table.model().getId().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) + ".dmn");
		assertThat(table.model().getCamundaHistoryTimeToLiveString()).isEqualTo("365");
		assertThat(table.model().getVersionTag()).isNotBlank();
		assertThat(table.model().getName()).isNotBlank();
		assertThat(table.model().getDescription().getTextContent()).isNotBlank();
		if (table.table().getHitPolicy() != HitPolicy.UNIQUE) {
			assertThat(table.model().getDescription().getTextContent())
				.as("the reason for another hit policy than UNIQUE")
				.contains(table.table().getHitPolicy().name());
		}
		for (Input input : table.table().getInputs()) {
			assertThat(input.getLabel()).isNotBlank();
			if (input.getInputExpression().getTypeRef().equals("string")) {
				assertThat(input.getInputValues()).as("allowed values of " + input.getLabel()).isNotNull();
			}
		}
		for (Rule rule : table.rules()) {
			assertThat(rule.getId()).matches("rule_[a-z][a-zA-Z]*_[a-z][a-zA-Z]*");
			assertThat(rule.getDescription()).as("the reason of " + rule.getId()).isNotNull();
			assertThat(rule.getDescription().getTextContent()).matches("[A-ZÁÉÍÓÚ].{10,}[^.]");
		}
		assertThat(table.document().getDocument().getElementById(table.model().getId() + "_di")).isNotNull();
	}

	@ParameterizedTest
	@MethodSource("tables")
	void namesOnlyWhatTheCodeKnows(DecisionTable table) {
		Map<String, List<String>> known = Map.ofEntries(names("severity", Severity.class), names("tier", Tier.class),
				names("clock", ServiceClock.class), names("origin", Report.Origin.class),
				names("reason", Report.Reason.class), names("speciality", Speciality.class),
				names("impact", Report.Scale.class), names("urgency", Report.Scale.class),
				names("type", EscalationType.class), names("intent", LetterIntent.class),
				names("complexity", Complexity.class),
				Map.entry("product", List.of("BILLING", "PLATFORM", "NETWORK", "DEVICE", "OTHER")),
				Map.entry("language", List.of("es", "en", "other")),
				Map.entry("situation",
						Stream.concat(Arrays.stream(Situation.values()).map(Enum::name), Stream.of("NONE")).toList()),
				names("topic", Topic.class), Map.entry("from", DEPARTMENTS), Map.entry("to", DEPARTMENTS),
				Map.entry("role",
						List.of("agents", "finance", "technology", "product", "legal", "supervisors", "managers",
								"directors")),
				names("kind", ExceptionRequest.Kind.class), Map.entry("task", WITHOUT_CLOCK),
				names("sector", Sector.class), names("complaintTopic", ComplaintTopic.class),
				names("complaintKind", ComplaintKind.class), names("reasonGroup", ReasonGroup.class),
				names("fault", Fault.class), Map.entry("complaintReason", COMPLAINT_REASONS),
				Map.entry("handler",
						List.of("agents", "finance", "technology", "product", "legal", "complaint-handlers",
								"supervisors", "managers", "directors")),
				names("capture", Capture.class), names("followUpKind", FollowUpKind.class),
				names("strategy", Strategy.class), names("channel", CallChannel.class),
				Map.entry("prospectStage", List.of("NEW", "ATTEMPT", "CONTACTED", "UNDECIDED", "QUALIFYING", "LATER")),
				Map.entry("opportunityStage", List.of("REQUESTED", "ANALYSIS", "PROPOSED", "NEGOTIATING")),
				names("ratio", CoachedRatio.class), Map.entry("need", List.of("YES", "PARTLY", "NO")),
				Map.entry("budget", List.of("YES", "PLANNED", "NO")),
				Map.entry("feasibility", List.of("YES", "PARTLY", "NO")),
				Map.entry("purchaseCode",
						List.of("POST", "DOT", "C2", "M", "D", "B", "S", "PADS", "AMAZONFEE", "BANK CHARGES", "CRUK",
								"GIFT_*", "OTHER")),
				Map.entry("lossReason",
						List.of("NO_NEED", "NO_BUDGET", "PRICE", "TIMING", "NO_DECISION", "FEATURES", "SERVICE",
								"TRUST", "UNREACHABLE", "OTHER")),
				Map.entry("leavingCause", List.of("DIED", "MOVED", "CLOSED", "QUALITY", "VALUE", "SERVICE", "OTHER")),
				Map.entry("pursuitOutcome", List.of("REFUSED", "LOST", "LEFT_ALONE", "SPAM")),
				Map.entry("country", List.of("ES", "OTHER")), Map.entry("region", List.of("AN", "OTHER")),
				Map.entry("code", DecisionTable.of("complaintRegime").answers("code").stream().distinct().toList()),
				Map.entry("stage", List.of("ANNOUNCE", "MORE_PARTIES", "BREACH", "RESOLVED", "CLOSED")));
		for (String input : table.inputs()) {
			List<String> allowed = table.allowed(input);
			if (!allowed.isEmpty()) {
				assertThat(allowed).as(input).containsExactlyInAnyOrderElementsOf(known.get(input));
			}
		}
		if (table.table().getOutputs().stream().anyMatch((output) -> output.getName().equals("group"))) {
			assertThat(table.answers("group")).isSubsetOf(Arrays.stream(Role.values()).map(Role::groupId).toList());
		}
	}

	@Test
	void datesTasksThatAreInTheModels() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("bpmn"))) {
			String models = files.filter((file) -> file.toString().endsWith(".bpmn"))
				.map(DecisionTableTests::read)
				.collect(Collectors.joining());
			assertThat(WITHOUT_CLOCK).filteredOn((task) -> !task.equals("OTHER"))
				.allSatisfy((task) -> assertThat(models).contains("<bpmn:userTask id=\"" + task + "\""));
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Test
	void worseNewsNeverLowerTheSeverity() {
		DecisionTable table = DecisionTable.of("escalationSeverity");
		Map<Map<String, Object>, Severity> severities = new HashMap<>();
		table.combinations()
			.forEach((inputs) -> severities.put(inputs, Severity.valueOf(table.evaluate(inputs).get(0).answer())));
		severities.forEach((one, severity) -> severities.forEach((other, otherSeverity) -> {
			if (isNoWorse(table, one, other)) {
				assertThat(severity).as("%s against %s", one, other).isLessThanOrEqualTo(otherSeverity);
			}
		}));
	}

	/** Points add up, so that whatever is worse weighs no less (004-46, 004-49). */
	@Test
	void whatMakesAComplaintWorseRaisesIt() {
		DecisionTable table = DecisionTable.of("complaintSeverity");
		List<Map<String, Object>> some = table.combinations();
		Collections.shuffle(some, new Random(SEED));
		for (Map<String, Object> inputs : some.subList(0, FEW)) {
			if (inputs.get("brokenPromise").equals(false)) {
				Map<String, Object> broken = new HashMap<>(inputs);
				broken.put("brokenPromise", true);
				assertThat(points(table, broken) / 2).as(inputs::toString).isGreaterThan(points(table, inputs) / 2);
			}
			if (inputs.get("publicExposure").equals(false)) {
				Map<String, Object> exposed = new HashMap<>(inputs);
				exposed.put("publicExposure", true);
				assertThat(points(table, exposed) / 2).as(inputs::toString).isGreaterThan(points(table, inputs) / 2);
			}
		}
	}

	private static int points(DecisionTable table, Map<String, Object> inputs) {
		return table.evaluate(inputs).stream().mapToInt((hit) -> Integer.parseInt(hit.answer().split(", ")[0])).sum();
	}

	/**
	 * At least one benefit for everybody, and what is ours is put right (004-25, 004-60).
	 */
	@Test
	void everybodyWhoComplainsGetsSomething() {
		DecisionTable table = DecisionTable.of("complaintRemedies");
		for (Map<String, Object> inputs : table.combinations()) {
			List<String> remedies = table.evaluate(inputs).stream().map((hit) -> hit.answer().split(", ")[0]).toList();
			assertThat(remedies).as(inputs::toString).isNotEmpty();
			if (List.of("OURS", "SHARED").contains(inputs.get("fault"))) {
				assertThat(remedies).as(inputs::toString).contains("RESOLVED");
			}
			if (inputs.get("severity").equals("LOW")) {
				assertThat(remedies).as(inputs::toString).contains("APOLOGY");
			}
		}
	}

	/** Whoever is above may grant no less (004-22, 004-56). */
	@Test
	void whoIsAboveMayGrantMore() {
		DecisionTable table = DecisionTable.of("complaintRemedyLimits");
		List<String> upwards = List.of("agents", "complaint-handlers", "supervisors", "managers", "directors");
		for (int i = 1; i < upwards.size(); i++) {
			int[] below = amounts(table, upwards.get(i - 1));
			int[] above = amounts(table, upwards.get(i));
			for (int column = 0; column < above.length; column++) {
				assertThat(above[column]).as(upwards.get(i)).isGreaterThan(below[column]);
			}
			assertThat(above[2]).as("a month allows an extra").isGreaterThanOrEqualTo(above[1]);
		}
	}

	private static int[] amounts(DecisionTable table, String group) {
		return Arrays.stream(table.evaluate(Map.of("handler", group)).get(0).answer().split(", "))
			.mapToInt(Integer::parseInt)
			.toArray();
	}

	@Test
	void clocksKeepTheirPromises() {
		DecisionTable table = DecisionTable.of("serviceLevels");
		for (Severity severity : Severity.values()) {
			for (Tier tier : Tier.values()) {
				assertThat(clock(table, ServiceClock.FIRST_NOTICE, severity, tier)).as("within the first hour (001-19)")
					.isEqualTo(new Length(Duration.ofHours(1), Counting.ELAPSED));
				Length answer = clock(table, ServiceClock.ANSWER, severity, tier);
				assertThat(answer.counting()).as("nobody is called out at night but for a critical case")
					.isEqualTo((severity == Severity.CRITICAL) ? Counting.ELAPSED : Counting.WORKING);
				assertThat(answer.duration()).as("six hours or less (001-08)").isLessThanOrEqualTo(Duration.ofHours(6));
				Length involve = clock(table, ServiceClock.INVOLVE_PARTIES, severity, tier);
				Length resolution = clock(table, ServiceClock.RESOLUTION, severity, tier);
				assertThat(involve.counting()).isEqualTo(resolution.counting());
				assertThat(involve.duration()).as("more parties before the resolution is due (001-23)")
					.isLessThan(resolution.duration());
			}
		}
	}

	@Test
	void worseCasesNeverWaitLonger() {
		DecisionTable table = DecisionTable.of("serviceLevels");
		for (ServiceClock clock : ServiceClock.values()) {
			for (Tier tier : Tier.values()) {
				Duration before = Duration.ofDays(366);
				for (Severity severity : Severity.values()) {
					Duration now = clock(table, clock, severity, tier).duration();
					assertThat(now).as("%s, %s, %s", clock, tier, severity).isLessThanOrEqualTo(before);
					before = now;
				}
			}
		}
	}

	/**
	 * What happens at once would be told twice and take the case up twice. The first
	 * notice goes out by itself: it may end with the answer.
	 */
	@Test
	void noTwoClocksOfOneOmissionEndAtOnce() {
		DecisionTable table = DecisionTable.of("serviceLevels");
		for (Severity severity : Severity.values()) {
			for (Tier tier : Tier.values()) {
				Function<ServiceClock, Length> length = (clock) -> clock(table, clock, severity, tier);
				Length owner = length.apply(ServiceClock.ACKNOWLEDGEMENT);
				Length answer = length.apply(ServiceClock.ANSWER);
				Length second = length.apply(ServiceClock.LEVEL_2);
				Length third = length.apply(ServiceClock.LEVEL_3);
				List<Length> levels = List.of(owner.then(second), owner.then(second).then(third));
				assertThat(levels).as("levels after nobody took the case, %s, %s", severity, tier)
					.doesNotContain(answer, answer.then(length.apply(ServiceClock.UPDATE)));
				assertThat(owner).as("nobody took the case, nobody answered, %s, %s", severity, tier)
					.isNotEqualTo(answer);
			}
		}
	}

	@Test
	void everyServiceLevelCanBeMeasured() {
		DecisionTable table = DecisionTable.of("serviceLevels");
		int rules = table.rules().size();
		assertThat(rules).isPositive();
		for (int i = 0; i < rules; i++) {
			Target target = new Target(table.answers("duration").get(i),
					Counting.valueOf(table.answers("counting").get(i)),
					Integer.parseInt(table.answers("warnAfter").get(i)),
					Boolean.parseBoolean(table.answers("mayPause").get(i)));
			assertThat(target.text()).isNotBlank();
		}
	}

	private static boolean isNoWorse(DecisionTable table, Map<String, Object> one, Map<String, Object> other) {
		return one.entrySet()
			.stream()
			.allMatch((input) -> rank(table, input.getKey(), input.getValue()) <= rank(table, input.getKey(),
					other.get(input.getKey())));
	}

	private static int rank(DecisionTable table, String input, Object value) {
		return (value instanceof Boolean flag) ? (flag ? 1 : 0) : table.allowed(input).indexOf(value);
	}

	private static Length clock(DecisionTable table, ServiceClock clock, Severity severity, Tier tier) {
		String[] answer = table
			.evaluate(Map.of("clock", clock.name(), "severity", severity.name(), "tier", tier.name()))
			.get(0)
			.answer()
			.split(", ");
		return new Length(Duration.parse(answer[0]), Counting.valueOf(answer[1]));
	}

	private static <E extends Enum<E>> Map.Entry<String, List<String>> names(String input, Class<E> type) {
		return Map.entry(input, Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
	}

	private record Length(Duration duration, Counting counting) {

		/** One after the other; of two ways of counting nobody can say when that is. */
		Length then(Length other) {
			return new Length(this.duration.plus(other.duration),
					(this.counting == other.counting) ? this.counting : null);
		}

	}

}
