package dev.escala.engine;

import java.util.Map;

import dev.escala.reference.UserId;

/** Looks at the files of a deployment before anything of it takes effect. */
public interface DeploymentGuard {

	/**
	 * Looks at one file.
	 * @param name as it was deployed, perhaps with folders
	 * @param content its bytes
	 * @throws dev.escala.validation.Refusal where it must not be deployed, in Spanish:
	 * nothing of that deployment is kept then
	 */
	default void check(String name, byte[] content) {
		// Some look at all files together.
	}

	/**
	 * Looks at all files of a deployment together.
	 * @throws dev.escala.validation.Refusal where they must not be deployed, in Spanish:
	 * nothing of them is kept then
	 */
	default void check(NewFiles deployment) {
		deployment.files().forEach(this::check);
	}

	/**
	 * The files of a deployment that take effect if nobody refuses: those that are in
	 * force already are not among them.
	 *
	 * @param name of the deployment, or {@code null}
	 * @param files their bytes by name, in the order in which they were sent
	 * @param by who sends them, or {@code null}: the application itself
	 * @param atStart whether the application brings them along
	 */
	record NewFiles(String name, Map<String, byte[]> files, UserId by, boolean atStart) {
	}

}
