package dev.escala.modelgate.code;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import dev.escala.engine.expression.Expression;
import dev.escala.engine.expression.Term;
import dev.escala.engine.expression.UnreadableExpressionException;
import dev.escala.modelgate.Deployed;
import dev.escala.modelgate.Findings;
import dev.escala.modelgate.ProcessRule;
import dev.escala.modelgate.Vocabulary;
import dev.escala.modelgate.Vocabulary.Kind;
import dev.escala.modelgate.file.BpmnFile;
import dev.escala.modelgate.variable.Texts;
import dev.escala.text.NearNames;
import dev.escala.text.Shortening;

/**
 * Expressions are variables, literals, operators and methods that beans of the list offer
 * to models, and nothing else.
 */
public final class ExpressionRule implements ProcessRule {

	private static final String EXECUTION = "execution";

	private static final String HOW = "Use variables, operadores y los métodos de la lista; lo demás va en una tabla.";

	private final Vocabulary vocabulary;

	private final Deployed deployed;

	/** Allows what is on the list. */
	public ExpressionRule(Vocabulary vocabulary, Deployed deployed) {
		this.vocabulary = vocabulary;
		this.deployed = deployed;
	}

	@Override
	public void check(BpmnFile file, Findings findings) {
		for (Texts.Text text : Texts.of(file)) {
			try {
				Term root = Expression.parse(text.value()).root();
				problem(root).ifPresent((problem) -> findings.refuse(file.path(), text.element(),
						"La expresión «" + shortened(text.value()) + "» no se permite: " + problem.what(),
						problem.how()));
			}
			catch (UnreadableExpressionException ex) {
				findings.refuse(file.path(), text.element(),
						"La expresión «" + shortened(text.value()) + "» no se puede leer: " + ex.getMessage() + ".",
						"Revise llaves, comillas y operadores.");
			}
		}
	}

	private record Wrong(String what, String how) {
	}

	private Optional<Wrong> problem(Term term) {
		if (term instanceof Term.Name name) {
			return name(name.name());
		}
		if (term instanceof Term.Call call) {
			return call(call);
		}
		if (term instanceof Term.Function function) {
			return wrong("usa la función " + function.name() + "().");
		}
		if (term instanceof Term.Element) {
			return wrong("busca con corchetes dentro de un valor.");
		}
		if (term instanceof Term.Property property) {
			boolean allowed = property.of() instanceof Term.Name name
					&& this.vocabulary.beans().containsKey(name.name())
					&& this.vocabulary.beans().get(name.name()).properties().contains(property.name());
			return allowed ? Optional.empty() : wrong("lee «" + property.name() + "» de un objeto.");
		}
		return first(term.parts());
	}

	private Optional<Wrong> name(String name) {
		Vocabulary.Bean bean = this.vocabulary.beans().get(name);
		if (bean != null && bean.kind() == Kind.ENGINE) {
			return wrong("«" + name + "» solo se entrega a un método.");
		}
		if (bean != null) {
			return wrong("nombra el bean «" + name + "» sin llamar a ningún método.");
		}
		return (this.deployed.hasBean(name) && !this.vocabulary.variables().contains(name))
				? wrong("el bean «" + name + "» no se permite.") : Optional.empty();
	}

	private Optional<Wrong> call(Term.Call call) {
		if (!(call.target() instanceof Term.Property method && method.of() instanceof Term.Name bean)) {
			return wrong("llama a un método de algo calculado.");
		}
		Vocabulary.Bean known = this.vocabulary.beans().get(bean.name());
		if (known == null) {
			return Optional.of(new Wrong("el bean «" + bean.name() + "» no se permite.",
					near(bean.name(), this.vocabulary.beans().keySet())));
		}
		Integer arguments = known.methods().get(method.name());
		if (arguments == null) {
			return Optional.of(new Wrong("el método «" + method.name() + "» de «" + bean.name() + "» no se permite.",
					near(method.name(), known.methods().keySet())));
		}
		if (call.arguments().size() != arguments) {
			return Optional.of(new Wrong("«" + bean.name() + "." + method.name() + "» lleva " + arguments
					+ ((arguments == 1) ? " valor" : " valores") + " entre paréntesis, y hay " + call.arguments().size()
					+ ".", "Escriba primero «execution» y después lo demás."));
		}
		if (!call.arguments().get(0).equals(new Term.Name(EXECUTION))) {
			return Optional.of(new Wrong("lo primero entre paréntesis tiene que ser «execution».", "Escriba ${"
					+ bean.name() + "." + method.name() + "(execution" + ((arguments == 1) ? "" : ", …") + ")}."));
		}
		return argument(bean.name() + "." + method.name(), call)
			.or(() -> first(call.arguments().subList(1, call.arguments().size())));
	}

	/** A text that a method takes is one of those that it knows. */
	private Optional<Wrong> argument(String method, Term.Call call) {
		String variable = this.vocabulary.contracts().arguments().get(method);
		if (variable == null || call.arguments().size() < 2
				|| !(call.arguments().get(1) instanceof Term.Literal text)) {
			return Optional.empty();
		}
		Set<String> known = this.vocabulary.contracts().values("", variable);
		return known.contains(String.valueOf(text.value())) ? Optional.empty()
				: Optional.of(new Wrong("«" + method + "» no conoce «" + text.value() + "».",
						near(String.valueOf(text.value()), known)));
	}

	private Optional<Wrong> first(List<Term> terms) {
		return terms.stream().flatMap((part) -> problem(part).stream()).findFirst();
	}

	private static Optional<Wrong> wrong(String what) {
		return Optional.of(new Wrong(what, HOW));
	}

	private static String near(String name, Set<String> allowed) {
		return NearNames.near(name, allowed)
			.map((near) -> "¿Quería decir «" + near + "»?")
			.orElse(allowed.isEmpty() ? HOW : "Se permiten: " + String.join(", ", new TreeSet<>(allowed)) + ".");
	}

	private static String shortened(String text) {
		return Shortening.withEllipsis(text.replaceAll("\\s+", " "), 120);
	}

}
