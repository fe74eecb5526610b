package dev.escala.modelversion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The models that this version of Escala brings along. Where an owner has put another one
 * in force, it waits until somebody takes it.
 */
@Component
public class BroughtModels {

	private final ResourcePatternResolver resources;

	private final List<String> patterns;

	BroughtModels(ResourcePatternResolver resources, Environment environment) {
		this.resources = resources;
		this.patterns = Binder.get(environment)
			.bind("camunda.bpm.deployment-resource-pattern", Bindable.listOf(String.class))
			.orElse(List.of());
	}

	/**
	 * The file that Escala brings for a model, where somebody has put another one in
	 * force.
	 * @param inForce the version in force
	 * @param content its file
	 */
	public Optional<byte[]> other(ModelVersion inForce, byte[] content) {
		return (inForce.by() == null) ? Optional.empty()
				: find(inForce.fileName()).filter((brought) -> !Arrays.equals(brought, content));
	}

	private Optional<byte[]> find(String name) {
		try {
			for (String pattern : this.patterns) {
				for (Resource file : this.resources.getResources(pattern)) {
					if (name.equals(file.getFilename())) {
						return Optional.of(file.getContentAsByteArray());
					}
				}
			}
			return Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
