package dev.escala.access;

import dev.escala.database.Turns;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Creates the first administrator from the configuration, on a database of one's own. The
 * demo brings its own people.
 */
@Component
@ConditionalOnProperty("spring.datasource.url")
@DependsOn("grants")
class FirstAdministrator implements SmartInitializingSingleton {

	private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

	private final IdentityService identity;

	private final Grants grants;

	private final AdministratorProperties properties;

	private final Turns turns;

	private final TransactionTemplate transaction;

	FirstAdministrator(IdentityService identity, Grants grants, AdministratorProperties properties, Turns turns,
			PlatformTransactionManager transactions) {
		this.identity = identity;
		this.grants = grants;
		this.turns = turns;
		this.properties = properties;
		this.transaction = new TransactionTemplate(transactions);
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.transaction.executeWithoutResult((status) -> {
			Grants.takeTurns(this.turns);
			// On an empty database this may come before the grants are written.
			this.grants.createGroups();
			createIfMissing();
		});
	}

	private void createIfMissing() {
		String group = Role.ADMINISTRATORS.groupId();
		if (this.identity.createUserQuery().memberOfGroup(group).count() > 0) {
			return;
		}
		if (!this.properties.isSet()) {
			log.warn("There is no administrator yet: set ESCALA_ADMIN_USERNAME and ESCALA_ADMIN_PASSWORD and start "
					+ "Escala again.");
			return;
		}
		this.properties.requireStrong();
		String id = this.properties.username();
		if (this.identity.createUserQuery().userId(id).count() == 0) {
			User user = this.identity.newUser(id);
			user.setFirstName("Administración");
			user.setLastName("");
			user.setPassword(this.properties.password());
			this.identity.saveUser(user);
		}
		this.identity.createMembership(id, group);
		log.info("The first administrator is {}.", id);
	}

}
