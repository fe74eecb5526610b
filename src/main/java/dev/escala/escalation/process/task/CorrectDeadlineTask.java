package dev.escala.escalation.process.task;

import java.util.Map;
import java.util.Set;

import dev.escala.access.Role;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.escalation.RecalculateCase;
import dev.escala.servicelevel.Recalculations;

import org.springframework.stereotype.Component;

/** The deadlines of a case cannot be computed: a supervisor mends the cause. */
@Component
public class CorrectDeadlineTask extends ClockedTask {

	/** What the form shows of the failure. */
	public static final String FAILURE = "deadlineFailure";

	private final TaskFacts facts;

	private final Recalculations recalculations;

	private final RecalculateCase cases;

	CorrectDeadlineTask(TaskFacts facts, Recalculations recalculations, RecalculateCase cases) {
		super("userTask_correctDeadline", null, facts);
		this.facts = facts;
		this.recalculations = recalculations;
		this.cases = cases;
	}

	@Override
	public Set<String> candidateGroups(TaskScope scope) {
		return Set.of(Role.SUPERVISORS.groupId());
	}

	@Override
	public String why(TaskScope scope) {
		return this.facts.whyRole(Role.SUPERVISORS, "los plazos de este caso no se pueden calcular. "
				+ this.recalculations.failure(scope.caseNumber()).orElse(""));
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		return Map.of(FAILURE, this.recalculations.failure(scope.caseNumber()).orElse("Ya no consta ningún fallo."));
	}

	@Override
	public void complete(CompletedTask task) {
		this.cases.retry(task.caseNumber(), task.userId(), task.text("correctionNote"));
	}

}
