package dev.escala.visibility;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import dev.escala.access.CurrentUser;
import dev.escala.access.Role;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.Reference;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * The one rule of rows. A person sees what their teams have, what they handed over and
 * what they have worked; some roles work across teams and see everything. Of what they
 * see, data of contacts is for whoever works the case, for supervision and agents, and
 * for who has a task of it now, such as a call.
 */
@Service
public class Visibility {

	/** Those who work across teams, see the table in the guide. */
	private static final Role[] ACROSS_TEAMS = { Role.SUPERVISORS, Role.MANAGERS, Role.DIRECTORS, Role.ARCHITECTS,
			Role.EXECUTIVES, Role.PROBLEM_COORDINATORS, Role.PROCESS_OWNERS, Role.ADMINISTRATORS };

	/** Supervision, and those who take and make the calls. */
	private static final Role[] TELEPHONES = { Role.SUPERVISORS, Role.MANAGERS, Role.DIRECTORS, Role.ADMINISTRATORS,
			Role.AGENTS };

	private final CurrentUser user;

	private final CasePartyRepository parties;

	private final OfferedTasks tasks;

	private final Mode mode;

	Visibility(CurrentUser user, CasePartyRepository parties, OfferedTasks tasks,
			@Value("${escala.visibility:team}") Mode mode) {
		this.user = user;
		this.parties = parties;
		this.tasks = tasks;
		this.mode = mode;
	}

	/** What whoever asks sees in lists. Where nobody is logged in, Escala itself asks. */
	public Seen seen() {
		return this.user.id()
			.map((id) -> new Seen(this.mode == Mode.OPEN || this.user.isIn(ACROSS_TEAMS), id, this.user.groups(),
					this.user.isIn(TELEPHONES)))
			.orElse(Seen.BY_ESCALA);
	}

	/** Whether whoever asks sees what has that number. */
	public boolean sees(CaseNumber number) {
		Seen seen = seen();
		return seen.everything() || this.parties.isParty(number, seen);
	}

	/** Those of the numbers that whoever asks sees. */
	public Set<CaseNumber> seenOf(Collection<CaseNumber> numbers) {
		Seen seen = seen();
		return seen.everything() ? Set.copyOf(numbers) : this.parties.seenOf(numbers, seen);
	}

	/** Whether whoever asks reads addresses and telephones of the customer's contacts. */
	public boolean readsContacts(CustomerId customer) {
		Seen seen = seen();
		return seen.allContacts() || this.parties.isWorkedBy(customer, seen);
	}

	/** Whether whoever asks reads addresses and telephones of the case's contacts. */
	public boolean readsContacts(CaseNumber number) {
		Seen seen = seen();
		return seen.allContacts() || this.parties.isWorkedBy(number, seen) || this.tasks.isAnyForMe(number);
	}

	/** Whoever asks has begun it, and so have their teams: they go on seeing it. */
	public void began(CaseNumber number) {
		this.user.id().ifPresent((id) -> this.parties.add(number, this.user.groups(), List.of(id.value())));
	}

	/** It was offered to these groups and people: they go on seeing it. */
	public void offered(CaseNumber number, List<String> groups, List<? extends Reference<String>> users) {
		this.parties.add(number, groups, users.stream().map(Reference::value).toList());
	}

	/** How much of everything staff see: {@code escala.visibility}. */
	enum Mode {

		/** What their teams have, handed over or worked. */
		TEAM,
		/** Everything. */
		OPEN

	}

}
