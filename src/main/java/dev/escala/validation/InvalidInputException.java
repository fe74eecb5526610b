package dev.escala.validation;

import java.util.List;
import java.util.stream.Collectors;

/** Refused because fields are missing or wrong; names each of them. */
public final class InvalidInputException extends Refusal {

	private final transient List<FieldProblem> problems;

	public InvalidInputException(List<FieldProblem> problems) {
		super(problems.stream().map(FieldProblem::message).collect(Collectors.joining(" ")));
		this.problems = List.copyOf(problems);
	}

	public InvalidInputException(String field, String message) {
		this(List.of(new FieldProblem(field, message)));
	}

	public List<FieldProblem> problems() {
		return this.problems;
	}

}
