package dev.escala.engine;

import java.util.ArrayList;
import java.util.List;

import dev.escala.engine.stage.Stages;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Puts our listener at every user task of every model and our refusals before every
 * command, so that no model can forget them.
 */
@Component
class UserTaskPlugin extends AbstractProcessEnginePlugin {

	private static final List<String> HANDLED = List.of(TaskListener.EVENTNAME_CREATE,
			TaskListener.EVENTNAME_ASSIGNMENT, TaskListener.EVENTNAME_UPDATE, TaskListener.EVENTNAME_COMPLETE);

	private final ObjectProvider<UserTasks> tasks;

	private final ObjectProvider<IdentityService> identity;

	private final Stages stages;

	UserTaskPlugin(ObjectProvider<UserTasks> tasks, ObjectProvider<IdentityService> identity, Stages stages) {
		this.tasks = tasks;
		this.stages = stages;
		this.identity = identity;
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		List<BpmnParseListener> parsing = copy(configuration.getCustomPreBPMNParseListeners());
		parsing.add(new AtEveryUserTask());
		configuration.setCustomPreBPMNParseListeners(parsing);
		List<CommandInterceptor> interceptors = copy(configuration.getCustomPreCommandInterceptorsTxRequired());
		interceptors.add(new Refusals());
		configuration.setCustomPreCommandInterceptorsTxRequired(interceptors);
	}

	private static <T> List<T> copy(List<T> list) {
		return (list == null) ? new ArrayList<>() : new ArrayList<>(list);
	}

	/**
	 * The beans behind the listener need the engine, so they are looked up when it runs.
	 */
	private void handle(DelegateTask task) {
		new UserTaskListener(this.tasks.getObject(), this.stages, this.identity.getObject()).notify(task);
	}

	private final class AtEveryUserTask extends AbstractBpmnParseListener {

		@Override
		public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
			var definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
			for (String event : HANDLED) {
				definition.addBuiltInTaskListener(event, UserTaskPlugin.this::handle);
			}
		}

	}

}
