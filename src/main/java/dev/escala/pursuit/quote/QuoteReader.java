package dev.escala.pursuit.quote;

import java.util.Optional;

import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.pipeline.Parties;
import dev.escala.pipeline.Party;
import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.profile.Profile;
import dev.escala.pursuit.profile.Profiles;

import org.springframework.stereotype.Component;

/** Who gets the quotes of an opportunity: the named person, or the customer's own. */
@Component
class QuoteReader {

	private final Profiles profiles;

	private final Customers customers;

	private final Parties parties;

	QuoteReader(Profiles profiles, Customers customers, Parties parties) {
		this.profiles = profiles;
		this.customers = customers;
		this.parties = parties;
	}

	/** The person with an address; empty where there is none. */
	Optional<Customer.Contact> of(Pursuit pursuit) {
		Profile profile = this.profiles.get(pursuit.number());
		// What was erased is no address any more.
		if (profile.contactEmail() != null && profile.contactEmail().indexOf(' ') < 0) {
			return Optional
				.of(new Customer.Contact(profile.contactName(), profile.contactEmail(), profile.contactPhone(), true));
		}
		return Optional.ofNullable(pursuit.customerId()).flatMap(this.customers::find).flatMap(Customer::recipient);
	}

	/** The language in which they read. */
	String language(Pursuit pursuit) {
		return this.parties.find(pursuit.partyKind(), pursuit.partyId()).map(Party::language).orElse("es");
	}

}
