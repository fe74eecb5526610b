package dev.escala.notice;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.SaveCustomer;
import dev.escala.matter.MatterAction;
import dev.escala.matter.Matters;
import dev.escala.notice.FirstNotice.State;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.text.Sentences;
import dev.escala.timeline.Timeline;
import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do about customers whom the first notice did not reach (001-19): tell them
 * otherwise, correct the address, or say why they need not be told.
 */
@Service
@Transactional
public class ReachCustomers {

	private static final int LONGEST_REASON = 4000;

	private static final int LONGEST_ADDRESS = 200;

	private final Matters matters;

	private final FirstNoticeRepository repository;

	private final FirstNotices notices;

	private final Customers customers;

	private final Timeline timeline;

	private final Clock clock;

	ReachCustomers(Matters matters, FirstNoticeRepository repository, FirstNotices notices, Customers customers,
			Timeline timeline, Clock clock) {
		this.matters = matters;
		this.repository = repository;
		this.notices = notices;
		this.customers = customers;
		this.timeline = timeline;
		this.clock = clock;
	}

	/**
	 * Decides about some customers at once. The process of the case hears of it from the
	 * {@link FirstNoticeSweep}, which also asks again for those left over.
	 * @throws InvalidInputException naming what is missing or wrong
	 */
	public void decide(CaseNumber number, UserId user, Wanted wanted) {
		this.matters.lockFor(number, MatterAction.ADD_DETAIL);
		List<FirstNotice> chosen = chosen(number, wanted.notices());
		switch (wanted.outcome()) {
			case TOLD -> chosen.forEach((notice) -> set(number, user, notice, State.ACKNOWLEDGED, wanted.reason()));
			case WAIVED -> chosen.forEach((notice) -> set(number, user, notice, State.WAIVED, wanted.reason()));
			case ADDRESS -> correct(number, user, chosen, wanted.address());
		}
		this.repository.settled(number, false);
	}

	private List<FirstNotice> chosen(CaseNumber number, Collection<Long> ids) {
		Map<Long, FirstNotice> all = this.repository.notices(number)
			.stream()
			.collect(Collectors.toMap(FirstNotice::id, Function.identity()));
		List<FirstNotice> chosen = new ArrayList<>();
		for (Long id : ids) {
			FirstNotice notice = all.get(id);
			if (notice == null || !notice.isOpen()) {
				throw new InvalidInputException("pendingCustomers",
						((notice == null) ? "Uno de los clientes marcados no es de este caso."
								: "«" + notice.name() + "» ya no está pendiente: "
										+ Sentences.within(notice.state().label()) + ".")
								+ " Vuelva a abrir la tarea para ver quién falta.");
			}
			chosen.add(notice);
		}
		return chosen;
	}

	private void set(CaseNumber number, UserId user, FirstNotice notice, State state, String reason) {
		this.repository.set(notice.id(), state, this.clock.instant(), user, reason);
		this.timeline.add(number, user,
				((state == State.WAIVED) ? "No hace falta avisar a " : "Ya lo sabe ") + notice.name() + ": " + reason);
	}

	private void correct(CaseNumber number, UserId user, List<FirstNotice> chosen, String address) {
		FirstNotice notice = chosen.get(0);
		if (chosen.size() > 1) {
			throw new InvalidInputException("pendingCustomers",
					"Una dirección es de un solo cliente: marque solo uno y deje los demás para después.");
		}
		if (notice.customerId() == null) {
			throw new InvalidInputException("pendingCustomers",
					"«" + notice.name() + "» no está en el registro de clientes. Avísele por otra vía y anótelo, o "
							+ "pida que lo registren y añádalo al caso con su código.");
		}
		if (address.equalsIgnoreCase(notice.address())) {
			throw new InvalidInputException("newAddress", "Es la misma dirección a la que no llegó. Supervisión puede "
					+ "reenviarlo en «Mensajes»; aquí, escriba otra.");
		}
		Customer customer = this.customers.find(notice.customerId()).orElseThrow();
		this.customers.replace(withAddress(customer, address));
		this.timeline.add(number, user, "Corrigió la dirección de " + customer.name() + ": " + address);
		this.notices.announce(number);
	}

	private static SaveCustomer withAddress(Customer customer, String address) {
		List<Customer.Contact> contacts = new ArrayList<>(customer.contacts());
		Customer.Contact old = customer.recipient()
			.orElseGet(() -> contacts.isEmpty() ? new Customer.Contact(customer.name(), null, null, true)
					: contacts.get(0));
		Customer.Contact corrected = new Customer.Contact(old.name(), address, old.phone(), old.primary(), old.zone());
		int place = contacts.indexOf(old);
		if (place < 0) {
			contacts.add(corrected);
		}
		else {
			contacts.set(place, corrected);
		}
		return new SaveCustomer(customer.code(), customer.name(), customer.tier(), customer.language(), contacts,
				customer.services());
	}

	/** What is done about a customer without notice. */
	public enum Outcome {

		TOLD("Ya lo sabe: se le avisó por otra vía"), ADDRESS("Se envía a otra dirección de correo"),
		WAIVED("No hace falta avisarle");

		private final String label;

		Outcome(String label) {
			this.label = label;
		}

		/** The Spanish name. */
		public String label() {
			return this.label;
		}

	}

	/**
	 * What a person wants to do; valid by construction.
	 *
	 * @param notices the proofs, at least one
	 * @param outcome what is done
	 * @param address the right address, for {@link Outcome#ADDRESS}
	 * @param reason how they know, or why they need not; for the others
	 */
	public record Wanted(Collection<Long> notices, Outcome outcome, String address, String reason) {

		/** Reads the decision as a form or a request has it. */
		public static Wanted of(Collection<Long> notices, String outcome, String address, String reason) {
			Fields fields = new Fields();
			if (notices == null || notices.isEmpty()) {
				fields.refuse("pendingCustomers", "Marque al menos un cliente.");
			}
			Outcome wanted = fields.oneOf("noticeOutcome", "qué se hace con ellos", outcome, Outcome.class, null);
			String to = null;
			String why = null;
			if (wanted == Outcome.ADDRESS) {
				to = fields.requiredLine("newAddress", "la dirección de correo correcta", address, LONGEST_ADDRESS);
			}
			else {
				why = fields.required("noticeReason", "cómo lo supieron o por qué no hace falta", reason,
						LONGEST_REASON);
			}
			fields.done();
			return new Wanted(notices, wanted, to, why);
		}

	}

}
