package dev.escala.access;

import java.util.List;
import java.util.Optional;

import dev.escala.reference.UserId;
import org.camunda.bpm.engine.IdentityService;

import org.springframework.stereotype.Component;

/** Who is acting now, as the engine knows it. */
@Component
public class CurrentUser {

	private final IdentityService identity;

	CurrentUser(IdentityService identity) {
		this.identity = identity;
	}

	/** The user id, or empty where a job, an import or a timer acts. */
	public Optional<UserId> id() {
		return Optional.ofNullable(this.identity.getCurrentAuthentication())
			.map((current) -> UserId.nullable(current.getUserId()));
	}

	/** Whether the person belongs to any of the groups. */
	public boolean isIn(Role... roles) {
		return Optional.ofNullable(this.identity.getCurrentAuthentication())
			.map((current) -> current.getGroupIds())
			.map((groups) -> List.of(roles).stream().anyMatch((role) -> groups.contains(role.groupId())))
			.orElse(false);
	}

	/** Whether the person belongs to the group with this id. */
	public boolean isInGroup(String groupId) {
		return Optional.ofNullable(this.identity.getCurrentAuthentication())
			.map((current) -> current.getGroupIds())
			.map((groups) -> groups.contains(groupId))
			.orElse(false);
	}

	/** The ids of the person's groups; of nobody none. */
	public List<String> groups() {
		return Optional.ofNullable(this.identity.getCurrentAuthentication())
			.map((current) -> current.getGroupIds())
			.orElse(List.of());
	}

}
