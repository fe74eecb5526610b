package dev.escala.modelversion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The models that this version of Escala brings along. Where an owner has put another one
 * in force, it waits until somebody takes it.
 */
@Component
public class BroughtModels {

	private final Map<String, byte[]> files = new HashMap<>();

	BroughtModels(ResourcePatternResolver resources,
			@Value("${camunda.bpm.deployment-resource-pattern[0]}") String processes,
			@Value("${camunda.bpm.deployment-resource-pattern[1]}") String forms,
			@Value("${camunda.bpm.deployment-resource-pattern[2]}") String tables) {
		for (String pattern : List.of(processes, forms, tables)) {
			try {
				for (Resource file : resources.getResources(pattern)) {
					this.files.put(file.getFilename(), file.getContentAsByteArray());
				}
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	/**
	 * The file that Escala brings for a model, where somebody has put another one in
	 * force.
	 * @param inForce the version in force
	 * @param content its file
	 */
	public Optional<byte[]> other(ModelVersion inForce, byte[] content) {
		return Optional.ofNullable(this.files.get(inForce.fileName()))
			.filter((brought) -> inForce.by() != null && !Arrays.equals(brought, content));
	}

}
