package dev.escala.pursuit.call;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.profile.Profile;
import dev.escala.pursuit.profile.Profiles;
import dev.escala.reference.UserId;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom nobody calls any more, because they asked for it (004-17; GDPR, art. 21.3): the
 * party itself, and whoever comes back under the same name, address or telephone. Of
 * these only digests are kept, so that nobody calls again once all else is erased.
 */
@Service
@Transactional
public class LeftAlone {

	/** What stands where a text was erased begins so. */
	private static final String ERASED = "[";

	private static final int SHORTEST_PHONE = 7;

	/** Digits of a number without its country, at most. */
	private static final int NATIONAL = 9;

	private final LeftAloneRepository repository;

	private final Profiles profiles;

	private final Clock clock;

	LeftAlone(LeftAloneRepository repository, Profiles profiles, Clock clock) {
		this.repository = repository;
		this.profiles = profiles;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	public boolean isOne(Pursuit pursuit) {
		return this.repository.isParty(pursuit) || this.repository.isAnyTrace(traces(pursuit));
	}

	/** Nobody calls whom it is about any more, in this pursuit or a later one. */
	void add(Pursuit pursuit, UserId by) {
		this.repository.add(pursuit, by, this.clock.instant());
		remember(pursuit);
	}

	/** What is known of them now tells them from others after its erasure too. */
	public void remember(Pursuit pursuit) {
		if (this.repository.isParty(pursuit)) {
			this.repository.addTraces(traces(pursuit), this.clock.instant());
		}
	}

	private List<String> traces(Pursuit pursuit) {
		Profile profile = this.profiles.get(pursuit.number());
		List<String> traces = new ArrayList<>();
		this.repository.bareName(pursuit).ifPresent((name) -> add(traces, "name:", name));
		add(traces, "mail:", profile.contactEmail());
		String digits = (profile.contactPhone() == null) ? "" : profile.contactPhone().replaceAll("\\D", "");
		if (digits.length() >= SHORTEST_PHONE) {
			add(traces, "phone:", digits.substring(Math.max(0, digits.length() - NATIONAL)));
		}
		return traces;
	}

	private static void add(List<String> traces, String kind, String known) {
		if (known != null && !known.isBlank() && !known.startsWith(ERASED)) {
			traces.add(kind + known.toLowerCase(Locale.ROOT));
		}
	}

}
