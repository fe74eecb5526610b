package dev.escala.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.escala.modelgate.Vocabulary;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Watches, in whichever test, that the application writes no other values than those of
 * which the gate thinks that they are all ({@code modelgate/contracts.json}): a value
 * that is missing there fails the story that writes it.
 */
public class WrittenValues extends AbstractProcessEnginePlugin {

	private final Vocabulary vocabulary = Vocabulary.read();

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		List<BpmnParseListener> listeners = configuration.getCustomPostBPMNParseListeners();
		listeners = (listeners == null) ? new ArrayList<>() : new ArrayList<>(listeners);
		listeners.add(new AnswersWatched());
		configuration.setCustomPostBPMNParseListeners(listeners);
	}

	@Override
	public void postInit(ProcessEngineConfigurationImpl configuration) {
		HistoryEventHandler handler = configuration.getHistoryEventHandler();
		configuration.setHistoryEventHandler(new HistoryEventHandler() {

			@Override
			public void handleEvent(HistoryEvent event) {
				if (event instanceof HistoricVariableUpdateEventEntity update) {
					check(update);
				}
				handler.handleEvent(event);
			}

			@Override
			public void handleEvents(List<HistoryEvent> events) {
				events.forEach(this::handleEvent);
			}

		});
	}

	private void check(HistoricVariableUpdateEventEntity update) {
		String name = update.getVariableName();
		Set<String> possible = new TreeSet<>(this.vocabulary.contracts().values("", name));
		if (!this.vocabulary.processes().containsKey(String.valueOf(update.getProcessDefinitionKey()))
				|| possible.isEmpty() || !isOurs(update)) {
			return;
		}
		Object value = "boolean".equals(update.getSerializerName())
				? (Object) (update.getLongValue() != null && update.getLongValue() == 1) : text(update);
		if (value != null && !possible.contains(String.valueOf(value))) {
			throw new AssertionError(update.getProcessDefinitionKey() + " holds " + name + " = " + value
					+ ", which modelgate/contracts.json does not know: " + possible);
		}
	}

	private static Object text(HistoricVariableUpdateEventEntity update) {
		return (update.getTextValue() != null) ? update.getTextValue() : update.getLongValue();
	}

	/** What a form is given lies in its task. */
	private static boolean isOurs(HistoricVariableUpdateEventEntity update) {
		return update.getTaskId() == null;
	}

	/** The answer of a task is transient, so that no history has it. */
	private final class AnswersWatched extends AbstractBpmnParseListener {

		@Override
		public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
			((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition()
				.addTaskListener(TaskListener.EVENTNAME_COMPLETE, this::completed);
		}

		private void completed(DelegateTask task) {
			Map<String, Set<String>> writes = WrittenValues.this.vocabulary.contracts()
				.writes()
				.getOrDefault(task.getTaskDefinitionKey(), Map.of());
			Object answer = task.getExecution().getVariable("answer");
			if (writes.containsKey("answer") && !writes.get("answer").contains(String.valueOf(answer))) {
				throw new AssertionError(task.getTaskDefinitionKey() + " answers " + answer
						+ ", which modelgate/contracts.json does not know: " + writes.get("answer"));
			}
		}

	}

}
