package dev.escala.followup;

import java.time.Instant;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.text.DateTexts;
import dev.escala.timeline.Timeline;

import org.springframework.stereotype.Component;

/**
 * Writes calls into the history of the matter after which they are made, and of the
 * complaint that comes of one; after a purchase there is only that.
 */
@Component
class FollowUpNotes {

	private static final String CALL = "Llamada de seguimiento: ";

	private final Timeline timeline;

	private final DateTexts dates;

	FollowUpNotes(Timeline timeline, DateTexts dates) {
		this.timeline = timeline;
		this.dates = dates;
	}

	void skipped(FollowUp one, String reason) {
		add(one, UserId.SYSTEM, "no se llama. " + reason + ".");
	}

	void tried(FollowUp one, UserId by, String note, Instant next) {
		add(one, by,
				"no se le localizó (intento " + (one.attempts() + 1) + " de " + one.plan().attempts() + "). "
						+ ((next == null) ? "No se insiste más."
								: "Se vuelve a intentar desde el " + this.dates.full(next) + ".")
						+ ((note == null) ? "" : " " + note));
	}

	void leftAlone(FollowUp one, UserId by) {
		add(one, by, "pidió que no se le llame más.");
	}

	void spoken(FollowUp one, UserId by, SaidFollowUp said, CaseNumber complaint) {
		add(one, by,
				(said.right() ? "está bien" : "no está bien") + " y "
						+ (said.wanted() ? "hace lo que quería" : "no hace lo que quería") + "."
						+ ((complaint == null) ? "" : " Se abre la reclamación " + complaint + ".")
						+ ((said.note() == null) ? "" : " " + said.note()));
		if (complaint != null) {
			this.timeline.add(complaint, by, "Empezó en la llamada de seguimiento tras " + one.source() + ".");
		}
	}

	void answered(FollowUp one, UserId by, String answer) {
		add(one, by, "se le contestó lo que preguntó: " + answer);
	}

	private void add(FollowUp one, UserId by, String text) {
		if (one.caseNumber() != null) {
			this.timeline.add(one.caseNumber(), by, CALL + text);
		}
	}

}
