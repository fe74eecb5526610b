package dev.escala.advertised.process;

/** What the code knows of {@code bpmn/public-promise}: keys, elements, variables. */
final class PublicPromiseProcess {

	static final String KEY = "publicPromise";

	static final String TASK_ENTER = "userTask_enterFigure";

	static final String TASK_MEND = "userTask_mendPromise";

	/** The month that was compared, as {@code 2026-11}. */
	static final String PROMISE_MONTH = "promiseMonth";

	/** Whether the figure of that month was known then. */
	static final String FIGURE_KNOWN = "figureKnown";

	private PublicPromiseProcess() {
	}

}
