package dev.escala.escalation.view;

import java.util.List;

import dev.escala.card.CardSection.Section;
import dev.escala.card.OpenTask;
import dev.escala.card.OpenTasks;
import dev.escala.escalation.view.RelatedCases.Related;
import dev.escala.notification.Outbox;
import dev.escala.notification.OutboxMessage;
import dev.escala.reference.CaseNumber;
import dev.escala.rootcause.AnalysisTexts;
import dev.escala.routing.Decisions;
import dev.escala.routing.ExplainedDecision;
import dev.escala.visibility.Visibility;

import org.springframework.stereotype.Component;

/** What the card does not show and the page of a case does: the whole of it. */
@Component
public class CaseBackground {

	private final OpenTasks tasks;

	private final Decisions decisions;

	private final Outbox outbox;

	private final Visibility visibility;

	private final RelatedCases related;

	private final AnalysisTexts analyses;

	CaseBackground(OpenTasks tasks, Decisions decisions, Outbox outbox, Visibility visibility, RelatedCases related,
			AnalysisTexts analyses) {
		this.related = related;
		this.analyses = analyses;
		this.tasks = tasks;
		this.decisions = decisions;
		this.outbox = outbox;
		this.visibility = visibility;
	}

	/** What waits for somebody, the next due first. */
	public List<OpenTask> tasks(CaseNumber number) {
		return this.tasks.of(number);
	}

	/** Which table decided what, and why, newest first. */
	public List<ExplainedDecision> decisions(CaseNumber number) {
		return this.decisions.explained(number);
	}

	/** Records of problems (001-15), and the other cases that it has to do with. */
	public Related related(CaseNumber number) {
		return this.related.of(number);
	}

	/** The analysis of its root cause as colleagues read it; empty without one. */
	public List<Section> analysis(CaseNumber number) {
		return this.analyses.whole(number);
	}

	/** How far that analysis got, in a few words; empty without one. */
	public String analysisStanding(CaseNumber number) {
		return this.analyses.standing(number);
	}

	/** Who was written to; empty for who does not read contacts' data. */
	public List<OutboxMessage> messages(CaseNumber number) {
		return this.visibility.readsContacts(number) ? this.outbox.messages(number) : List.of();
	}

}
