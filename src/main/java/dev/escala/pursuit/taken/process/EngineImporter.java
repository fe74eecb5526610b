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
		try {
			work.run();
		}
		finally {
			this.identity.setAuthentication(before);
		}
	}

}
