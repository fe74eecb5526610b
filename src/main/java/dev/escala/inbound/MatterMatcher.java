package dev.escala.inbound;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.escala.access.Staff;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.inbound.mail.DeliveryReport.OurMail;
import dev.escala.inbound.mail.NamedCases;
import dev.escala.inbound.mail.ParsedMail;
import dev.escala.inbound.mail.ThankYou;
import dev.escala.matter.Matter;
import dev.escala.matter.MatterAction;
import dev.escala.matter.Matters;
import dev.escala.notification.Outbox;
import dev.escala.observation.Observations;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.text.Sentences;

import org.springframework.stereotype.Component;

/**
 * Finds the case that a person's mail is about. A number or an id in a mail proves
 * nothing, because anybody can copy it: the sender must also be somebody of a customer of
 * that case, or have got the very mail that is answered. Such a mail reopens a case that
 * is observed, unless it only thanks.
 */
@Component
class MatterMatcher {

	private static final int MOST = 10;

	private final Matters matters;

	private final Customers customers;

	private final Outbox outbox;

	private final Staff staff;

	private final Observations observations;

	MatterMatcher(Matters matters, Customers customers, Outbox outbox, Staff staff, Observations observations) {
		this.matters = matters;
		this.customers = customers;
		this.outbox = outbox;
		this.staff = staff;
		this.observations = observations;
	}

	/** Says to which case the mail goes, or why a person has to decide. */
	Verdict match(ParsedMail mail) {
		NamedCases named = NamedCases.in(mail);
		List<CaseNumber> suggestions = new ArrayList<>();
		named.all().forEach((number) -> this.matters.goingOn(number).map(Matter::number).ifPresent(suggestions::add));
		if (mail.sender() == null) {
			return Verdict.waiting("No se puede leer qué dirección lo envía.", suggestions);
		}
		List<Customer> known = this.customers.findByEmail(mail.sender());
		if (known.isEmpty()) {
			Optional<Staff.Person> colleague = this.staff.findByEmail(mail.sender());
			if (colleague.isPresent()) {
				return Verdict.waiting("Lo escribe alguien del equipo (" + colleague.get().name()
						+ "), no un cliente: no se toma como contacto del cliente.", suggestions);
			}
		}
		// What it answers says more than its subject, and that more than its text.
		for (List<CaseNumber> numbers : List.of(named.answered(), named.subject(), named.text())) {
			Map<CaseNumber, CaseNumber> own = own(numbers, mail);
			if (own.size() > 1 && numbers != named.answered()) {
				return Verdict.waiting("Menciona varios casos de su remitente y no se sabe a cuál pertenece.",
						suggestions);
			}
			if (!own.isEmpty()) {
				Map.Entry<CaseNumber, CaseNumber> first = own.entrySet().iterator().next();
				return belongs(first.getValue(), first.getKey(), known, mail);
			}
		}
		if (known.isEmpty()) {
			return Verdict.waiting(stranger(mail, suggestions), suggestions);
		}
		return byCustomer(known, suggestions, named, mail);
	}

	/**
	 * The cases that go on of those named, each with the number that named it first: only
	 * where the sender is known there.
	 */
	private Map<CaseNumber, CaseNumber> own(List<CaseNumber> numbers, ParsedMail mail) {
		Map<CaseNumber, CaseNumber> own = new LinkedHashMap<>();
		for (CaseNumber number : numbers) {
			this.matters.goingOn(number)
				.filter((matter) -> isContact(matter, mail) || hasAnswered(number, matter, mail))
				.ifPresent((matter) -> own.putIfAbsent(matter.number(), number));
		}
		return own;
	}

	private Verdict belongs(CaseNumber named, CaseNumber goesOn, List<Customer> known, ParsedMail mail) {
		Matter matter = this.matters.get(goesOn);
		List<Customer> concerned = this.matters.customers(matter)
			.stream()
			.filter((one) -> known.stream().anyMatch((other) -> other.id().equals(one.id())))
			.toList();
		if (concerned.size() > 1) {
			return Verdict.waiting("Es contacto de " + names(concerned) + ", y " + goesOn
					+ " es de todos ellos: decida en nombre de cuál escribe.", List.of(goesOn));
		}
		return belongs(
				matter, concerned.isEmpty() ? writer(named) : concerned.get(0).id(), named.equals(goesOn)
						? "Responde a " + goesOn + "." : "Responde a " + named + ", que sigue en " + goesOn + ".",
				mail);
	}

