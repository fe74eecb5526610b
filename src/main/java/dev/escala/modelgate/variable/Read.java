package dev.escala.modelgate.variable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.escala.engine.expression.Expression;
import dev.escala.engine.expression.Term;
import dev.escala.engine.expression.UnreadableExpressionException;
import dev.escala.modelgate.Vocabulary;
import dev.escala.modelgate.file.Xml;
import org.w3c.dom.Element;

/**
 * A variable that a process reads: to decide where it goes, to compute something, to hand
 * it on or to wait for it.
 *
 * @param by what reads it
 */
public record Read(String name, Element by) {

	/** What the engine itself knows in every expression. */
	private static final Set<String> OFFERED = Set.of("execution", "task", "authenticatedUserId", "caseExecution",
			"externalTask", "logger");

	/** All that are read inside an element. */
	public static List<Read> in(Element element, Vocabulary vocabulary) {
		List<Read> found = new ArrayList<>();
		for (Texts.Text text : Texts.of(element)) {
			names(text.value(), vocabulary).forEach((name) -> found.add(new Read(name, text.element())));
		}
		for (Element one : Xml.all(element)) {
			String name = switch (one.getLocalName()) {
				case "in" -> one.getAttribute("source");
				case "conditionalEventDefinition" -> Xml.camunda(one, "variableName");
				case "multiInstanceLoopCharacteristics" -> Xml.camunda(one, "collection");
				default -> "";
			};
			if (name.matches("[a-zA-Z]\\w*")) {
				found.add(new Read(name, one));
			}
		}
		return found;
	}

	/** The variables of an expression; none where it cannot be read. */
	public static Set<String> names(String expression, Vocabulary vocabulary) {
		try {
			Set<String> names = new TreeSet<>();
			collect(Expression.parse(expression).root(), names);
			names.removeAll(vocabulary.beans().keySet());
			names.removeAll(OFFERED);
			return names;
		}
		catch (UnreadableExpressionException ex) {
			return Set.of();
		}
	}

	/** What is asked for a method or a property is a bean, on the list or not. */
	private static void collect(Term term, Set<String> names) {
		if (term instanceof Term.Name name) {
			names.add(name.name());
		}
		else if (term instanceof Term.Property property && property.of() instanceof Term.Name) {
			return;
		}
		else {
			term.parts().forEach((part) -> collect(part, names));
		}
	}

}
