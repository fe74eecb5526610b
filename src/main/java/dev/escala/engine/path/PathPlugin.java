package dev.escala.engine.path;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Counts at every flow and every user task of every model. The engine's history knows no
 * flows, and its clean-up takes the tasks. What happens in a transaction is collected and
 * becomes one row with its commit: no step costs a statement of its own.
 */
@Component
class PathPlugin extends AbstractProcessEnginePlugin {

	private final ObjectProvider<PathRepository> paths;

	private final Clock clock;

	PathPlugin(ObjectProvider<PathRepository> paths, Clock clock) {
		this.paths = paths;
		this.clock = clock;
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		List<BpmnParseListener> known = configuration.getCustomPreBPMNParseListeners();
		List<BpmnParseListener> parsing = (known == null) ? new ArrayList<>() : new ArrayList<>(known);
		parsing.add(new AtEveryStep());
		configuration.setCustomPreBPMNParseListeners(parsing);
	}

	/** The repository needs the database of the engine, so it is looked up when used. */
	private void collect(Consumer<TakenPath> step) {
		TakenPath.ofThisTransaction(this.paths::getObject, this.clock).ifPresent(step);
	}

	private final class AtEveryStep extends AbstractBpmnParseListener {

		@Override
		public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
			String name = name(scope, flow.getId());
			ExecutionListener taken = (execution) -> collect((path) -> path.take(name));
			flow.addBuiltInListener(ExecutionListener.EVENTNAME_TAKE, taken);
		}

		@Override
		public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
			String name = name(scope, activity.getId());
			TaskListener completed = (task) -> collect((path) -> path.waited(name,
					Duration.between(task.getCreateTime().toInstant(), PathPlugin.this.clock.instant())));
			((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition()
				.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, completed);
		}

		/**
		 * Of all versions of a model together, so that a new one does not begin at
		 * nothing.
		 */
		private static String name(ScopeImpl scope, String element) {
			return ((ProcessDefinitionEntity) scope.getProcessDefinition()).getKey() + ":" + element;
		}

	}

}
