package dev.escala.model;

/** One thing that is true of every model. Named by its class. */
interface ModelRule {

	/** Looks at all models and writes down what it examined and what it found. */
	void check(ModelSet models, Report report);

	/** The name under which fixtures refer to the rule. */
	default String title() {
		return getClass().getSimpleName();
	}

	/** Runs the rule. */
	default Report check(ModelSet models) {
		Report report = new Report();
		check(models, report);
		return report;
	}

}
