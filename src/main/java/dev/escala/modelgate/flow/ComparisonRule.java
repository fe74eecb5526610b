package dev.escala.modelgate.flow;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

import dev.escala.engine.expression.Expression;
import dev.escala.engine.expression.Term;
import dev.escala.engine.expression.UnreadableExpressionException;
import dev.escala.modelgate.Deployed;
import dev.escala.modelgate.Findings;
import dev.escala.modelgate.ModelRule;
import dev.escala.modelgate.Problem;
import dev.escala.modelgate.Submission;
import dev.escala.modelgate.Vocabulary;
import dev.escala.modelgate.file.BpmnFile;
import dev.escala.modelgate.file.BpmnFile.Node;
import dev.escala.modelgate.variable.Possible;
import dev.escala.modelgate.variable.Texts;
import dev.escala.modelgate.variable.Values;
import dev.escala.modelgate.variable.Written;
import dev.escala.text.NearNames;
import org.w3c.dom.Element;

/**
 * What is compared may come: a variable is compared with values that somebody writes into
 * it, and the answer of a task is asked for right behind the task.
 */
public final class ComparisonRule implements ModelRule {

	private final Vocabulary vocabulary;

	private final Deployed deployed;

	/** Knows the values of variables. */
	public ComparisonRule(Vocabulary vocabulary, Deployed deployed) {
		this.vocabulary = vocabulary;
		this.deployed = deployed;
	}

	@Override
	public List<Problem> check(Submission submission) {
		Findings findings = new Findings();
		for (BpmnFile file : submission.processes()) {
			for (Element process : file.processes()) {
				Values values = new Values(file, process, submission, this.vocabulary, this.deployed);
				Texts.of(process).forEach((text) -> check(file, text, values, findings));
			}
		}
		return findings.list();
	}

	private static void check(BpmnFile file, Texts.Text text, Values values, Findings findings) {
		Element at = (text.element().getParentNode() instanceof Element flow
				&& flow.getLocalName().equals("sequenceFlow")) ? flow : text.element();
		if (text.element().getLocalName().equals("condition") && isNeverTrue(text, values)) {
			say(file, at, "Su condición no se cumple nunca, con ninguno de los valores posibles.",
					"Corrija la condición.", values, findings);
		}
		parse(text.value()).stream().flatMap((root) -> root.all()).forEach((term) -> {
			if (term instanceof Term.Comparison comparison) {
				compared(comparison.left(), comparison.right())
					.or(() -> compared(comparison.right(), comparison.left()))
					.ifPresent((one) -> check(file, at, one, values, findings));
			}
			else if (term.equals(new Term.Name(Written.ANSWER)) && at.getLocalName().equals("sequenceFlow")) {
				answered(file, at, values, findings);
			}
		});
	}

	private static Optional<Term> parse(String text) {
		try {
			return Optional.of(Expression.parse(text).root());
		}
		catch (UnreadableExpressionException ex) {
			return Optional.empty();
		}
	}

	/** Of one variable; what several hold together nobody can say. */
	private static boolean isNeverTrue(Texts.Text text, Values values) {
		try {
			Expression condition = Expression.parse(text.value());
			List<String> names = condition.root()
				.all()
				.filter(Term.Name.class::isInstance)
				.map((term) -> ((Term.Name) term).name())
				.distinct()
				.toList();
			if (!condition.isPlain() || names.size() != 1) {
				return false;
			}
			Possible possible = values.of(names.get(0), text.element());
			return !possible.isAnything() && possible.values()
				.stream()
				.noneMatch((value) -> condition.with(Collections.singletonMap(names.get(0), value))
					.equals(Optional.of(true)));
		}
		catch (UnreadableExpressionException ex) {
			return false;
		}
	}

	private record Compared(String name, Object value) {
	}

	private static Optional<Compared> compared(Term one, Term other) {
		return (one instanceof Term.Name name && other instanceof Term.Literal literal && literal.value() != null)
				? Optional.of(new Compared(name.name(), literal.value())) : Optional.empty();
	}

	private static void check(BpmnFile file, Element at, Compared compared, Values values, Findings findings) {
		Possible possible = values.of(compared.name(), at);
		if (possible.isAnything() || possible.values().contains(compared.value())) {
			return;
		}
		List<String> texts = possible.texts();
		String what = "Compara «" + compared.name() + "» con «" + compared.value()
				+ "», un valor que no llega nunca: puede ser " + String.join(", ", texts) + ".";
		String how = NearNames.near(String.valueOf(compared.value()), texts)
			.map((near) -> "¿Quería decir «" + near + "»?")
			.orElse("Use uno de esos valores.");
		say(file, at, what, how, values, findings);
	}

	private static void say(BpmnFile file, Element at, String what, String how, Values values, Findings findings) {
		if (values.own()) {
			findings.refuse(file.path(), at, what, how);
		}
		else {
			findings.warn(file.path(), at, what, how);
		}
	}

	private static void answered(BpmnFile file, Element flow, Values values, Findings findings) {
		for (Node node : values.withoutAnswer(flow)) {
			findings.refuse(file.path(), flow,
					"Lee «answer», lo que contesta la tarea de justo antes, y se llega también desde «"
							+ (node.name().isBlank() ? node.id() : node.name()) + "», que no contesta.",
					"Pregunte justo después de la tarea que contesta.");
		}
	}

}
