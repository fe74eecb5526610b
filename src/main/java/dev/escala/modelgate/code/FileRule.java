package dev.escala.modelgate.code;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.escala.modelgate.Findings;
import dev.escala.modelgate.ModelFile;
import dev.escala.modelgate.ModelRule;
import dev.escala.modelgate.Problem;
import dev.escala.modelgate.Submission;

/**
 * Kinds of files that are not judged do not come in, and what is called otherwise than
 * the engine expects is not passed over in silence.
 */
public final class FileRule implements ModelRule {

	private static final List<String> CASES = List.of(".cmmn", ".cmmn10.xml", ".cmmn11.xml");

	private static final List<String> MODELS = List.of(".bpmn", ".bpmn20.xml", ".dmn", ".dmn11.xml", ".form");

	/** Templates of messages are looked at elsewhere. */
	private static final List<String> KNOWN = Stream.concat(MODELS.stream(), Stream.of(".html", ".txt")).toList();

	@Override
	public List<Problem> check(Submission submission) {
		Findings findings = new Findings();
		for (ModelFile file : submission.files()) {
			String name = file.name().toLowerCase(Locale.ROOT);
			if (CASES.stream().anyMatch(name::endsWith)) {
				findings.add(Problem.refused(file.shortName(), null, null, "Los modelos CMMN no se permiten.",
						"Dibuje el proceso en BPMN."));
			}
			else if (KNOWN.stream().noneMatch(name::endsWith)) {
				findings.add(Problem.refused(file.shortName(), null, null, "Este tipo de archivo no se permite.",
						"Se despliegan procesos (.bpmn), tablas (.dmn), formularios (.form) y plantillas de mensajes."));
			}
			else if (MODELS.stream().anyMatch(name::endsWith) && MODELS.stream().noneMatch(file.name()::endsWith)) {
				findings.add(Problem.refused(file.shortName(), null, null,
						"El motor no reconoce la terminación del nombre, y el archivo no tendría efecto.",
						"Escriba la terminación en minúsculas."));
			}
		}
		return findings.list();
	}

}
