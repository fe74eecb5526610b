package dev.escala.modelgate;

import java.util.ArrayList;
import java.util.List;

import dev.escala.modelgate.file.Owner;
import org.w3c.dom.Element;

/** Collects what a rule finds. */
public final class Findings {

	private final List<Problem> problems = new ArrayList<>();

	/** Something that keeps the deployment out, at an element or in it. */
	public void refuse(String file, Element at, String what, String how) {
		Owner owner = Owner.of(at);
		this.problems.add(Problem.refused(file, owner.id(), owner.label(), what, how));
	}

	/** Something that the author is told, at an element or in it. */
	public void warn(String file, Element at, String what, String how) {
		Owner owner = Owner.of(at);
		this.problems.add(Problem.warning(file, owner.id(), owner.label(), what, how));
	}

	/** Something else. */
	public void add(Problem problem) {
		this.problems.add(problem);
	}

	/** All of it. */
	public List<Problem> list() {
		return List.copyOf(this.problems);
	}

}
