package dev.escala.modelversion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.escala.modelgate.ModelFile;
import dev.escala.modelgate.Submission;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The models that this version of Escala brings along. Where an owner's has kept one out,
 * it waits until somebody takes it.
 */
@Component
public class BroughtModels {

	private final ResourcePatternResolver resources;

	private final List<String> patterns;

	private final ModelVersionRepository versions;

	/**
	 * Read once, when somebody asks: what an application brings along does not change.
	 */
	private Map<ModelKind, Map<String, ModelFile>> files;

	BroughtModels(ResourcePatternResolver resources, Environment environment, ModelVersionRepository versions) {
		this.resources = resources;
		this.patterns = Binder.get(environment)
			.bind("camunda.bpm.deployment-resource-pattern", Bindable.listOf(String.class))
			.orElse(List.of());
		this.versions = versions;
	}

	/** The file with a model, whatever is in force; empty for what only owners have. */
	public Optional<ModelFile> find(ModelKind kind, String key) {
		return Optional.ofNullable(files().get(kind).get(key));
	}

	/**
	 * The file with a model where it has never been in force: a release brought it and an
	 * owner's kept it out.
	 */
	public Optional<ModelFile> waiting(ModelKind kind, String key) {
		return find(kind, key).filter((brought) -> !this.versions.wasInForce(kind, key, brought.content()));
	}

	/**
	 * What somebody may put in force instead of a version: the file that waits, or the
	 * one that Escala has put there by itself and that nobody has agreed to.
	 */
	public Optional<ModelFile> takeable(ModelVersion inForce) {
		return (inForce.by() == null) ? find(inForce.kind(), inForce.key()) : waiting(inForce.kind(), inForce.key());
	}

	/** All files, read anew. */
	public List<ModelFile> all() {
		List<ModelFile> all = new ArrayList<>();
		try {
			for (String pattern : this.patterns) {
				for (Resource file : this.resources.getResources(pattern)) {
					all.add(new ModelFile(file.getFilename(), file.getContentAsByteArray()));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return all;
	}

	private synchronized Map<ModelKind, Map<String, ModelFile>> files() {
		if (this.files == null) {
			Map<ModelKind, Map<String, ModelFile>> read = new HashMap<>();
			List.of(ModelKind.values()).forEach((kind) -> read.put(kind, new HashMap<>()));
			all().forEach((file) -> add(file, read));
			this.files = read;
		}
		return this.files;
	}

	private static void add(ModelFile file, Map<ModelKind, Map<String, ModelFile>> read) {
		Submission models = new Submission(List.of(file));
		models.processes()
			.forEach((one) -> one.processes()
				.forEach((process) -> read.get(ModelKind.PROCESS).put(process.getAttribute("id"), file)));
		models.tables()
			.forEach((one) -> one.decisions().forEach((table) -> read.get(ModelKind.TABLE).put(table.id(), file)));
		models.forms().forEach((form) -> read.get(ModelKind.FORM).put(form.id(), file));
	}

}
