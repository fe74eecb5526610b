package dev.escala.card;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.escala.card.Card.Happened;
import dev.escala.reference.CaseNumber;
import dev.escala.staffing.PersonNames;
import dev.escala.text.DateTexts;
import dev.escala.timeline.Timeline;
import dev.escala.timeline.TimelineEntry;

import org.springframework.stereotype.Component;

/** What happened so far, as cards tell it: newest first, with names of people. */
@Component
public class CardHistory {

	private final Timeline timeline;

	private final DateTexts dates;

	private final PersonNames names;

	CardHistory(Timeline timeline, DateTexts dates, PersonNames names) {
		this.timeline = timeline;
		this.dates = dates;
		this.names = names;
	}

	/** Everything that happened to what has that number. */
	public List<Happened> happened(CaseNumber number) {
		List<TimelineEntry> entries = new ArrayList<>(this.timeline.entries(number));
		Collections.reverse(entries);
		return entries.stream()
			.map((entry) -> new Happened(this.dates.brief(entry.happenedAt()), this.names.name(entry.actor()),
					entry.text()))
			.toList();
	}

}
