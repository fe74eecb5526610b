package dev.escala.pursuit.call;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.escala.customer.Customer;
import dev.escala.pipeline.Party;
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

	/**
	 * Whether a customer asked for it, or one of its people did under another name.
	 */
	@Transactional(readOnly = true)
	public boolean isCustomer(Customer customer) {
		return this.repository.isParty(Party.Kind.CUSTOMER, customer.id().value())
				|| this.repository.isAnyTrace(traces(customer));
	}

	/** A customer asked for it in a call of ours that belongs to no pursuit. */
	public void leaveCustomer(Customer customer, UserId by) {
		Instant now = this.clock.instant();
		this.repository.add(Party.Kind.CUSTOMER, customer.id().value(), by, now);
		this.repository.addTraces(traces(customer), now);
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
		addReached(traces, profile.contactEmail(), profile.contactPhone());
		return traces;
	}

	private static List<String> traces(Customer customer) {
		List<String> traces = new ArrayList<>();
		customer.contacts().forEach((contact) -> addReached(traces, contact.email(), contact.phone()));
		return traces;
	}

	private static void addReached(List<String> traces, String email, String phone) {
		add(traces, "mail:", email);
		String digits = (phone == null) ? "" : phone.replaceAll("\\D", "");
		if (digits.length() >= SHORTEST_PHONE) {
			add(traces, "phone:", digits.substring(Math.max(0, digits.length() - NATIONAL)));
		}
	}

	private static void add(List<String> traces, String kind, String known) {
		if (known != null && !known.isBlank() && !known.startsWith(ERASED)) {
			traces.add(kind + known.toLowerCase(Locale.ROOT));
		}
	}

}
