package dev.escala.modelversion.outdated;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.escala.modelversion.ModelKind;
import dev.escala.modelversion.ModelVersion;
import dev.escala.modelversion.ModelVersionRepository;
import dev.escala.modelversion.outdated.OutdatedModelRepository.Kept;

import org.springframework.stereotype.Service;

/**
 * The models of owners that no longer fit, as long as nobody has deployed another one.
 */
@Service
public class OutdatedModels {

	private final OutdatedModelRepository kept;

	private final ModelVersionRepository versions;

	OutdatedModels(OutdatedModelRepository kept, ModelVersionRepository versions) {
		this.kept = kept;
		this.versions = versions;
	}

	/** All of them. */
	public List<OutdatedModel> all() {
		List<OutdatedModel> all = new ArrayList<>();
		this.kept.all().forEach((one) -> standing(one).ifPresent(all::add));
		return all;
	}

	/** That of a model, or empty where what is in force fits. */
	public Optional<OutdatedModel> find(ModelKind kind, String key) {
		return this.kept.all()
			.stream()
			.filter((one) -> one.kind() == kind && one.key().equals(key))
			.findFirst()
			.flatMap(this::standing);
	}

	/**
	 * The keys of those of a kind, each with its kind:
	 * {@code PROCESS customerEscalation}.
	 */
	public Set<String> keys() {
		Set<String> keys = new HashSet<>();
		all().forEach((one) -> keys.add(one.version().kind() + " " + one.version().key()));
		return keys;
	}

	private Optional<OutdatedModel> standing(Kept one) {
		List<ModelVersion> all = this.versions.of(one.kind(), one.key());
		Optional<ModelVersion> owners = all.stream()
			.filter((version) -> version.version() == one.version())
			.findFirst();
		if (owners.isEmpty()) {
			return Optional.empty();
		}
		ModelVersion inForce = all.get(0);
		boolean stands = (one.replacedBy() == null) ? inForce.version() == one.version()
				: inForce.deploymentId().equals(one.replacedBy());
		return stands ? Optional.of(new OutdatedModel(owners.get(), one.problems(), one.foundAt(),
				(one.replacedBy() == null) ? null : inForce, one.hindered())) : Optional.empty();
	}

}
