package dev.escala.pursuit.taken.process;

import dev.escala.access.Staff;
import dev.escala.pursuit.taken.Importer;
import dev.escala.reference.UserId;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;

import org.springframework.stereotype.Component;

/** The engine knows the importer as it knows whoever completes a task. */
@Component
class EngineImporter implements Importer {

	/** A row is taken by one thread from its beginning to its end. */
	private final ThreadLocal<Boolean> atWork = ThreadLocal.withInitial(() -> false);

	private final IdentityService identity;

	private final Staff staff;

	EngineImporter(IdentityService identity, Staff staff) {
		this.identity = identity;
		this.staff = staff;
	}

	@Override
	public void as(UserId person, Runnable work) {
		Authentication before = this.identity.getCurrentAuthentication();
		this.identity.setAuthentication(person.value(),
				this.staff.groupsOf(person).stream().map(Staff.Team::id).toList());
		this.atWork.set(true);
		try {
			work.run();
		}
		finally {
			this.atWork.remove();
			this.identity.setAuthentication(before);
		}
	}

	@Override
	public boolean isAtWork() {
		return this.atWork.get();
	}

}
