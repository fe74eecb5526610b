package dev.escala.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import dev.escala.access.Staff;
import dev.escala.clock.count.Counting;
import dev.escala.clock.count.Target;
import dev.escala.policy.Assessment.Hit;
import dev.escala.reference.CaseNumber;
import dev.escala.routing.Decision;
import dev.escala.routing.Decisions;
import dev.escala.routing.RecordedDecision;

import org.springframework.stereotype.Service;

/**
 * Says when something is asked about before anybody commits, who answers and by when: the
 * tables {@code requestPolicy}, {@code requestRouting} and {@code departmentLevels}.
 */
@Service
public class Policy {

	private static final String POLICY = "requestPolicy";

	private static final String NOTHING = "NONE";

	/** The departments that the table of service levels names. */
	private static final Set<String> DEPARTMENTS = Set.of("agents", "finance", "technology", "product", "legal",
			"experts", "managers");

	private final Decisions decisions;

	private final RouteProperties properties;

	private final Staff staff;

	Policy(Decisions decisions, RouteProperties properties, Staff staff) {
		this.decisions = decisions;
		this.properties = properties;
		this.staff = staff;
	}

	/**
	 * What the policy says of a question.
	 * @param number the request for which the decisions are recorded, or {@code null}
	 * @param situations what applies; none means that nobody sees anything unusual
	 * @param asked what the person says it is about, or {@code null}: then the strictest
	 * rule says it
	 */
	public Assessment assess(CaseNumber number, Collection<Situation> situations, Topic asked) {
		Topic presumed = (asked == null) ? Topic.OTHER : asked;
		List<Hit> hits = new ArrayList<>();
		if (situations.isEmpty()) {
			hits.addAll(hits(number, null, presumed));
		}
		new TreeSet<>(situations).forEach((situation) -> hits.addAll(hits(number, situation, presumed)));
		Assessment assessed = new Assessment(distinct(hits), presumed, null);
		Topic topic = (asked == null) ? assessed.hits().get(0).topic() : asked;
		return new Assessment(assessed.hits(), topic, route(number, topic, assessed.senior()));
	}

	/** The same as {@link #assess}, for somebody who only looks: nothing is recorded. */
	public Assessment consider(Collection<Situation> situations, Topic asked) {
		return assess(null, situations, asked);
	}

	/** A rule of the topic applies once, however many situations were named. */
	private static List<Hit> distinct(List<Hit> hits) {
		List<String> seen = new ArrayList<>();
		return hits.stream().filter((hit) -> !seen.contains(hit.ruleId()) && seen.add(hit.ruleId())).toList();
	}

	/**
	 * The rules that were found to apply when the question was assessed for the record,
	 * the strictest first; nothing is evaluated.
	 */
	public List<Hit> recorded(CaseNumber number) {
		List<Hit> hits = new ArrayList<>();
		for (RecordedDecision decision : this.decisions.recorded(number)) {
			if (decision.decision().equals(POLICY)) {
				Object situation = decision.inputs().get("situation");
				decision.matches()
					.forEach((match) -> hits
						.add(hit(NOTHING.equals(situation) ? null : Situation.valueOf((String) situation), match)));
			}
		}
		return distinct(hits).stream().sorted(Comparator.comparing(Hit::mode)).toList();
	}

	private List<Hit> hits(CaseNumber number, Situation situation, Topic topic) {
		Decision decision = this.decisions.decide(number, "requestPolicy",
				Map.of("situation", (situation == null) ? NOTHING : situation.name(), "topic", topic.name()));
		return decision.matches().stream().map((match) -> hit(situation, match)).toList();
	}

	private static Hit hit(Situation situation, Decision.Match match) {
		return new Hit(situation, Mode.valueOf((String) match.outputs().get("mode")),
				Topic.valueOf((String) match.outputs().get("about")),
				Boolean.TRUE.equals(match.outputs().get("senior")), Boolean.TRUE.equals(match.outputs().get("caution")),
				match.ruleId(), match.reason());
	}

	private Route route(CaseNumber number, Topic topic, boolean senior) {
		Decision decision = this.decisions.decide(number, "requestRouting",
				Map.of("topic", topic.name(), "senior", senior));
		Optional<String> own = senior ? Optional.empty() : Optional.ofNullable(this.properties.groups().get(topic));
		return own
			.map((group) -> route(decision, group,
					topic.label() + ": en esta organización responde " + this.staff.groupName(group)))
			.orElseGet(() -> route(decision, decision.text("group"), decision.reason()));
	}

	/**
	 * The service level between two departments (004-78).
	 * @param from the group that asks
	 * @param to the group that answers
	 */
	public Route between(CaseNumber number, String from, String to) {
		Decision decision = this.decisions.decide(number, "departmentLevels",
				Map.of("from", department(from), "to", department(to)));
		return route(decision, to, decision.reason());
	}

	private static String department(String group) {
		return DEPARTMENTS.contains(group) ? group : "OTHER";
	}

	private static Route route(Decision decision, String group, String reason) {
		int warnAfter = decision.number("warnAfter");
		return new Route(group,
				new Target(decision.text("acknowledgeWithin"),
						Counting.named(decision.text("acknowledgeCounting")).orElse(null), warnAfter, false),
				new Target(decision.text("decideWithin"), Counting.named(decision.text("decideCounting")).orElse(null),
						warnAfter, false),
				reason);
	}

}
