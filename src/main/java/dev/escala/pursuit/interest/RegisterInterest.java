package dev.escala.pursuit.interest;

import java.util.Optional;

import dev.escala.customer.Customers;
import dev.escala.pipeline.Parties;
import dev.escala.pipeline.Party;
import dev.escala.pursuit.PursuitKind;
import dev.escala.pursuit.Strategy;
import dev.escala.pursuit.course.RegisterPursuit;
import dev.escala.pursuit.course.SaidPursuit;
import dev.escala.pursuit.profile.Profile;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.text.Shortening;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever is interested is called back (004-18): as a new prospect, or in what is pursued
 * with them already, where the next contact is due at once.
 */
@Service
@Transactional
class RegisterInterest {

	private static final int LONGEST_WORDS = 900;

	private static final int LONGEST_NAME = 200;

	/** Leaves room for a telephone behind it. */
	private static final int LONGEST_BASE = 140;

	private final PursuedRepository repository;

	private final Parties parties;

	private final Customers customers;

	private final RegisterPursuit registering;

	private final Calling calling;

	RegisterInterest(PursuedRepository repository, Parties parties, Customers customers, RegisterPursuit registering,
			Calling calling) {
		this.repository = repository;
		this.parties = parties;
		this.customers = customers;
		this.registering = registering;
		this.calling = calling;
	}

	/**
	 * Registers it.
	 * @param party code or name of a prospect or customer, or {@code null}: whoever wrote
	 * @return the pursuit in which they are called back
	 * @throws dev.escala.validation.InvalidInputException naming {@code customer}, where
	 * nobody or several are called like that
	 */
	CaseNumber register(SaidInterest said, String party, UserId by) {
		Optional<Party> known = (party != null) ? Optional.of(this.parties.one("customer", party)) : writer(said);
		Optional<CaseNumber> open = known.flatMap(this.calling::open)
			.or(() -> (party != null || said.email() == null) ? Optional.empty()
					: this.repository.openOf(said.email()));
		if (open.isPresent()) {
			this.calling.backSoon(open.get(), by,
					"Vuelve a escribir (" + said.capture().label() + "): " + words(said) + phone(said));
			return open.get();
		}
		String who = known.map(Party::code).orElseGet(() -> newName(said));
		return this.registering.begin(PursuitKind.PROSPECT,
				new SaidPursuit(who, null, null, said.capture().name(), Strategy.BOTTOM_UP.name(), null, profile(said)),
				by);
	}

	/** The customer who writes from that address. */
	private Optional<Party> writer(SaidInterest said) {
		return (said.email() == null) ? Optional.empty()
				: this.customers.findByEmail(said.email())
					.stream()
					.findFirst()
					.flatMap((customer) -> this.parties.find(Party.Kind.CUSTOMER, customer.id().value()));
	}

	/**
	 * A name beside an address proves nothing: who is called like somebody else is not
	 * them.
	 */
	private String newName(SaidInterest said) {
		String base = (said.company() != null) ? said.company() : said.shownName();
		String name = Shortening.beginning(base, LONGEST_NAME);
		if (this.parties.matchExactly(name).isEmpty()) {
			return name;
		}
		if (said.email() != null) {
			return Shortening.beginning(said.email(), LONGEST_NAME);
		}
		String numbered = Shortening.beginning(base, LONGEST_BASE) + " (" + said.phone() + ")";
		for (int i = 2; !this.parties.matchExactly(numbered).isEmpty(); i++) {
			numbered = Shortening.beginning(base, LONGEST_BASE) + " (" + said.phone() + ", " + i + ")";
		}
		return numbered;
	}

	private static Profile profile(SaidInterest said) {
		String email = (said.email() != null && said.email().length() <= LONGEST_NAME
				&& said.email().matches("[^\\s@]{1,64}@[^\\s@]+\\.[^\\s@]+")) ? said.email() : null;
		return new Profile("Preguntó por su cuenta. De dónde viene: " + said.capture().label() + ".",
				Shortening.beginning(said.shownName(), LONGEST_NAME), null, said.phone(), email, words(said), null,
				null, null);
	}

	/** A known pursuit keeps its number to call; the new one stands beside it. */
	private static String phone(SaidInterest said) {
		return (said.phone() == null) ? "" : " (teléfono que deja: " + said.phone() + ")";
	}

	private static String words(SaidInterest said) {
		return Shortening.withEllipsis(said.words(), LONGEST_WORDS);
	}

}
