package dev.escala.staffing;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import dev.escala.reference.UserId;

import org.springframework.stereotype.Component;

/** Looks who is there. */
@Component
class PresenceNow {

	private final AbsenceRepository absences;

	private final OnDutyRepository duties;

	private final Directory directory;

	private final OfficeTime time;

	private final Clock clock;

	PresenceNow(AbsenceRepository absences, OnDutyRepository duties, Directory directory, OfficeTime time,
			Clock clock) {
		this.absences = absences;
		this.duties = duties;
		this.directory = directory;
		this.time = time;
		this.clock = clock;
	}

	Presence read() {
		return read(this.clock.instant());
	}

	/** Since when it is known that the person is absent, if they are. */
	Optional<Instant> knownSince(UserId personId) {
		return this.absences.knownSince(personId, this.clock.instant());
	}

	/** Who is there at another instant, as far as is known now. */
	Presence read(Instant at) {
		return new Presence(at, this.directory, this.time, this.absences.runningAt(at), this.duties.all());
	}

}
