package dev.escala.access.login;

import java.util.Optional;

import dev.escala.validation.InvalidInputException;
import org.camunda.bpm.engine.identity.PasswordPolicyResult;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine's own service, at which every door arrives that takes a password: HTTP
 * Basic, the login of the web applications, and what the engine's REST API checks.
 */
class GuardedIdentityService extends IdentityServiceImpl {

	private static final Logger log = LoggerFactory.getLogger(GuardedIdentityService.class);

	private final LoginThrottle throttle;

	private final ProcessEngineConfigurationImpl configuration;

	private final PasswordHash hash;

	GuardedIdentityService(LoginThrottle throttle, ProcessEngineConfigurationImpl configuration, PasswordHash hash) {
		this.throttle = throttle;
		this.configuration = configuration;
		this.hash = hash;
	}

	@Override
	public boolean checkPassword(String user, String password) {
		LoginRequest request = LoginRequest.current();
		if (!UserIds.arePossible(user) || password == null || password.isEmpty()) {
			log.warn("Login failed: user {} from {}", UserIds.printable(user), request.address());
			return false;
		}
		LoginThrottle.Try attempt = this.throttle.enter(request, user);
		if (attempt.refusal().isPresent()) {
			request.refuse(attempt.refusal().get());
			log.warn("Login failed: user {} from {}, unchecked for {} s more", UserIds.printable(user),
					request.address(), attempt.refusal().get().toSeconds());
			return false;
		}
		Optional<String> stamp = verify(attempt, user, password);
		if (stamp.isEmpty()) {
			log.warn("Login failed: user {} from {}", UserIds.printable(user), request.address());
			return false;
		}
		request.verify(user, stamp.get());
		this.throttle.succeed(attempt, request, user);
		return true;
	}

	private Optional<String> verify(LoginThrottle.Try attempt, String user, String password) {
		try {
			return new StoredPasswords(getCommandExecutor(), this.configuration, this.hash).verify(user, password);
		}
		catch (RuntimeException ex) {
			this.throttle.undo(attempt);
			throw ex;
		}
	}

	/**
	 * Inside of a command it is the engine that saves a user, and would answer a weak
	 * password with a fault of ours.
	 */
	@Override
	public PasswordPolicyResult checkPasswordAgainstPolicy(String password, User user) {
		PasswordPolicyResult result = super.checkPasswordAgainstPolicy(password, user);
		if (!result.isValid() && Context.getCommandContext() != null) {
			throw new InvalidInputException("password", PasswordRules.sentence(result.getViolatedRules()));
		}
		return result;
	}

	/** Whoever changes their own password stays in this session, and in no other. */
	@Override
	public void saveUser(User user, boolean skipPasswordPolicy) {
		if (user.getId() == null) {
			// What a profile without one makes of a user that is there.
			throw new InvalidInputException("id", "Falta el identificador de la persona: envíelo en «id».");
		}
		super.saveUser(user, skipPasswordPolicy);
		boolean own = getCurrentAuthentication() != null && user.getId().equals(getCurrentAuthentication().getUserId());
		if (own && user instanceof UserEntity stored && stored.hasNewPassword()) {
			LoginRequest.current()
				.session()
				.ifPresent((session) -> SessionStamp.set(session, PasswordStamp.of(stored)));
		}
	}

	@Override
	public void unlockUser(String user) {
		super.unlockUser(user);
		this.throttle.forgive(user);
	}

}
