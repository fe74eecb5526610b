package dev.escala.engine.expression;

import java.util.List;
import java.util.stream.Stream;

/** A part of an expression, as the engine reads it. */
public sealed interface Term {

	/** The terms that it is made of. */
	default List<Term> parts() {
		return List.of();
	}

	/** It and everything that it is made of. */
	default Stream<Term> all() {
		return Stream.concat(Stream.of(this), parts().stream().flatMap(Term::all));
	}

	/**
	 * A variable, a bean, or something that the engine offers, such as {@code execution}.
	 */
	record Name(String name) implements Term {
	}

	/** A text, a number, true, false or {@code null}. */
	record Literal(Object value) implements Term {
	}

	/** Operators applied to terms: arithmetic, comparison, logic, a choice. */
	record Operation(List<Term> parts) implements Term {
	}

	/** Two terms that are compared for equality, or for being different. */
	record Comparison(Term left, Term right) implements Term {

		@Override
		public List<Term> parts() {
			return List.of(this.left, this.right);
		}

	}

	/** A property of what a term yields, {@code of.name}. */
	record Property(Term of, String name) implements Term {

		@Override
		public List<Term> parts() {
			return List.of(this.of);
		}

	}

	/** What a term yields, asked by a computed key: {@code of[key]}. */
	record Element(Term of, Term key) implements Term {

		@Override
		public List<Term> parts() {
			return List.of(this.of, this.key);
		}

	}

	/** A method of what a term yields, or what a computed key names. */
	record Call(Term target, List<Term> arguments) implements Term {

		@Override
		public List<Term> parts() {
			return Stream.concat(Stream.of(this.target), this.arguments.stream()).toList();
		}

	}

	/** A function without an object, {@code name(…)}. */
	record Function(String name, List<Term> parts) implements Term {
	}

}
