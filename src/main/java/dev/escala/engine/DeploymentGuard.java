package dev.escala.engine;

/** Looks at the files of a deployment before anything of it takes effect. */
public interface DeploymentGuard {

	/**
	 * Looks at one file.
	 * @param name as it was deployed, perhaps with folders
	 * @param content its bytes
	 * @throws dev.escala.validation.Refusal where it must not be deployed, in Spanish:
	 * nothing of that deployment is kept then
	 */
	void check(String name, byte[] content);

}
