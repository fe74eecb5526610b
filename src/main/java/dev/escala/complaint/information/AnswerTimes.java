package dev.escala.complaint.information;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.escala.clock.count.Counting;
import dev.escala.complaint.regime.ComplaintFacts;
import dev.escala.complaint.regime.ComplaintLaw;
import dev.escala.complaint.regime.ComplaintTopic;
import dev.escala.complaint.regime.Course;
import dev.escala.complaint.regime.LegalDeadline;
import dev.escala.complaint.regime.LegalDeadlines;
import dev.escala.complaint.regime.Regimes;
import dev.escala.complaint.regime.Sector;

import org.springframework.stereotype.Component;

/**
 * Until when a consumer who complained today would have to be answered, for each thing
 * that it may be about: asked of the tables that decide it for every complaint, so that
 * the page never says anything else.
 */
@Component
class AnswerTimes {

	private final Regimes regimes;

	private final LegalDeadlines deadlines;

	private final ComplaintLaw law;

	private final Clock clock;

	AnswerTimes(Regimes regimes, LegalDeadlines deadlines, ComplaintLaw law, Clock clock) {
		this.regimes = regimes;
		this.deadlines = deadlines;
		this.law = law;
		this.clock = clock;
	}

	/** The shortest first; what takes as long stands together. */
	List<AnswerTime> list() {
		Map<AnswerTime, List<ComplaintTopic>> topics = new LinkedHashMap<>();
		Map<AnswerTime, Instant> ends = new LinkedHashMap<>();
		supplies().forEach((small) -> Stream.of(ComplaintTopic.values()).forEach((topic) -> {
			LegalDeadline deadline = binding(topic, small);
			AnswerTime time = new AnswerTime(List.of(), number(deadline.term().within()), deadline.counting(),
					deadline.term().norm(), isDifferent(topic) ? small : null);
			topics.computeIfAbsent(time, (one) -> new ArrayList<>());
			if (!topics.get(time).contains(topic)) {
				topics.get(time).add(topic);
			}
			ends.put(time, deadline.dueAt());
		}));
		return topics.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey((one, other) -> ends.get(one).compareTo(ends.get(other))))
			.map((one) -> one.getKey().about(one.getValue()))
			.toList();
	}

	private List<Boolean> supplies() {
		return (this.law.sector() == Sector.ELECTRICITY) ? List.of(true, false) : List.of(true);
	}

	private boolean isDifferent(ComplaintTopic topic) {
		return supplies().size() > 1
				&& !binding(topic, true).term().within().equals(binding(topic, false).term().within());
	}

	private LegalDeadline binding(ComplaintTopic topic, boolean small) {
		Instant now = this.clock.instant();
		ComplaintFacts facts = new ComplaintFacts(this.law.country(), this.law.region(), this.law.sector(), topic, true,
				this.law.large(), false, small);
		LocalDate today = now.atZone(this.deadlines.zone(facts)).toLocalDate();
		return this.deadlines.of(this.regimes.consider(facts, today), facts, new Course(now, List.of(), null))
			.stream()
			.filter(LegalDeadline::binding)
			.findFirst()
			.orElseThrow();
	}

	/** The number in {@code P15D}, {@code PT2H} or {@code P1M}. */
	private static int number(String within) {
		return Integer.parseInt(within.replaceAll("\\D", ""));
	}

	/**
	 * A time for an answer.
	 *
	 * @param topics what it holds for
	 * @param number of hours, days or months
	 * @param counting what is counted
	 * @param norm what says so, in Spanish
	 * @param small whether it holds below 15 kW only, or from there on; {@code null}
	 * where that makes no difference
	 */
	record AnswerTime(List<ComplaintTopic> topics, int number, Counting counting, String norm, Boolean small) {

		private AnswerTime about(List<ComplaintTopic> all) {
			return new AnswerTime(List.copyOf(all), this.number, this.counting, this.norm, this.small);
		}

	}

}
