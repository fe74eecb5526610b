package dev.escala.access.table;

import java.util.Set;

import org.springframework.security.authorization.AuthorizationDecision;

/**
 * What the table of access says about one request, before anything of its body is read.
 */
public class RouteDecision extends AuthorizationDecision {

	private final Answer answer;

	private final String explanation;

	private final Set<String> methods;

	private RouteDecision(Answer answer, String explanation, Set<String> methods) {
		super(answer == Answer.GRANTED);
		this.answer = answer;
		this.explanation = explanation;
		this.methods = Set.copyOf(methods);
	}

	/** The caller may. */
	public static RouteDecision granted() {
		return new RouteDecision(Answer.GRANTED, "", Set.of());
	}

	/**
	 * Somebody else may, or nobody.
	 * @param explanation who may, in Spanish
	 */
	public static RouteDecision refused(String explanation) {
		return new RouteDecision(Answer.REFUSED, explanation, Set.of());
	}

	/**
	 * The address answers to other methods.
	 * @param methods which ones
	 */
	public static RouteDecision wrongMethod(Set<String> methods) {
		return new RouteDecision(Answer.WRONG_METHOD, "", methods);
	}

	/** The address is not in the table. */
	public static RouteDecision unknown() {
		return new RouteDecision(Answer.UNKNOWN, "", Set.of());
	}

	/** Which of the answers it is. */
	public Answer answer() {
		return this.answer;
	}

	/** Who may, in Spanish; empty where nothing needs saying. */
	public String explanation() {
		return this.explanation;
	}

	/** To which methods the address answers; empty where that is not the matter. */
	public Set<String> methods() {
		return this.methods;
	}

	/** The four answers. */
	public enum Answer {

		GRANTED, REFUSED, WRONG_METHOD, UNKNOWN

	}

}
