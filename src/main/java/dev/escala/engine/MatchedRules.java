package dev.escala.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;

import org.springframework.stereotype.Component;

/**
 * Catches which rules of a table matched, which the engine's result does not tell. Each
 * thread has a stack of evaluations, because a table may call code that evaluates another
 * one.
 */
@Component
class MatchedRules implements DmnDecisionTableEvaluationListener {

	private final ThreadLocal<Deque<Capture>> captures = ThreadLocal.withInitial(ArrayDeque::new);

	/**
	 * Runs an evaluation and returns what the table with this key reported. Tables that
	 * it requires report too and are passed over.
	 */
	DmnDecisionTableEvaluationEvent during(String decisionKey, Supplier<?> evaluation) {
		Deque<Capture> stack = this.captures.get();
		Capture capture = new Capture(decisionKey);
		stack.push(capture);
		try {
			evaluation.get();
		}
		finally {
			stack.pop();
			if (stack.isEmpty()) {
				this.captures.remove();
			}
		}
		if (capture.event == null) {
			throw new IllegalStateException("The decision " + decisionKey + " is not a decision table");
		}
		return capture.event;
	}

	/** Whether what this thread evaluates is asked by us. */
	boolean isListening() {
		boolean listening = !this.captures.get().isEmpty();
		if (!listening) {
			this.captures.remove();
		}
		return listening;
	}

	@Override
	public void notify(DmnDecisionTableEvaluationEvent event) {
		Capture capture = this.captures.get().peek();
		if (capture == null) {
			this.captures.remove();
		}
		else if (capture.decisionKey.equals(event.getDecisionTable().getKey())) {
			capture.event = event;
		}
	}

	private static final class Capture {

		private final String decisionKey;

		private DmnDecisionTableEvaluationEvent event;

		private Capture(String decisionKey) {
			this.decisionKey = decisionKey;
		}

	}

}
