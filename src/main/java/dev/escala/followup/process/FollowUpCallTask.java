package dev.escala.followup.process;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.escala.access.Role;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.engine.UserTask;
import dev.escala.followup.FollowUp;
import dev.escala.followup.FollowUpCaller;
import dev.escala.followup.FollowUpScript;
import dev.escala.followup.FollowUps;
import dev.escala.followup.MakeFollowUpCall;
import dev.escala.followup.SaidFollowUp;
import dev.escala.owner.MatterOwner;
import dev.escala.reference.UserId;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/** Somebody calls and asks how it goes (004-57). */
@Component
class FollowUpCallTask implements UserTask {

	private final FollowUps followUps;

	private final MakeFollowUpCall calls;

	private final FollowUpScript script;

	private final MatterOwner owner;

	FollowUpCallTask(FollowUps followUps, MakeFollowUpCall calls, FollowUpScript script, MatterOwner owner) {
		this.followUps = followUps;
		this.calls = calls;
		this.script = script;
		this.owner = owner;
	}

	@Override
	public String key() {
		return FollowUpCallProcess.TASK_CALL;
	}

	@Override
	public Set<String> candidateGroups(TaskScope scope) {
		FollowUp one = get(scope);
		return isOwners(one) ? this.owner.groups(one.caseNumber())
				: Stream.of(one.plan().caller().role(), Role.SUPERVISORS)
					.map(Role::groupId)
					.collect(Collectors.toSet());
	}

	@Override
	public Optional<UserId> assignee(TaskScope scope) {
		FollowUp one = get(scope);
		return isOwners(one) ? this.owner.id(one.caseNumber()) : Optional.empty();
	}

	@Override
	public Optional<Instant> dueAt(TaskScope scope) {
		FollowUp one = get(scope);
		return Optional.of((one.nextAt() == null) ? one.dueAt() : one.nextAt());
	}

	@Override
	public String why(TaskScope scope) {
		FollowUp one = get(scope);
		return "Le llega porque " + one.source() + " terminó y toca preguntar a " + one.customerName() + " cómo va. "
				+ this.script.why(one);
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		FollowUp one = get(scope);
		return Map.of("followUpWho", this.script.who(one), "followUpWhy", this.script.why(one), "followUpStory",
				this.script.story(one), "followUpScript", this.script.script(one));
	}

	/** Every field is read, also one that the form hides: none stays behind. */
	@Override
	public void complete(CompletedTask task) {
		long id = id(task.scope());
		UserId by = task.userId();
		String outcome = String.valueOf(task.text("followUpOutcome"));
		SaidFollowUp.Input input = new SaidFollowUp.Input(task.text("followUpCalledAt"), task.text("followUpRight"),
				task.text("followUpWanted"), task.text("followUpTrouble"), task.flag("followUpReadBack"),
				task.text("followUpAdvice"), task.text("followUpQuestion"), task.text("followUpRecommends"),
				task.text("followUpRecommendedTo"), task.flag("followUpConsent"), task.text("followUpClub"),
				task.text("followUpNote"));
		switch (outcome) {
			case "spoken" -> task.setFact(FollowUpCallProcess.ASKED, this.calls.spoken(id, by, input));
			case "noAnswer" -> task.setFact(FollowUpCallProcess.AGAIN, this.calls.notReached(id, by, input.note()));
			case "leaveAlone" -> this.calls.leaveAlone(id, by);
			default -> throw new InvalidInputException("followUpOutcome", "Diga qué pasó con la llamada.");
		}
		task.answer(outcome);
	}

	private FollowUp get(TaskScope scope) {
		return this.followUps.get(id(scope));
	}

	static long id(TaskScope scope) {
		return scope.number(FollowUpCallProcess.ID);
	}

	private static boolean isOwners(FollowUp one) {
		return one.plan().caller() == FollowUpCaller.OWNER && one.caseNumber() != null;
	}

}
