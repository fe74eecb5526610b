package dev.escala.access;

import java.util.Set;
import java.util.stream.Collectors;

import dev.escala.database.Turns;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes groups and grants into the engine at every start, before the first request is
 * answered. A grant listed in {@link Grant} is set back to what the code says; grants
 * that an administrator added elsewhere stay.
 */
@Component
class Grants implements SmartInitializingSingleton {

	/** Any number, the same on every node: two that start together take turns. */
	private static final long LOCK = 0x45534341_4C41L;

	private final IdentityService identity;

	private final AuthorizationService authorizations;

	private final Turns turns;

	private final TransactionTemplate transaction;

	Grants(IdentityService identity, AuthorizationService authorizations, Turns turns,
			PlatformTransactionManager transactions) {
		this.identity = identity;
		this.authorizations = authorizations;
		this.turns = turns;
		this.transaction = new TransactionTemplate(transactions);
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.transaction.executeWithoutResult((status) -> {
			takeTurns(this.turns);
			createGroups();
			Grant.all().forEach(this::write);
		});
	}

	/** Until the end of the transaction nobody else who calls this gets further. */
	static void takeTurns(Turns turns) {
		turns.take(LOCK);
	}

	/** Creates the groups of all roles that are missing. */
	void createGroups() {
		Set<String> present = this.identity.createGroupQuery()
			.list()
			.stream()
			.map(Group::getId)
			.collect(Collectors.toSet());
		for (Role role : Role.values()) {
			if (!present.contains(role.groupId())) {
				Group group = this.identity.newGroup(role.groupId());
				group.setName(role.label());
				group.setType((role == Role.ADMINISTRATORS) ? "SYSTEM" : "WORKFLOW");
				this.identity.saveGroup(group);
			}
		}
	}

	private void write(Grant grant) {
		Authorization present = this.authorizations.createAuthorizationQuery()
			.authorizationType(Authorization.AUTH_TYPE_GRANT)
			.groupIdIn(grant.role().groupId())
			.resourceType(grant.resource())
			.resourceId(grant.resourceId())
			.singleResult();
		if (present == null) {
			present = this.authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
			present.setGroupId(grant.role().groupId());
			present.setResource(grant.resource());
			present.setResourceId(grant.resourceId());
		}
		int before = mask(present);
		present.setPermissions(grant.permissions());
		if (present.getId() == null || mask(present) != before) {
			this.authorizations.saveAuthorization(present);
		}
	}

	private static int mask(Authorization authorization) {
		return ((AuthorizationEntity) authorization).getPermissions();
	}

}
