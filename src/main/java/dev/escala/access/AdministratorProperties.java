package dev.escala.access;

import dev.escala.access.login.PasswordRules;
import dev.escala.startup.StartupProblem;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.StringUtils;

/**
 * The administrator to create where there is none yet.
 *
 * @param username user id, from {@code ESCALA_ADMIN_USERNAME}
 * @param password one that the rules for passwords allow, from
 * {@code ESCALA_ADMIN_PASSWORD}
 */
@ConfigurationProperties("escala.admin")
record AdministratorProperties(String username, String password) {

	/** Whether an administrator is configured at all. */
	boolean isSet() {
		return StringUtils.hasText(this.username) || StringUtils.hasText(this.password);
	}

	/**
	 * Refuses what a stranger would try first.
	 * @throws StartupProblem in one sentence that does not repeat the password
	 */
	void requireStrong() {
		if (!StringUtils.hasText(this.username) || !StringUtils.hasText(this.password)) {
			throw new StartupProblem(
					"The first administrator needs both ESCALA_ADMIN_USERNAME and ESCALA_ADMIN_PASSWORD.");
		}
		if (!this.username.matches(EngineAccessConfiguration.USER_ID)) {
			throw new StartupProblem("ESCALA_ADMIN_USERNAME may have up to 64 letters, digits, dots, hyphens, "
					+ "underscores and @, and begins with a letter or a digit.");
		}
		if (!PasswordRules.get().allow(this.password, this.username)) {
			throw new StartupProblem("ESCALA_ADMIN_PASSWORD is too weak: use at least " + PasswordRules.SHORTEST
					+ " characters that are hard to guess, for example words that do not belong together, "
					+ "and not the user's name.");
		}
	}

	/** Without the password: records print themselves in logs. */
	@Override
	public String toString() {
		return "AdministratorProperties[username=" + this.username + "]";
	}

}
