package dev.escala.modelversion;

import java.util.List;

import dev.escala.diagram.Plane;
import dev.escala.modelgate.ModelFile;

/** What the engine does with a file of a model. */
public interface ModelDeployment {

	/**
	 * Puts files in force, all of them or none, as whoever is logged in.
	 * @param why the name of the deployment
	 * @return the id of the deployment
	 * @throws dev.escala.validation.InvalidInputException where it is not let in, with
	 * what to mend
	 */
	String deploy(List<ModelFile> files, String why);

	/**
	 * Puts a file of Escala in force, as nobody: at its start no one is logged in.
	 * @param why the name of the deployment
	 * @return the id of the deployment
	 */
	String deployOwn(String file, byte[] content, String why);

	/** The sheets of a process, itself first. */
	List<Plane> planes(byte[] content);

}
