package dev.escala.engine;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoricDetailEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps values of variables and forms out of the engine's history, where even a removed
 * one would stay for a year: what people type belongs to our own tables, where it can be
 * erased. What was decided, by whom and why stands in the timeline, the notes and the
 * recorded decisions. Tasks, activities and the log of operations are kept as they are.
 */
@Component
class HistoryWithoutTexts extends AbstractProcessEnginePlugin {

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		configuration.setHistoryEventHandler(new WithoutDetails());
	}

	private static final class WithoutDetails extends DbHistoryEventHandler {

		@Override
		public void handleEvent(HistoryEvent event) {
			// Where nothing may be written, something is only looked at: it never
			// happened.
			if (!(event instanceof HistoricDetailEventEntity)
					&& !TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
				super.handleEvent(event);
			}
		}

	}

}
