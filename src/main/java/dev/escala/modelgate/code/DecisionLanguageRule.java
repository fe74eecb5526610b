package dev.escala.modelgate.code;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.escala.modelgate.Findings;
import dev.escala.modelgate.ModelRule;
import dev.escala.modelgate.Problem;
import dev.escala.modelgate.Submission;
import dev.escala.modelgate.file.DmnFile;
import dev.escala.modelgate.file.Xml;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** Tables are written in FEEL: no scripts, no expressions of processes, no classes. */
public final class DecisionLanguageRule implements ModelRule {

	private static final String LANGUAGE = "expressionLanguage";

	private static final Set<String> CODE = Set.of("functionDefinition", "invocation", "encapsulatedLogic",
			"businessKnowledgeModel");

	@Override
	public List<Problem> check(Submission submission) {
		Findings findings = new Findings();
		submission.tables().forEach((file) -> check(file, findings));
		return findings.list();
	}

	private static void check(DmnFile file, Findings findings) {
		for (Element element : Xml.all(file.root())) {
			for (Attr attribute : Xml.attributes(element)) {
				if (attribute.getLocalName().equals(LANGUAGE) && !isFeel(attribute.getValue())) {
					findings.refuse(file.path(), element,
							"Está escrito en «" + attribute.getValue() + "», y solo se permite FEEL.",
							"Quite el lenguaje de la celda y escríbala en FEEL.");
				}
			}
			if (CODE.contains(element.getLocalName())) {
				findings.refuse(file.path(), element, "Define una función, y las funciones propias no se permiten.",
						"Escriba el resultado en las celdas de una tabla.");
			}
		}
	}

	/** Either by its name or by the address of its specification. */
	private static boolean isFeel(String language) {
		String name = language.strip().toLowerCase(Locale.ROOT);
		return name.isEmpty() || name.equals("feel")
				|| name.startsWith("http") && name.contains("omg.org/spec/") && name.contains("feel");
	}

}
