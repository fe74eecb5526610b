package dev.escala.modelgate.variable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.escala.engine.expression.Expression;
import dev.escala.engine.expression.Term;
import dev.escala.engine.expression.UnreadableExpressionException;
import dev.escala.modelgate.Vocabulary;
import dev.escala.modelgate.file.Xml;
import org.w3c.dom.Element;

/**
 * A variable that decides where a process goes.
 *
 * @param by what reads it
 */
public record Read(String name, Element by) {

	private static final Set<String> CONDITIONS = Set.of("conditionExpression", "condition", "completionCondition");

	/** All that are read inside an element. */
	public static List<Read> in(Element element, Vocabulary vocabulary) {
		List<Read> found = new ArrayList<>();
		for (Element one : Xml.all(element)) {
			if (CONDITIONS.contains(one.getLocalName())) {
				names(one.getTextContent().strip(), vocabulary).forEach((name) -> found.add(new Read(name, one)));
			}
		}
		return found;
	}

	/** The variables of an expression; none where it cannot be read. */
	public static Set<String> names(String expression, Vocabulary vocabulary) {
		try {
			return Expression.parse(expression)
				.root()
				.all()
				.filter((term) -> term instanceof Term.Name name && !vocabulary.beans().containsKey(name.name()))
				.map((term) -> ((Term.Name) term).name())
				.collect(Collectors.toSet());
		}
		catch (UnreadableExpressionException ex) {
			return Set.of();
		}
	}

}
