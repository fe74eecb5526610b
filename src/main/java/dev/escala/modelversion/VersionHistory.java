package dev.escala.modelversion;

import java.util.List;

import dev.escala.validation.NotFoundException;

import org.springframework.stereotype.Service;

/** The versions of models as somebody asks for them; one that is not there is refused. */
@Service
public class VersionHistory {

	private final ModelVersionRepository versions;

	VersionHistory(ModelVersionRepository versions) {
		this.versions = versions;
	}

	/** The version of each model that is in force, by name. */
	public List<ModelVersion> inForce() {
		return this.versions.inForce();
	}

	/** The versions of a model, the one in force first. */
	public List<ModelVersion> all(ModelKind kind, String key) {
		List<ModelVersion> all = this.versions.of(kind, key);
		if (all.isEmpty()) {
			throw new NotFoundException("No hay ningún modelo «" + key + "».");
		}
		return all;
	}

	/** One of them. */
	public static ModelVersion find(List<ModelVersion> all, int version) {
		return all.stream()
			.filter((one) -> one.version() == version)
			.findFirst()
			.orElseThrow(() -> new NotFoundException(
					"No hay ninguna versión " + version + " de «" + all.get(0).name() + "»."));
	}

	/** The version before one. */
	public static ModelVersion before(List<ModelVersion> all, ModelVersion newer) {
		return all.stream()
			.filter((one) -> one.version() < newer.version())
			.findFirst()
			.orElseThrow(() -> new NotFoundException("Antes de la " + newer.said() + " no hay ninguna."));
	}

	/** In what a version differs from the one before. */
	public List<ModelChange> difference(ModelKind kind, String key, int version) {
		List<ModelVersion> all = all(kind, key);
		ModelVersion newer = find(all, version);
		return ModelDifference.between(kind, content(before(all, newer)), content(newer));
	}

	/** Its file. */
	public byte[] content(ModelVersion version) {
		return this.versions.content(version)
			.orElseThrow(() -> new NotFoundException("El archivo de la " + version.said() + " ya no está."));
	}

}
