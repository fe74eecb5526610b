package dev.escala.staffing.web;

import dev.escala.reference.UserId;
import dev.escala.staffing.RequestAbsence;

/** An absence as a client sends it, see {@link RequestAbsence}. */
record AbsenceBody(String from, String until, String deputy, String reason) {

	RequestAbsence toCommand(UserId personId) {
		return new RequestAbsence(personId, this.from, this.until, this.deputy, this.reason);
	}
}
