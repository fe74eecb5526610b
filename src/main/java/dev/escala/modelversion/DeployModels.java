package dev.escala.modelversion;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.escala.modelgate.ModelFile;
import dev.escala.modelgate.ModelJudge;
import dev.escala.modelgate.Verdict;
import dev.escala.validation.Fields;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tries files and puts them in force, all of them or none, as Modeler does (issue 16).
 */
@Service
public class DeployModels {

	/** The longest reason, in characters. */
	public static final int LONGEST_REASON = 150;

	private static final int LONGEST_NAME = 200;

	private static final int MOST_FILES = 200;

	private final ModelJudge judge;

	private final ModelDeployment deployment;

	private final ModelVersionRepository versions;

	DeployModels(ModelJudge judge, ModelDeployment deployment, ModelVersionRepository versions) {
		this.judge = judge;
		this.deployment = deployment;
		this.versions = versions;
	}

	/**
	 * A file as somebody sends it.
	 *
	 * @param name with its ending, 1 to 200 characters
	 * @param content its text
	 */
	public record Sent(String name, String content) {
	}

	/**
	 * What would be said if they were deployed now. Keeps nothing.
	 * @throws dev.escala.validation.InvalidInputException naming {@code files}
	 */
	public Verdict check(List<Sent> files) {
		Fields fields = new Fields();
		List<ModelFile> read = read(files, fields);
		fields.done();
		return this.judge.judge(read);
	}

	/**
	 * Deploys them as whoever is logged in.
	 * @param reason why, one line of 1 to 150 characters
	 * @return what is in force since
	 * @throws dev.escala.validation.InvalidInputException naming {@code files} or
	 * {@code reason}; where the gate does not let them in, with the same list that
	 * Modeler shows
	 */
	@Transactional
	public List<ModelVersion> deploy(List<Sent> files, String reason) {
		Fields fields = new Fields();
		List<ModelFile> read = read(files, fields);
		String why = fields.requiredLine("reason", "el motivo", reason, LONGEST_REASON);
		fields.done();
		String deployed = this.deployment.deploy(read, why);
		return this.versions.inForce().stream().filter((one) -> one.deploymentId().equals(deployed)).toList();
	}

	private static List<ModelFile> read(List<Sent> files, Fields fields) {
		if (files == null || files.isEmpty() || files.size() > MOST_FILES) {
			fields.refuse("files", "Envíe entre 1 y " + MOST_FILES + " archivos.");
			return List.of();
		}
		List<ModelFile> read = new ArrayList<>();
		Set<String> names = new HashSet<>();
		for (int i = 0; i < files.size(); i++) {
			Sent file = files.get(i);
			String at = "files[" + i + "]";
			if (file == null) {
				fields.refuse(at, "Falta el archivo: necesita name y content.");
				continue;
			}
			String name = fields.requiredLine(at + ".name", "el nombre del archivo", file.name(), LONGEST_NAME);
			if (file.content() == null || file.content().isBlank()) {
				fields.refuse(at + ".content", "El archivo está vacío.");
			}
			else if (name != null && !names.add(name)) {
				fields.refuse(at + ".name", "Hay dos archivos que se llaman «" + name + "».");
			}
			else if (name != null) {
				read.add(new ModelFile(name, encoded(file.content())));
			}
		}
		return read;
	}

	/** Text has no encoding any more, whatever the first line says it had. */
	private static byte[] encoded(String content) {
		String text = content.startsWith("\uFEFF") ? content.substring(1) : content;
		return text.replaceFirst("^(<\\?xml[^>]*?encoding=[\"'])[^\"']*", "$1UTF-8").getBytes(StandardCharsets.UTF_8);
	}

}
