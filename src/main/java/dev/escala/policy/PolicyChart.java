package dev.escala.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.escala.routing.Decisions;

import org.springframework.stereotype.Component;

/**
 * The whole policy at one look, as the deployed tables say it now (000-38): they are
 * asked for every situation and topic, so that no drawing can disagree with them.
 */
@Component
public class PolicyChart {

	private final Policy policy;

	private final Decisions decisions;

	private volatile Chart drawn;

	PolicyChart(Policy policy, Decisions decisions) {
		this.policy = policy;
		this.decisions = decisions;
	}

	/**
	 * The chart; the tables are asked again only where one was deployed since.
	 */
	public Chart draw() {
		List<Integer> versions = List.of(this.decisions.latestVersion("requestPolicy"),
				this.decisions.latestVersion("requestRouting"));
		Chart chart = this.drawn;
		if (chart == null || !chart.versions().equals(versions)) {
			List<Line> lines = lines();
			chart = new Chart(versions, lines, others(), answerers(lines));
			this.drawn = chart;
		}
		return chart;
	}

	private List<Line> lines() {
		return Arrays.stream(Situation.values())
			.map((situation) -> new Line(situation, this.policy.consider(Set.of(situation), null).hits().get(0)))
			.toList();
	}

	private List<Assessment> others() {
		return Arrays.stream(Topic.values())
			.map((topic) -> this.policy.consider(Set.of(), topic))
			.filter((assessed) -> assessed.mode() != Mode.NONE)
			.toList();
	}

	private List<Answerer> answerers(List<Line> lines) {
		List<Answerer> answerers = new ArrayList<>();
		for (Topic topic : Topic.values()) {
			answerers.add(new Answerer(topic, false, this.policy.consider(Set.of(), topic).route()));
		}
		lines.stream()
			.filter((line) -> line.hit().senior())
			.findFirst()
			.ifPresent((line) -> answerers.addAll(seniors(line.situation())));
		return answerers;
	}

	/** Usually one group for all topics: then it is said once. */
	private List<Answerer> seniors(Situation situation) {
		List<Answerer> seniors = Arrays.stream(Topic.values())
			.map((topic) -> new Answerer(topic, true, this.policy.consider(Set.of(situation), topic).route()))
			.toList();
		boolean same = seniors.stream().map((one) -> one.route().groupId()).distinct().count() == 1
				&& seniors.stream().map((one) -> one.route().decide()).distinct().count() == 1;
		return same ? List.of(new Answerer(null, true, seniors.get(0).route())) : seniors;
	}

	/**
	 * The policy as a whole.
	 *
	 * @param versions of the tables that were asked
	 * @param lines what is said of each situation alone, in the order of
	 * {@link Situation}
	 * @param others what is said where nothing of it applies, of the topics that are
	 * asked about all the same
	 * @param answerers who answers what by when; the last ones are for what somebody of
	 * higher rank evaluates
	 */
	public record Chart(List<Integer> versions, List<Line> lines, List<Assessment> others, List<Answerer> answerers) {

		public Chart {
			lines = List.copyOf(lines);
			others = List.copyOf(others);
			answerers = List.copyOf(answerers);
		}

		/** The situations by when they are asked about. */
		public Map<Mode, List<Line>> byMode() {
			Map<Mode, List<Line>> groups = new LinkedHashMap<>();
			for (Mode mode : Mode.values()) {
				groups.put(mode, this.lines.stream().filter((line) -> line.hit().mode() == mode).toList());
			}
			return groups;
		}

		/**
		 * The situations as somebody looks for them: by when they are asked about, and
		 * the scenarios of the procedure apart, since people recognise what they hear.
		 */
		public Map<String, List<Line>> groups() {
			Map<String, List<Line>> groups = new LinkedHashMap<>();
			byMode().forEach((mode, all) -> {
				List<Line> reasons = all.stream().filter((line) -> !line.situation().isScenario()).toList();
				if (!reasons.isEmpty()) {
					groups.put(mode.heading(), reasons);
				}
			});
			groups.put("Escenarios", this.lines.stream().filter((line) -> line.situation().isScenario()).toList());
			return groups;
		}

	}

	/**
	 * A situation and the rule that applies to it.
	 *
	 * @param situation the situation
	 * @param hit what the table says of it
	 */
	public record Line(Situation situation, Assessment.Hit hit) {
	}

	/**
	 * Who answers.
	 *
	 * @param topic what it is about, or {@code null} for anything
	 * @param senior whether somebody of higher rank evaluates it
	 * @param route the group and its deadlines
	 */
	public record Answerer(Topic topic, boolean senior, Route route) {
	}

}
