package dev.escala.pursuit.coaching.process;

import dev.escala.engine.TaskScope;

/** What the code knows of {@code bpmn/coaching}. */
final class CoachingProcess {

	static final String KEY = "coaching";

	/** Which practice it is: its process belongs to no case. */
	static final String COACHING = "coachingId";

	private CoachingProcess() {
	}

	static long id(TaskScope scope) {
		return ((Number) scope.facts().apply(COACHING)).longValue();
	}

}
