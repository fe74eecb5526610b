package dev.escala.engine;

import java.util.function.Supplier;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;

import org.springframework.stereotype.Component;

/**
 * Lets our own code use the engine whoever is logged in and whatever they may see:
 * authorization guards what people ask the engine for, not what our use cases need to
 * know. What runs inside has no user, so the engine's history names nobody for it; state
 * who acts in our own records. Nothing a person sent may choose what runs inside.
 */
@Component
public class AsSystem {

	private final IdentityService identities;

	AsSystem(IdentityService identities) {
		this.identities = identities;
	}

	/**
	 * Does the work without a user and returns its result. The user is back afterwards,
	 * also where the work fails; calls may be nested.
	 */
	public <T> T call(Supplier<T> work) {
		Authentication user = this.identities.getCurrentAuthentication();
		this.identities.clearAuthentication();
		try {
			return work.get();
		}
		finally {
			if (user != null) {
				this.identities.setAuthentication(user);
			}
			else {
				this.identities.clearAuthentication();
			}
		}
	}

	/** Does the work without a user. */
	public void run(Runnable work) {
		call(() -> {
			work.run();
			return null;
		});
	}

}
