package dev.escala.escalation.reporter;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.escala.escalation.Escalation;
import dev.escala.escalation.Escalations;
import dev.escala.escalation.Milestone;
import dev.escala.escalation.MilestoneReached;
import dev.escala.matter.MatterNote;
import dev.escala.matter.MatterNotes;
import dev.escala.notice.StaffNotices;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells whoever reported a case what became of it, as far as they want to hear it. Nobody
 * is told what they did themselves, nor the owner of what is their own work.
 */
@Service
@Transactional
class ReporterNotices {

	private final Escalations escalations;

	private final ReporterPreferences preferences;

	private final StaffNotices notices;

	private final MatterNotes notes;

	private final String publicUrl;

	ReporterNotices(Escalations escalations, ReporterPreferences preferences, StaffNotices notices, MatterNotes notes,
			@Value("${escala.public-url}") String publicUrl) {
		this.escalations = escalations;
		this.preferences = preferences;
		this.notices = notices;
		this.notes = notes;
		this.publicUrl = publicUrl;
	}

	@EventListener
	void tell(MilestoneReached reached) {
		Escalation escalation = this.escalations.get(reached.number());
		UserId reporter = escalation.reportedBy();
		boolean knows = reporter.equals(reached.actor()) || reporter.equals(escalation.ownerId());
		if (knows || !this.preferences.of(reporter).contains(reached.milestone())) {
			return;
		}
		Map<String, Object> more = new HashMap<>();
		more.put("heading", heading(reached.milestone(), escalation));
		more.put("intro", intro(reached.milestone()));
		more.put("message", reached.told());
		more.put("link", this.publicUrl + "/casos/" + reached.number());
		more.put("settingsLink", this.publicUrl + "/reportados/avisos");
		this.notices.tellPeople(reached.number(), step(reached), "internal-reported", more, Set.of(reporter));
	}

	/** A case that was reopened is resolved and ends once more, and is told once more. */
	private String step(MilestoneReached reached) {
		long reopened = reopenings(reached.number());
		return "reporter-" + reached.milestone().name().toLowerCase(Locale.ROOT)
				+ ((reopened == 0) ? "" : "-" + (reopened + 1));
	}

	private long reopenings(CaseNumber number) {
		return this.notes.notes(number).stream().filter((note) -> note.kind() == MatterNote.Kind.REOPENING).count();
	}

	private static String heading(Milestone milestone, Escalation escalation) {
		return switch (milestone) {
			case RECEIVED -> "El caso que reportó ya lo lleva alguien";
			case PLANNED -> "El caso que reportó ya tiene un plan";
			case RESOLVED -> "El caso que reportó está resuelto";
			case ENDED -> "El caso que reportó " + escalation.outcome().told();
		};
	}

	private static String intro(Milestone milestone) {
		return switch (milestone) {
			case RECEIVED -> "Responde del caso la persona que se indica abajo.";
			case PLANNED -> "Esto es lo que se le ha escrito al cliente:";
			case RESOLVED -> "El cliente confirma que puede usar el servicio de nuevo. Falta comprobar el cierre.";
			case ENDED -> "Esto es lo que quedó anotado:";
		};
	}

}
