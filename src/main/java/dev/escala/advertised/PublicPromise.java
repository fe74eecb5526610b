package dev.escala.advertised;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

import dev.escala.access.Role;
import dev.escala.matter.Matter;
import dev.escala.matter.Severity;
import dev.escala.measure.Gauge;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

/**
 * What we promise to everybody, as it stands now.
 *
 * @param number for example {@code PUB-2026-000001}
 * @param text what is promised, as people read it
 * @param place where it is published
 * @param since since when, a day of the business zone
 * @param owner who answers for it
 * @param gauge the figure that proves it
 * @param threshold the value that is promised
 * @param withdrawnAt when it was withdrawn, or {@code null} while it is published
 * @param registeredBy who wrote it down
 * @param registeredAt when
 */
public record PublicPromise(CaseNumber number, String text, String place, LocalDate since, UserId owner, Gauge gauge,
		BigDecimal threshold, Instant withdrawnAt, UserId registeredBy, Instant registeredAt) {

	/** What its numbers begin with. */
	public static final String PREFIX = "PUB-";

	static final String MATTER_KIND = "publicPromise";

	/** Whether it is still published. */
	public boolean isPublished() {
		return this.withdrawnAt == null;
	}

	/** What is promised, for example {@code al menos 95 %}. */
	public String promised() {
		return this.gauge.bound(this.threshold);
	}

	/** It as the rooms see it that work on any matter. */
	Matter asMatter() {
		return new Matter(this.number, MATTER_KIND, this.text, null, null, Severity.MODERATE,
				Role.PROBLEM_COORDINATORS.groupId(), this.owner, this.registeredAt, isPublished(),
				isPublished() ? "está publicada" : "ya se retiró", Set.of());
	}

}
