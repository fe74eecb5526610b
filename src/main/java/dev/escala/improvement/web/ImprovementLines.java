package dev.escala.improvement.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.escala.improvement.Improvement;
import dev.escala.reference.CaseNumber;
import dev.escala.staffing.PersonNames;
import dev.escala.staffing.PersonSearch;
import dev.escala.text.Dates;
import dev.escala.text.Sentences;
import dev.escala.visibility.Visibility;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the list of improvements shows to whoever asks. */
@Component
class ImprovementLines {

	private final Visibility visibility;

	private final PersonNames names;

	private final PersonSearch search;

	private final Clock clock;

	ImprovementLines(Visibility visibility, PersonNames names, PersonSearch search, Clock clock,
			@Value("${escala.zone}") ZoneId zone) {
		this.visibility = visibility;
		this.names = names;
		this.search = search;
		this.clock = clock.withZone(zone);
	}

	/** Those that the person who asks may see. */
	List<Line> of(List<Improvement> some) {
		LocalDate today = LocalDate.now(this.clock);
		Set<CaseNumber> seen = this.visibility.seenOf(some.stream().map(Improvement::number).toList());
		return some.stream()
			.filter((one) -> seen.contains(one.number()))
			.map((one) -> new Line(one, this.names.name(one.action().owner()), Dates.figures(one.action().dueOn()),
					Sentences.beginning(one.action().state().label()),
					one.isOpen() && one.action().dueOn().isBefore(today)))
			.toList();
	}

	/** Whom the form offers. */
	List<Map<String, String>> people() {
		return this.search.choices();
	}

	/**
	 * A line.
	 *
	 * @param one the improvement
	 * @param owner the name of who answers for it
	 * @param dueOn by which day, as people write it
	 * @param state how far it got, in Spanish
	 * @param late whether its day passed
	 */
	public record Line(Improvement one, String owner, String dueOn, String state, boolean late) {
	}

}
