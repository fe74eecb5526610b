package dev.escala.engine.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstLiteral;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNode;
import org.camunda.bpm.impl.juel.AstText;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.ObjectValueExpression;
import org.camunda.bpm.impl.juel.Parser;
import org.camunda.bpm.impl.juel.SimpleContext;
import org.camunda.bpm.impl.juel.Tree;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.camunda.bpm.impl.juel.TypeConverter;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;

/**
 * A text of a model in which the engine looks for {@code ${…}} and {@code #{…}}.
 *
 * @param text as it is written
 * @param root what the engine reads in it
 */
public record Expression(String text, Term root) {

	/**
	 * The parser calls itself for each bracket: what is longer is no expression of a
	 * model.
	 */
	private static final int LONGEST = 4000;

	/**
	 * Reads an expression as the engine does.
	 * @throws UnreadableExpressionException where the engine could not
	 */
	public static Expression parse(String text) {
		if (text.length() > LONGEST) {
			throw new UnreadableExpressionException(text.length() + " caracteres, y el máximo es " + LONGEST);
		}
		try {
			return new Expression(text, term(new NamedParts().build(text).getRoot()));
		}
		catch (TreeBuilderException ex) {
			throw new UnreadableExpressionException("en el carácter " + (ex.getPosition() + 1) + " se leyó "
					+ ex.getEncountered() + " y se esperaba " + ex.getExpected());
		}
	}

	/** The text that it always yields, or empty where something is computed. */
	public Optional<String> fixed() {
		return (this.root instanceof Term.Literal literal) ? Optional.of(String.valueOf(literal.value()))
				: Optional.empty();
	}

	/**
	 * Whether it is made of variables, literals and operators only, so that nothing of an
	 * application runs where it is computed.
	 */
	public boolean isPlain() {
		return this.root.all()
			.allMatch((term) -> term instanceof Term.Name || term instanceof Term.Literal
					|| term instanceof Term.Comparison || term instanceof Term.Operation);
	}

	/**
	 * What the engine would compute with these variables; empty where it could not.
	 * @param variables by name, also those that are {@code null}
	 * @throws IllegalStateException where it is not plain
	 */
	public Optional<Object> with(Map<String, Object> variables) {
		if (!isPlain()) {
			throw new IllegalStateException("Would run " + this.text);
		}
		SimpleContext context = new SimpleContext();
		variables.forEach((name, value) -> context.setVariable(name,
				new ObjectValueExpression(TypeConverter.DEFAULT, value, Object.class)));
		try {
			Tree tree = new NamedParts().build(this.text);
			return Optional.ofNullable(tree.getRoot()
				.getValue(tree.bind(context.getFunctionMapper(), context.getVariableMapper()), context, Object.class));
		}
		catch (ELException ex) {
			return Optional.empty();
		}
	}

	private static Term term(Node node) {
		if (node instanceof AstText || node instanceof AstLiteral) {
			return new Term.Literal(((AstNode) node).eval(null, null));
		}
		if (node instanceof AstIdentifier identifier) {
			return new Term.Name(identifier.getName());
		}
		if (node instanceof NamedDot dot) {
			return new Term.Property(term(dot.getChild(0)), dot.name());
		}
		if (node instanceof AstBracket) {
			return new Term.Element(term(node.getChild(0)), term(node.getChild(1)));
		}
		if (node instanceof AstMethod) {
			return new Term.Call(term(node.getChild(0)), terms(node.getChild(1)));
		}
		if (node instanceof AstFunction function) {
			return new Term.Function(function.getName(), terms(node));
		}
		if (node instanceof AstBinary binary
				&& (binary.getOperator() == AstBinary.EQ || binary.getOperator() == AstBinary.NE)) {
			return new Term.Comparison(term(node.getChild(0)), term(node.getChild(1)));
		}
		List<Term> parts = terms(node);
		return (parts.size() == 1) ? parts.get(0) : new Term.Operation(parts);
	}

	private static List<Term> terms(Node node) {
		List<Term> terms = new ArrayList<>();
		for (int i = 0; i < node.getCardinality(); i++) {
			terms.add(term(node.getChild(i)));
		}
		return terms;
	}

	/** The engine's parser, which also tells the names of properties. */
	private static final class NamedParts extends Builder {

		NamedParts() {
			super(Feature.METHOD_INVOCATIONS);
		}

		@Override
		protected Parser createParser(String expression) {
			return new Parser(this, expression) {
				@Override
				protected AstDot createAstDot(AstNode base, String property, boolean lvalue) {
					return new NamedDot(base, property, lvalue);
				}
			};
		}

	}

	private static final class NamedDot extends AstDot {

		NamedDot(AstNode base, String property, boolean lvalue) {
			super(base, property, lvalue);
		}

		String name() {
			return this.property;
		}

	}

}
