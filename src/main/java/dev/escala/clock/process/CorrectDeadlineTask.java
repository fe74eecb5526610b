package dev.escala.clock.process;

import java.util.Map;
import java.util.Set;

import dev.escala.access.Role;
import dev.escala.card.WhyYou;
import dev.escala.clock.recalculation.RecalculateMatter;
import dev.escala.clock.recalculation.Recalculations;
import dev.escala.clock.task.ClockedTask;
import dev.escala.clock.task.TaskClocks;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;

import org.springframework.stereotype.Component;

/** The deadlines of a case cannot be computed: a supervisor mends the cause. */
@Component
class CorrectDeadlineTask extends ClockedTask {

	/** What the form shows of the failure. */
	static final String FAILURE = "deadlineFailure";

	private final Recalculations recalculations;

	private final RecalculateMatter cases;

	CorrectDeadlineTask(TaskClocks clocks, Recalculations recalculations, RecalculateMatter cases) {
		super("userTask_correctDeadline", null, clocks);
		this.recalculations = recalculations;
		this.cases = cases;
	}

	@Override
	public Set<String> candidateGroups(TaskScope scope) {
		return Set.of(Role.SUPERVISORS.groupId());
	}

	@Override
	public String why(TaskScope scope) {
		return WhyYou.role(Role.SUPERVISORS, "los plazos de este caso no se pueden calcular. "
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
