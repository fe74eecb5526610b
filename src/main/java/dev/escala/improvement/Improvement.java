package dev.escala.improvement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import dev.escala.access.Role;
import dev.escala.corrective.ActionState;
import dev.escala.matter.Matter;
import dev.escala.matter.Severity;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

/**
 * An improvement as it stands now.
 *
 * @param number for example {@code MEJ-2026-000001}
 * @param kind what it looks at
 * @param subject the beginning of what is done, in a line
 * @param what what is done
 * @param why what it is for, or {@code null}
 * @param severity how closely it is followed
 * @param repeatMonths after how many months it comes again, or {@code null}
 * @param source the matter in which it was found, or {@code null}
 * @param follows the one that it repeats, or {@code null}
 * @param sample the matters that were drawn for a check of quality
 * @param action the action that stands now
 * @param registeredBy who wrote it down
 * @param registeredAt when
 * @param endedAt when it was over, or {@code null}
 */
public record Improvement(CaseNumber number, ImprovementKind kind, String subject, String what, String why,
		Severity severity, Integer repeatMonths, CaseNumber source, CaseNumber follows, List<CaseNumber> sample,
		Action action, UserId registeredBy, Instant registeredAt, Instant endedAt) {

	/** What its numbers begin with. */
	public static final String PREFIX = "MEJ-";

	static final String MATTER_KIND = "improvement";

	public Improvement {
		sample = List.copyOf(sample);
	}

	/** Whether anything is still to be done. */
	public boolean isOpen() {
		return this.endedAt == null;
	}

	/** It as the rooms see it that work on any matter. */
	Matter asMatter() {
		return new Matter(this.number, MATTER_KIND, this.subject, null, null, this.severity,
				Role.PROBLEM_COORDINATORS.groupId(), this.action.owner(), this.registeredAt, isOpen(),
				isOpen() ? "está en marcha" : "ya terminó", Set.of());
	}

	/**
	 * How it is carried; its days are of the business zone.
	 *
	 * @param state how far it got
	 * @param owner who answers for it
	 * @param dueOn by which day it is done
	 */
	public record Action(ActionState state, UserId owner, LocalDate dueOn) {
	}

}
