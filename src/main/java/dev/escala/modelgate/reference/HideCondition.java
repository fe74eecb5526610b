package dev.escala.modelgate.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.util.Either;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.FeelEngine.Failure;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Equal;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Ref;

/**
 * When a field is hidden: an expression of FEEL, of which the browser and the engine read
 * names, texts and comparisons alike.
 *
 * @param names what it reads
 * @param compared what is compared with which text
 */
record HideCondition(Set<String> names, List<Compared> compared) {

	private static final int LONGEST = 4000;

	private static final FeelEngine PARSER = new FeelEngine.Builder().build();

	/** A name that is compared with a text. */
	record Compared(String name, String text) {
	}

	/** Reads it without its equals sign; empty where FEEL cannot. */
	static Optional<HideCondition> parse(String text) {
		if (text.length() > LONGEST) {
			return Optional.empty();
		}
		try {
			Either<Failure, ParsedExpression> parsed = PARSER.parseExpression(text);
			if (parsed.isLeft()) {
				return Optional.empty();
			}
			HideCondition condition = new HideCondition(new TreeSet<>(), new ArrayList<>());
			condition.collect(parsed.toOption().get().expression());
			return Optional.of(condition);
		}
		catch (RuntimeException | StackOverflowError ex) {
			return Optional.empty();
		}
	}

	private void collect(Object part) {
		if (part instanceof Ref ref) {
			this.names.add(ref.names().head());
			return;
		}
		if (part instanceof Equal equal) {
			compare(equal.x(), equal.y());
			compare(equal.y(), equal.x());
		}
		if (part instanceof Product parts) {
			for (int i = 0; i < parts.productArity(); i++) {
				collect(parts.productElement(i));
			}
		}
	}

	private void compare(Object one, Object other) {
		if (one instanceof Ref ref && other instanceof ConstString text) {
			this.compared.add(new Compared(ref.names().head(), text.value()));
		}
	}

}
