package dev.escala.access.login;

import java.util.Optional;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;

/**
 * Compares passwords with what the engine stores. It costs one hash of ours whether there
 * is the user or not, and whatever the stored hash is; no database connection is held
 * meanwhile. A right password behind an older hash is hashed anew.
 */
class StoredPasswords {

	private static final int TRIES = 3;

	private static final String CURRENT = "{" + PasswordHash.NAME + "}";

	private final CommandExecutor engine;

	private final ProcessEngineConfigurationImpl configuration;

	private final PasswordHash hash;

	StoredPasswords(CommandExecutor engine, ProcessEngineConfigurationImpl configuration, PasswordHash hash) {
		this.engine = engine;
		this.configuration = configuration;
		this.hash = hash;
	}

	/**
	 * Checks a password.
	 * @return the stamp of the stored password if it is right
	 */
	Optional<String> verify(String user, String password) {
		for (int i = 0; i < TRIES; i++) {
			UserEntity stored = find(user);
			if (stored == null || stored.getPassword() == null) {
				this.hash.checkNobodys(password);
				return Optional.empty();
			}
			boolean right = this.configuration.getPasswordManager()
				.check(EncryptionUtil.saltPassword(password, stored.getSalt()), stored.getPassword());
			if (stored.getPassword().startsWith(CURRENT)) {
				return right ? Optional.of(PasswordStamp.of(stored)) : Optional.empty();
			}
			if (!right) {
				this.hash.checkNobodys(password);
				return Optional.empty();
			}
			try {
				return Optional.of(PasswordStamp.of(hashAnew(user, password, stored)));
			}
			catch (OptimisticLockingException ex) {
				// Another login did so, or the password was changed: look again.
				continue;
			}
		}
		return Optional.empty();
	}

	private UserEntity find(String user) {
		return this.engine.execute((context) -> (UserEntity) context.getReadOnlyIdentityProvider().findUserById(user));
	}

	/** Not by the service, which asks what a new password must fulfil. */
	private UserEntity hashAnew(String user, String password, UserEntity checked) {
		return this.engine.execute((context) -> {
			UserEntity stored = (UserEntity) context.getReadOnlyIdentityProvider().findUserById(user);
			if (stored == null || !checked.getPassword().equals(stored.getPassword())) {
				throw new OptimisticLockingException("The password changed while it was checked");
			}
			stored.setPassword(password);
			stored.encryptPassword();
			return stored;
		});
	}

}
