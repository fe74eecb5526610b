package dev.escala.modelversion;

import java.time.Instant;

import dev.escala.reference.UserId;

/**
 * One version of a model, as it was deployed.
 *
 * @param key by which processes and code name it
 * @param name what people call it
 * @param version counted by the engine from 1
 * @param tag what its owner calls the version, or {@code null}
 * @param deploymentId the deployment that brought it
 * @param file the file's name in that deployment
 * @param at since when
 * @param by who deployed it, or {@code null}: Escala brought it along, or nobody knows
 * any more
 * @param why the name of the deployment, or {@code null}: Escala brought it along at a
 * start
 * @param running how many processes go on with it
 */
public record ModelVersion(ModelKind kind, String key, String name, int version, String tag, String deploymentId,
		String file, Instant at, UserId by, String why, int running) {

	/** The file's name without folders. */
	public String fileName() {
		return this.file.substring(this.file.lastIndexOf('/') + 1);
	}

	/** The version as people say it. */
	public String said() {
		return (this.tag == null) ? "versión " + this.version : this.tag + " (versión " + this.version + ")";
	}

}
