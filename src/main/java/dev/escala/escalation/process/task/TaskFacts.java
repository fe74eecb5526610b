package dev.escala.escalation.process.task;

import java.util.Set;

import dev.escala.clock.task.TaskClocks;
import dev.escala.escalation.Escalations;
import dev.escala.matter.Speciality;
import dev.escala.owner.MatterOwner;
import dev.escala.reference.CaseNumber;
import dev.escala.routing.Decision;
import dev.escala.routing.Decisions;
import dev.escala.validation.Fields;

import org.springframework.stereotype.Component;

/** What the user tasks ask of a case: its group, its owner, its clocks, its reasons. */
@Component
class TaskFacts {

	private final Escalations escalations;

	private final Decisions decisions;

	private final TaskClocks clocks;

	private final MatterOwner owner;

	TaskFacts(Escalations escalations, Decisions decisions, TaskClocks clocks, MatterOwner owner) {
		this.escalations = escalations;
		this.decisions = decisions;
		this.clocks = clocks;
		this.owner = owner;
	}

	/** The speciality that somebody asks for; refuses a missing or unknown one. */
	static Speciality speciality(String value) {
		Fields fields = new Fields();
		Speciality speciality = fields.oneOf("requestedSpeciality", "la especialidad que hace falta", value,
				Speciality.class, null);
		fields.done();
		return speciality;
	}

	/** The group that routing chose. */
	Set<String> group(CaseNumber number) {
		return Set.of(this.escalations.get(number).groupId());
	}

	TaskClocks clocks() {
		return this.clocks;
	}

	MatterOwner owner() {
		return this.owner;
	}

	/** Why, in the words of the rule that decided last. */
	String whyDecision(CaseNumber number, String decision) {
		return this.decisions.recorded(number)
			.stream()
			.filter((recorded) -> recorded.decision().equals(decision))
			.reduce((first, last) -> last)
			.map((recorded) -> recorded.matches().get(0))
			.map(Decision.Match::reason)
			.map((reason) -> "Le llega a su grupo por esta regla: " + reason)
			.orElse("Le llega a su grupo según las reglas de asignación.");
	}

}
