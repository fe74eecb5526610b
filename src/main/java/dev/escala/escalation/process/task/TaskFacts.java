package dev.escala.escalation.process.task;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import dev.escala.access.Role;
import dev.escala.engine.TaskScope;
import dev.escala.escalation.CaseClocks;
import dev.escala.escalation.CaseLevel;
import dev.escala.escalation.CaseLevels;
import dev.escala.escalation.CaseOwner;
import dev.escala.escalation.Escalations;
import dev.escala.escalation.Report;
import dev.escala.routing.Decision;
import dev.escala.routing.Decisions;
import dev.escala.servicelevel.Deadline;
import dev.escala.servicelevel.ServiceClock;
import dev.escala.servicelevel.ServiceLevels;
import dev.escala.validation.Fields;

import org.springframework.stereotype.Component;

/** What the user tasks ask of a case: its group, its owner, its clocks, its reasons. */
@Component
class TaskFacts {

	private final Escalations escalations;

	private final ServiceLevels serviceLevels;

	private final Decisions decisions;

	private final CaseClocks clocks;

	private final CaseLevels levels;

	private final CaseOwner owner;

	TaskFacts(Escalations escalations, ServiceLevels serviceLevels, Decisions decisions, CaseClocks clocks,
			CaseLevels levels, CaseOwner owner) {
		this.escalations = escalations;
		this.serviceLevels = serviceLevels;
		this.decisions = decisions;
		this.clocks = clocks;
		this.levels = levels;
		this.owner = owner;
	}

	/** The speciality that somebody asks for; refuses a missing or unknown one. */
	static Report.Speciality speciality(String value) {
		Fields fields = new Fields();
		Report.Speciality speciality = fields.oneOf("requestedSpeciality", "la especialidad que hace falta", value,
				Report.Speciality.class, null);
		fields.done();
		return speciality;
	}

	/** The group that routing chose. */
	Set<String> group(String number) {
		return Set.of(this.escalations.get(number).groupId());
	}

	/** The level that the case reached, as a process knows it, or else the highest. */
	Optional<CaseLevel> level(TaskScope scope) {
		Integer level = scope.number("level");
		return (level == null) ? this.levels.highest(scope.caseNumber()) : this.levels.find(scope.caseNumber(), level);
	}

	/** The clock, while somebody should still meet it. */
	Optional<Deadline> open(String number, ServiceClock clock) {
		return this.serviceLevels.find(number, clock).filter(Deadline::isOpen);
	}

	CaseOwner owner() {
		return this.owner;
	}

	void setDue(String number, ServiceClock clock, Instant due, String by) {
		this.clocks.setDue(number, clock, due, by);
	}

	/** Why a role has it. */
	String whyRole(Role role, String because) {
		return "Le llega porque pertenece a «" + role.label() + "»: " + because;
	}

	/** Why, in the words of the rule that decided last. */
	String whyDecision(String number, String decision) {
		return this.decisions.of(number)
			.stream()
			.filter((recorded) -> recorded.decision().equals(decision))
			.reduce((first, last) -> last)
			.map((recorded) -> recorded.matches().get(0))
			.map(Decision.Match::reason)
			.map((reason) -> "Le llega a su grupo por esta regla: " + reason)
			.orElse("Le llega a su grupo según las reglas de asignación.");
	}

}
