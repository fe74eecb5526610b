package dev.escala.letter.task;

import dev.escala.engine.CompletedTask;
import dev.escala.letter.LetterFlow;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Hands a letter to the process that sends it: the call that follows in the model, or one
 * of its own where the case began before its model had the call.
 */
@Component
public class LetterHandover {

	/** The flow asks for the tasks, which hand over here. */
	private final ObjectProvider<LetterFlow> flow;

	LetterHandover(ObjectProvider<LetterFlow> flow) {
		this.flow = flow;
	}

	/**
	 * Hands over.
	 * @param call the id of the call in the model
	 * @param variable where the call finds the letter
	 */
	public void hand(CompletedTask task, String call, String variable, long letterId) {
		if (task.modelHas(call)) {
			task.setFact(variable, letterId);
		}
		else {
			this.flow.getObject().start(task.caseNumber(), letterId);
		}
	}

}