	/**
	 * Whoever got a mail about a case that was found to be the same as another is of that
	 * case's customer; of any other case nobody knows it.
	 */
	private CustomerId writer(CaseNumber named) {
		return this.matters.find(named).filter((matter) -> !matter.open()).map(Matter::customerId).orElse(null);
	}

	private Verdict byCustomer(List<Customer> known, List<CaseNumber> mentioned, NamedCases named, ParsedMail mail) {
		Set<CaseNumber> open = new LinkedHashSet<>();
		known.forEach((customer) -> open.addAll(this.matters.openOf(customer.id())));
		Set<CaseNumber> suggestions = new LinkedHashSet<>(open);
		suggestions.addAll(mentioned);
		String name = names(known);
		List<CaseNumber> wrong = named.all()
			.stream()
			.filter((number) -> this.matters.isNumber(number) && this.matters.find(number).isEmpty())
			.toList();
		if (!mentioned.isEmpty() || !wrong.isEmpty()) {
			String what = mentioned.isEmpty() ? "el caso " + wrong.get(0) + ", que no existe."
					: "un caso de otro cliente.";
			return Verdict.waiting("Lo escribe " + name + " y menciona " + what,
					suggestions.stream().limit(MOST).toList());
		}
		if (known.size() > 1) {
			return Verdict.waiting("Lo escribe un contacto de " + name + ", y no dice de qué caso: decida cuál.",
					suggestions.stream().limit(MOST).toList());
		}
		if (open.size() == 1) {
			Matter only = this.matters.get(open.iterator().next());
			return belongs(only, known.get(0).id(), "Lo escribe " + name + ", que no tiene otro caso abierto.", mail);
		}
		List<CaseNumber> observed = open.isEmpty() ? this.observations.of(known.get(0).id()) : List.of();
		suggestions.addAll(observed);
		String why = open.isEmpty() ? "Lo escribe " + name + ", que no tiene ningún caso abierto" + after(observed)
				: "Lo escribe " + name + ", que tiene varios casos abiertos, y no dice cuál.";
		return Verdict.waiting(why, suggestions.stream().limit(MOST).toList());
	}

	private static String names(List<Customer> customers) {
		return String.join(" y de ", customers.stream().map(Customer::name).toList());
	}

	/** What was closed a short while ago may be what the mail is about. */
	private static String after(List<CaseNumber> observed) {
		return observed.isEmpty() ? "." : ", pero sí en observación: " + Sentences.some(observed, observed.size())
				+ ". Si es de ahí, decida si se reabre o si el correo solo se guarda con él.";
	}

	private static String stranger(ParsedMail mail, List<CaseNumber> mentioned) {
		return mentioned.isEmpty() ? "No conocemos a quien lo envía."
				: "Menciona " + Sentences.some(mentioned, mentioned.size()) + ", pero " + mail.sender()
						+ " no es un contacto conocido de ese cliente. Compruebe quién es antes de asignarlo.";
	}

	private Verdict belongs(Matter matter, CustomerId customer, String why, ParsedMail mail) {
		if (this.observations.current(matter.number()).isPresent() && !mail.text().isBlank()
				&& !ThankYou.isAllOf(mail)) {
			return Verdict.contact(why + " Estaba en observación: se reabre.", matter.number(), customer);
		}
		if (!matter.allows(MatterAction.CONTACT)) {
			return Verdict.waiting(why + " Ese caso " + matter.standing()
					+ ": decida si se reabre o si el correo solo se guarda con él.", List.of(matter.number()));
		}
		return Verdict.contact(why, matter.number(), customer);
	}

	private boolean isContact(Matter matter, ParsedMail mail) {
		return this.matters.customers(matter)
			.stream()
			.flatMap((customer) -> customer.contacts().stream())
			.anyMatch((person) -> mail.sender().equalsIgnoreCase(person.email()));
	}

	/**
	 * Whether the sender got the very mail that they answer; where another case goes on,
	 * its customers must be of that one, too.
	 */
	private boolean hasAnswered(CaseNumber number, Matter goesOn, ParsedMail mail) {
		Set<Long> answered = new LinkedHashSet<>();
		mail.references()
			.forEach((id) -> OurMail.in(id)
				.stream()
				.filter((ours) -> ours.caseNumber().equals(number))
				.forEach((ours) -> answered.add(ours.outboxId())));
		return !answered.isEmpty()
				&& (number.equals(goesOn.number()) || !Collections.disjoint(this.matters.customers(goesOn),
						this.matters.customers(this.matters.get(number))))
				&& this.outbox.messages(number)
					.stream()
					.anyMatch(
							(sent) -> answered.contains(sent.id()) && sent.recipient().equalsIgnoreCase(mail.sender()));
	}

}
