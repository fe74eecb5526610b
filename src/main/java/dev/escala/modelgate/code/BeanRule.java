package dev.escala.modelgate.code;

import java.util.Optional;
import java.util.Set;

import dev.escala.engine.expression.Expression;
import dev.escala.engine.expression.Term;
import dev.escala.engine.expression.UnreadableExpressionException;
import dev.escala.modelgate.Findings;
import dev.escala.modelgate.ProcessRule;
import dev.escala.modelgate.Vocabulary;
import dev.escala.modelgate.Vocabulary.Kind;
import dev.escala.modelgate.file.BpmnFile;
import dev.escala.modelgate.file.Xml;
import dev.escala.text.NearNames;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** Work and listeners are beans of the list, each for what it was made for. */
public final class BeanRule implements ProcessRule {

	private static final Set<String> DELEGATES = Set.of("delegateExpression", "variableMappingDelegateExpression");

	private final Vocabulary vocabulary;

	/** Allows what is on the list. */
	public BeanRule(Vocabulary vocabulary) {
		this.vocabulary = vocabulary;
	}

	@Override
	public void check(BpmnFile file, Findings findings) {
		for (Element element : Xml.all(file.root())) {
			for (Attr attribute : Xml.attributes(element)) {
				if (DELEGATES.contains(attribute.getLocalName())) {
					check(file, element, attribute.getValue(), findings);
				}
			}
		}
	}

	private void check(BpmnFile file, Element element, String expression, Findings findings) {
		Optional<String> bean = bean(expression);
		if (bean.isEmpty()) {
			findings.refuse(file.path(), element,
					"La expresión delegada «" + expression + "» no se permite: tiene que nombrar un solo bean.",
					"Escríbala como ${bean}, con uno de la lista.");
			return;
		}
		Kind wanted = wanted(element);
		Vocabulary.Bean known = this.vocabulary.beans().get(bean.get());
		if (known == null || known.kind() != wanted) {
			Set<String> allowed = (wanted == null) ? Set.of() : this.vocabulary.beans(wanted);
			String use = (wanted == Kind.DELEGATE) ? "aquí" : "en un oyente";
			findings.refuse(file.path(), element, "El bean «" + bean.get() + "» no se permite " + use + ".", NearNames
				.near(bean.get(), allowed)
				.map((near) -> "¿Quería decir «" + near + "»?")
				.orElse(allowed.isEmpty() ? "Quite el oyente." : "Se permiten: " + String.join(", ", allowed) + "."));
		}
	}

	/**
	 * What a bean must have been made for to stand there, or {@code null}: for nothing.
	 */
	private static Kind wanted(Element element) {
		return switch (element.getLocalName()) {
			case "executionListener" -> Kind.EXECUTION_LISTENER;
			case "taskListener", "callActivity" -> null;
			default -> Kind.DELEGATE;
		};
	}

	private static Optional<String> bean(String expression) {
		try {
			return (Expression.parse(expression).root() instanceof Term.Name name) ? Optional.of(name.name())
					: Optional.empty();
		}
		catch (UnreadableExpressionException ex) {
			return Optional.empty();
		}
	}

}
