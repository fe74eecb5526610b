package dev.escala.engine.guard;

import java.util.List;

import dev.escala.validation.ForbiddenException;
import org.camunda.bpm.engine.impl.cmd.AbstractSetJobsRetriesBatchCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetStateCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteJobCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteJobsCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.cmd.HistoryCleanupCmd;
import org.camunda.bpm.engine.impl.cmd.RecalculateJobDuedateCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobDefinitionPriorityCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobDuedateCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobPriorityCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.cmd.UnlockJobCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobListener;

/**
 * Jobs are run, dated and suspended by the engine, and by administrators who repair it.
 * The engine asks for no grant where a job belongs to no process, as its own clean-up of
 * the history does: whoever had a login could stop it for good.
 */
class EngineJobs implements CommandGuard {

	private static final List<Class<?>> COMMANDS = List.of(AbstractSetStateCmd.class, SetJobDuedateCmd.class,
			RecalculateJobDuedateCmd.class, ExecuteJobsCmd.class, SetJobRetriesCmd.class,
			AbstractSetJobsRetriesBatchCmd.class, SetJobPriorityCmd.class, SetJobDefinitionPriorityCmd.class,
			DeleteJobCmd.class, DeleteJobsCmd.class, UnlockJobCmd.class, HistoryCleanupCmd.class,
			// A refused try would count as a failed one.
			FailedJobListener.class);

	@Override
	public void check(Command<?> command, Sender sender) {
		if (sender.isStaff() && COMMANDS.stream().anyMatch((kind) -> kind.isInstance(command))) {
			throw new ForbiddenException("Los trabajos del motor solo los cambia Administración.");
		}
	}

}
