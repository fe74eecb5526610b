package dev.escala.modelversion;

import java.util.List;

import dev.escala.diagram.Plane;

/** What the engine does with a file of a model. */
public interface ModelDeployment {

	/**
	 * Puts a file in force, as whoever is logged in.
	 * @param why the name of the deployment
	 * @throws dev.escala.validation.InvalidInputException where it is not let in, with
	 * what to mend
	 */
	void deploy(String file, byte[] content, String why);

	/** The sheets of a process, itself first. */
	List<Plane> planes(byte[] content);

}
