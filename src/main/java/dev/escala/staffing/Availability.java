package dev.escala.staffing;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import dev.escala.reference.UserId;

import org.springframework.stereotype.Service;

/** Finds somebody who is there (001-09, 001-33). */
@Service
public class Availability {

	private final PresenceNow presence;

	private final ReportingLineRepository lines;

	private final Directory directory;

	Availability(PresenceNow presence, ReportingLineRepository lines, Directory directory) {
		this.presence = presence;
		this.lines = lines;
		this.directory = directory;
	}

	/**
	 * The person or group who gets a piece of work now. The wanted person gets it if
	 * present and on duty; an absent one's deputy else, and the deputy's deputy; if
	 * nobody of them is there, those of the group who are; if none is, the supervisors'
	 * queue. Every step is one sentence of {@link Choice#because()}. People and groups
	 * that do not exist count as not available.
	 * @param personId the person wanted, or {@code null}
	 * @param groupId the group that is responsible, or {@code null}: then the supervisors
	 * get what no person takes
	 * @param notSharing those members of the group who could take what it shares, but
	 * whose it is not
	 */
	public Choice choose(UserId personId, String groupId, Set<UserId> notSharing) {
		return this.presence.read().choose(personId, groupId, notSharing);
	}

	/** The group gets it, without those who do not count; nobody in person does. */
	public Choice share(String groupId, Set<UserId> notSharing) {
		return this.presence.read().share(groupId, notSharing);
	}

	/**
	 * Whether the person exists and is neither absent nor off duty now.
	 */
	public boolean isAvailable(UserId personId) {
		return this.presence.read().isAvailable(personId);
	}

	/**
	 * Who does work that can wait for somebody's next duty: the person, or the deputy
	 * where that person is absent at that instant, and the deputy's deputy; empty where
	 * none of them is left.
	 */
	public Optional<UserId> presentOrDeputy(UserId personId, Instant at) {
		return this.presence.read(at).presentOrDeputy(personId);
	}

	/**
	 * The same now, and how it comes to that: one Spanish sentence for each who is away.
	 * {@link Choice#personId()} is {@code null} where none of them is left.
	 */
	public Choice standIn(UserId personId) {
		return this.presence.read().standIn(personId);
	}

	/**
	 * Since when it is known that the person is absent, if they are now: an absence may
	 * be noted after it began.
	 */
	public Optional<Instant> absentSince(UserId personId) {
		return this.presence.knownSince(personId);
	}

	/** Those who are absent now, on duty or not. */
	public Set<UserId> absent() {
		return this.presence.read().absent();
	}

	/**
	 * The person to whom this one reports. Where that person has left the organisation,
	 * the next one up the line who has not.
	 */
	public Optional<UserId> managerOf(UserId personId) {
		Set<UserId> seen = new HashSet<>();
		Optional<UserId> manager = this.lines.managerOf(personId);
		while (manager.isPresent() && seen.add(manager.get())) {
			if (this.directory.find(manager.get()).isPresent()) {
				return manager.filter((id) -> !id.equals(personId));
			}
			manager = this.lines.managerOf(manager.get());
		}
		return Optional.empty();
	}

}
