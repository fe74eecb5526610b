package dev.escala.support;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * What staff write for each other. In every story it carries a mark, so that it is
 * recognised wherever it turns up.
 */
public final class InternalTexts {

	/** Stands at the end of each line that is not for customers. */
	public static final String MARK = " ‡";

	/** The fields that stay between colleagues, whatever a model says. */
	public static final Set<String> FIELDS = Set.of("actionNote", "actionReason", "askAssessment", "askSituation",
			"assessment", "breachNote", "callNote", "closingSummary", "completion", "conditions", "confirmationNote",
			"correctionNote", "dateReason", "declarationNote", "description", "effectNote", "exceptionGranted",
			"exceptionReason", "exceptionRequest", "expertOpinion", "expertQuestion", "lessonsLearned", "newAction",
			"nextTime", "normNote", "noticeReason", "otherDetails", "overrideReason", "pauseNote", "planReason",
			"progressNote", "promiseNote", "rcaActions", "rcaCauses", "rcaLessons", "rcaSummary", "readingComment",
			"reasoning", "resourcesGranted", "reviewNote", "shareNote", "takeOverNote", "talkNote", "taskForceGoal",
			"technicalPlan", "transferNote", "transferReason", "verificationNote", "wentBadly", "wentWell");

	private InternalTexts() {
	}

	/** A text of one line as it is kept. */
	public static String kept(String text) {
		return text + MARK;
	}

	/** The text with its marks where it is for colleagues. */
	static String marked(String field, String text) {
		if (!FIELDS.contains(field) || text.isBlank()) {
			return text;
		}
		return text.lines()
			.map((line) -> line.isBlank() ? line
					: line.contains("|") ? line.replaceFirst("\\s*\\|", MARK + " |") : line + MARK)
			.collect(Collectors.joining("\n"));
	}

}
