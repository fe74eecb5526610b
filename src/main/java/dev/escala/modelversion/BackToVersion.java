package dev.escala.modelversion;

import java.util.List;

import dev.escala.modelgate.ModelFile;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;
import dev.escala.validation.NotFoundException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts an earlier version of a model in force again, or the one that Escala brings: as a
 * new version, through the gate. What runs goes on with the version that it began with.
 */
@Service
@Transactional
public class BackToVersion {

	private static final int LONGEST_REASON = 150;

	private final ModelVersionRepository versions;

	private final BroughtModels brought;

	private final ModelDeployment deployment;

	BackToVersion(ModelVersionRepository versions, BroughtModels brought, ModelDeployment deployment) {
		this.brought = brought;
		this.versions = versions;
		this.deployment = deployment;
	}

	/**
	 * Deploys the file of that version.
	 * @param shown the version in force that the person saw
	 * @param reason why, 1 to 150 characters
	 * @throws ConflictException where another one has come into force meanwhile, or it is
	 * in force already
	 * @throws dev.escala.validation.InvalidInputException where the gate does not let it
	 * in, with what to mend
	 */
	public void go(ModelKind kind, String key, int version, int shown, String reason) {
		Fields fields = new Fields();
		String why = fields.requiredLine("reason", "el motivo", reason, LONGEST_REASON);
		fields.done();
		List<ModelVersion> all = this.versions.of(kind, key);
		ModelVersion wanted = all.stream()
			.filter((one) -> one.version() == version)
			.findFirst()
			.orElseThrow(() -> new NotFoundException("No hay ninguna versión " + version + " de «" + key + "»."));
		ModelVersion current = all.get(0);
		if (current.version() != shown) {
			throw new ConflictException(
					"Mientras tanto se desplegó la " + current.said() + ". Mírela antes de volver.");
		}
		if (current.version() == version) {
			throw new ConflictException("La " + wanted.said() + " ya está en vigor.");
		}
		byte[] content = this.versions.content(wanted)
			.orElseThrow(() -> new NotFoundException("El archivo de la " + wanted.said() + " ya no está."));
		this.deployment.deploy(List.of(new ModelFile(wanted.file(), content)),
				"Vuelta a la " + wanted.said() + ": " + why);
	}

	/**
	 * Puts in force what this version of Escala brings.
	 * @param shown the version in force that the person saw
	 * @throws ConflictException where another one has come into force meanwhile
	 * @throws dev.escala.validation.InvalidInputException where the gate does not let it
	 * in, with what to mend
	 */
	public void takeBrought(ModelKind kind, String key, int shown) {
		ModelVersion current = current(this.versions.of(kind, key), shown);
		ModelFile waiting = this.brought.takeable(current)
			.orElseThrow(() -> new NotFoundException("Escala no trae otra versión de «" + key + "»."));
		this.deployment.deploy(List.of(waiting), "La que trae Escala");
	}

	private static ModelVersion current(List<ModelVersion> all, int shown) {
		ModelVersion current = all.stream()
			.findFirst()
			.orElseThrow(() -> new NotFoundException("Ese modelo ya no está."));
		if (current.version() != shown) {
			throw new ConflictException(
					"Mientras tanto se desplegó la " + current.said() + ". Mírela antes de volver.");
		}
		return current;
	}

}
