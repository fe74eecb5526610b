package dev.escala.access.login;

import java.util.Map;
import java.util.function.BiPredicate;

import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;

/**
 * What a password must fulfil, as Camunda's pages ask for it and as we say it.
 *
 * @param placeholder key of the label in Camunda's pages
 * @param parameters what the label shows
 * @param sentence what the password must be, in Spanish
 * @param keptBy whether a password keeps it; the person is {@code null} where unknown
 */
record PasswordRule(String placeholder, Map<String, String> parameters, String sentence,
		BiPredicate<String, User> keptBy) implements PasswordPolicyRule {

	@Override
	public String getPlaceholder() {
		return this.placeholder;
	}

	@Override
	public Map<String, String> getParameters() {
		return this.parameters;
	}

	@Override
	public boolean execute(String candidate) {
		return execute(candidate, null);
	}

	@Override
	public boolean execute(String candidate, User user) {
		return this.keptBy.test(candidate, user);
	}

}
