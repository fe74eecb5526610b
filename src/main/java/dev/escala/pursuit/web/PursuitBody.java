package dev.escala.pursuit.web;

import dev.escala.pursuit.course.SaidPursuit;
import dev.escala.pursuit.profile.Profile;

/** Whom to pursue, as a client sends it; see {@link SaidPursuit} and {@link Profile}. */
record PursuitBody(String party, String sector, Integer employees, String capture, String strategy, String request,
		String whyChosen, String contactName, String contactTitle, String contactPhone, String contactEmail,
		String recentEvents, String suitableSectors, String contactLevel, String livelihood) {

	SaidPursuit said() {
		return new SaidPursuit(this.party, this.sector, this.employees, this.capture, this.strategy, this.request,
				new Profile(this.whyChosen, this.contactName, this.contactTitle, this.contactPhone, this.contactEmail,
						this.recentEvents, this.suitableSectors, this.contactLevel, this.livelihood));
	}
}
