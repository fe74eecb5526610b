package dev.escala.policy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
		Optional<Situation> senior = lines.stream()
			.filter((line) -> line.hit().senior())
			.map(Line::situation)
			.findFirst();
		return Arrays.stream(Topic.values())
			.map((topic) -> new Answerer(topic, this.policy.consider(Set.of(), topic).route(),
					senior.map((situation) -> this.policy.consider(Set.of(situation), topic).route()).orElse(null)))
			.toList();
	}

	/**
	 * The policy as a whole.
	 *
	 * @param versions of the tables that were asked
	 * @param lines what is said of each situation alone, in the order of
	 * {@link Situation}
	 * @param others what is said where nothing of it applies, of the topics that are
	 * asked about all the same
	 * @param answerers who answers what by when
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
	 * @param topic what it is about
	 * @param route the group and its deadlines
	 * @param senior the same for what somebody of higher rank evaluates, or {@code null}
	 * where there is nothing of the kind
	 */
	public record Answerer(Topic topic, Route route, Route senior) {
	}

}
