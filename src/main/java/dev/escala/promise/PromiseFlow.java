package dev.escala.promise;

/** What use cases ask of the running process of a promise. */
public interface PromiseFlow {

	/**
	 * Starts the process of a promise, called by that of its case.
	 * @throws dev.escala.validation.ConflictException where the case's process does not
	 * run, or began before promises were part of it
	 */
	void start(Promise promise);

	/** The customer answered on their page: nobody has to write the answer down. */
	void answered(Promise promise, boolean accepted);

	/** The promise was withdrawn: its process ends. */
	void withdrawn(Promise promise);

}
