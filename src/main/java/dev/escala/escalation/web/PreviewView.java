package dev.escala.escalation.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.escala.clock.ServiceClock;
import dev.escala.clock.explanation.ClockExplanation;
import dev.escala.clock.web.ClocksView.CalendarRef;
import dev.escala.clock.web.ClocksView.LevelView;
import dev.escala.customer.Tier;
import dev.escala.escalation.preview.ServiceLevelPreview.Happening;
import dev.escala.escalation.preview.ServiceLevelPreview.Preview;
import dev.escala.matter.Severity;
import dev.escala.text.Sentences;

/**
 * What would happen with a case. Instants are absolute (UTC).
 *
 * @param clocks by their date; those of the levels as they begin when nobody does
 * anything
 * @param timeline what happens when, in order
 */
record PreviewView(Instant reportedAt, Severity severity, String severityReason, Tier tier, CalendarRef calendar,
		List<ForecastView> clocks, List<Happening> timeline) {

	static PreviewView of(Preview preview) {
		return new PreviewView(preview.reportedAt(), preview.severity(), preview.severityReason(), preview.tier(),
				CalendarRef.of(preview.calendar()), preview.clocks().stream().map(ForecastView::of).toList(),
				preview.timeline());
	}

	/** The timeline as people read it. */
	static String text(Preview preview) {
		List<String> lines = new ArrayList<>();
		lines.add("Qué ocurriría si nadie hace nada. Gravedad " + Sentences.within(preview.severity().label())
				+ ", cliente " + preview.tier().label() + ", calendario «" + preview.calendar().name() + "».");
		lines.add("");
		preview.timeline()
			.forEach((happening) -> lines.add("- " + happening.text() + "."
					+ ((happening.reason() == null) ? "" : "\n  Por qué: " + happening.reason() + ".")));
		return String.join("\n", lines) + "\n";
	}

	/** A clock that would run. */
	record ForecastView(ServiceClock clock, String label, Instant startedAt, Instant warnAt, Instant dueAt,
			LevelView serviceLevel, List<String> explanation) {

		static ForecastView of(ClockExplanation clock) {
			return new ForecastView(clock.deadline().clock(), clock.deadline().clock().label(),
					clock.deadline().startedAt(), clock.deadline().warnAt(), clock.deadline().dueAt(),
					LevelView.of(clock.deadline().level().target(), clock.deadline().reason()), clock.sentences());
		}

	}

}
