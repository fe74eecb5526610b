package dev.escala.idea;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import dev.escala.access.Role;
import dev.escala.access.Staff;
import dev.escala.measure.Answerers;
import dev.escala.notice.StaffNotices;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.text.Dates;
import dev.escala.timeline.Timeline;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reminds of an idea whose day has passed and about which nobody has decided. */
@Service
@Transactional
public class ChaseIdea {

	private final Ideas ideas;

	private final Answerers answerers;

	private final Staff staff;

	private final StaffNotices notices;

	private final Timeline timeline;

	ChaseIdea(Ideas ideas, Answerers answerers, Staff staff, StaffNotices notices, Timeline timeline) {
		this.ideas = ideas;
		this.answerers = answerers;
		this.staff = staff;
		this.notices = notices;
		this.timeline = timeline;
	}

	/**
	 * Tells whoever answers for it, and supervision, once for each day on which it was to
	 * be decided.
	 */
	public void chase(CaseNumber number) {
		Idea idea = this.ideas.get(number);
		if (!idea.isOpen()) {
			return;
		}
		Set<UserId> told = new HashSet<>();
		this.staff.membersOf(Role.SUPERVISORS.groupId()).forEach((person) -> told.add(person.id()));
		this.answerers.there(idea.owner()).ifPresent(told::add);
		this.notices.tellPeople(number, "idea-" + idea.trial().delays(), "internal-idea-late",
				Map.of("message", idea.what(), "dueText", Dates.figures(idea.trial().decideOn()), "leadName",
						this.staff.nameOf(idea.owner())),
				told);
		this.timeline.add(number, UserId.SYSTEM, "Tocaba decidir el " + Dates.figures(idea.trial().decideOn())
				+ " y sigue sin decidirse: se recuerda a quien responde y a Supervisión.");
	}

}
