package dev.escala.pursuit.taken.row;

/**
 * How far a row may go, where a stage has refused it before.
 *
 * @param steps the most steps
 * @param why the refusal, in Spanish, or {@code null}
 */
record StepLimit(int steps, String why) {

	/** Nobody has refused anything. */
	static final StepLimit NONE = new StepLimit(Integer.MAX_VALUE, null);

	StageRoutes.Route cut(StageRoutes.Route route) {
		return (route.forms().size() > this.steps) ? route.first(this.steps, this.why) : route;
	}
}
