package dev.escala.pursuit.course;

import java.util.List;
import java.util.Optional;

import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.pipeline.Party;
import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.StageKind;
import dev.escala.pursuit.persistence.PursuitRepository;
import dev.escala.pursuit.profile.Profile;
import dev.escala.pursuit.profile.Profiles;
import dev.escala.pursuit.stage.StageReached;
import dev.escala.reference.UserId;
import dev.escala.timeline.Timeline;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * One history: a prospect that converts becomes an opportunity (002-08), and whoever buys
 * becomes a customer (002-15), in the transaction of the step that says so.
 */
@Component
class Conversions {

	private final RegisterPursuit registering;

	private final PursuitRepository repository;

	private final Registry registry;

	private final Profiles profiles;

	private final Customers customers;

	private final Timeline timeline;

	Conversions(RegisterPursuit registering, PursuitRepository repository, Registry registry, Profiles profiles,
			Customers customers, Timeline timeline) {
		this.registering = registering;
		this.repository = repository;
		this.registry = registry;
		this.profiles = profiles;
		this.customers = customers;
		this.timeline = timeline;
	}

	@EventListener
	void reached(StageReached reached) {
		if (reached.pursuit().standing().kind() == StageKind.CONVERTED) {
			Pursuit opportunity = this.registering.convert(reached.pursuit(), reached.request(), reached.by());
			this.timeline.add(reached.pursuit().number(), reached.by(), "Sigue en " + opportunity.number() + ".");
		}
		if (reached.pursuit().standing().kind() == StageKind.WON) {
			won(reached.pursuit(), reached.by());
		}
	}

	private void won(Pursuit pursuit, UserId by) {
		if (pursuit.customerId() != null) {
			return;
		}
		Party party = this.registry.party(pursuit);
		Optional<Customer> known = this.customers.findByCode(party.code());
		Customer customer = known.orElseGet(() -> this.customers.create(new SaveCustomer(party.code(), party.name(),
				Tier.STANDARD, party.language(), contacts(this.profiles.get(pursuit.number())), List.of())));
		for (Pursuit one : this.repository.of(pursuit.partyKind(), pursuit.partyId())) {
			this.repository.becameCustomer(one.number(), customer.id());
		}
		this.timeline.add(pursuit.number(), by,
				party.name() + " es cliente desde ahora, con el código " + customer.code() + ".");
	}

	private static List<Customer.Contact> contacts(Profile profile) {
		// What was erased is no address any more.
		String email = (profile.contactEmail() == null || profile.contactEmail().indexOf(' ') >= 0) ? null
				: profile.contactEmail();
		return (profile.contactName() == null) ? List.of()
				: List.of(new Customer.Contact(profile.contactName(), email, profile.contactPhone(), true));
	}

}
