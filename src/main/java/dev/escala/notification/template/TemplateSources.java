package dev.escala.notification.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

import dev.escala.engine.DeployedFileRepository;
import dev.escala.engine.DeployedFileRepository.DeployedFile;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Where the templates come from: the newest file of that name that somebody deployed, or
 * else the product's own. Only what customers read can be deployed.
 */
@Component
class TemplateSources {

	static final String FOLDER = "templates/mail/";

	static final String FOR_CUSTOMERS = "customer-";

	private final Function<String, Optional<DeployedFile>> deployed;

	@Autowired
	TemplateSources(DeployedFileRepository deployed) {
		this(deployed::newest);
	}

	TemplateSources(Function<String, Optional<DeployedFile>> deployed) {
		this.deployed = deployed;
	}

	/**
	 * The text form of a template.
	 * @throws IllegalArgumentException where there is no such template
	 */
	String text(String name) {
		return deployed(name + ".txt").map(DeployedFile::content).orElseGet(() -> product(FOLDER + name + ".txt"));
	}

	/** The HTML form of a template, if somebody deployed one. */
	Optional<String> html(String name) {
		return deployed(name + ".html").map(DeployedFile::content);
	}

	/** The deployed file, or empty where the product's own counts. */
	Optional<DeployedFile> deployed(String file) {
		return file.startsWith(FOR_CUSTOMERS) ? this.deployed.apply(file) : Optional.empty();
	}

	/** Whether the product has that file. */
	static boolean exists(String file) {
		return TemplateSources.class.getClassLoader().getResource(FOLDER + file) != null;
	}

	/** The product's own file. */
	static String product(String resource) {
		try (InputStream stream = TemplateSources.class.getClassLoader().getResourceAsStream(resource)) {
			if (stream == null) {
				throw new IllegalArgumentException("There is no mail template " + resource);
			}
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
