package dev.escala.modelgate.code;

import java.util.List;

import dev.escala.engine.schema.BpmnSchema;
import dev.escala.modelgate.Findings;
import dev.escala.modelgate.ModelFile;
import dev.escala.modelgate.ModelRule;
import dev.escala.modelgate.Problem;
import dev.escala.modelgate.Submission;
import dev.escala.modelgate.file.BpmnFile;
import dev.escala.text.Shortening;

/** A process is BPMN 2.0, and a file that is one is called so. */
public final class SchemaRule implements ModelRule {

	@Override
	public List<Problem> check(Submission submission) {
		Findings findings = new Findings();
		List<String> readable = submission.processes().stream().map(BpmnFile::path).toList();
		for (ModelFile file : submission.files()) {
			if (readable.contains(file.shortName())) {
				BpmnSchema.problem(file.content())
					.ifPresent((where) -> findings.add(Problem.refused(file.shortName(), null, null,
							"El archivo no es BPMN 2.0 (" + Shortening.withEllipsis(where, 200) + ").",
							"Ábralo con Modeler y guárdelo de nuevo.")));
			}
		}
		return findings.list();
	}

}
