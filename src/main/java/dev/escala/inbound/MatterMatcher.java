package dev.escala.inbound;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.escala.access.Staff;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.inbound.mail.DeliveryReport.OurMail;
import dev.escala.inbound.mail.ParsedMail;
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
 * that case, or have got the very mail that is answered.
 */
@Component
class MatterMatcher {

	private static final Pattern NUMBER = Pattern.compile("\\b[A-Z]{2,5}-\\d{4}-\\d{6,9}\\b", Pattern.CASE_INSENSITIVE);

	private static final Pattern CASE_ID = Pattern.compile("<escala-case\\.([A-Za-z0-9-]{1,40})@[^<>]{1,255}>");

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
		List<Matter> named = named(mail);
		List<CaseNumber> suggestions = named.stream().map(Matter::number).toList();
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
		Optional<Matter> own = named.stream().filter((one) -> isKnownTo(one, mail)).findFirst();
		if (own.isPresent()) {
			return belongs(own.get(), customerOf(own.get(), known), "Responde a " + own.get().number() + ".");
		}
		if (known.isEmpty()) {
			return Verdict.waiting(stranger(mail, suggestions), suggestions);
		}
		return byCustomer(known, suggestions);
	}

	private Verdict byCustomer(List<Customer> known, List<CaseNumber> mentioned) {
		Set<CaseNumber> open = new LinkedHashSet<>();
		known.forEach((customer) -> open.addAll(this.matters.openOf(customer.id())));
		String name = String.join(", ", known.stream().map(Customer::name).toList());
		if (open.size() == 1 && mentioned.isEmpty()) {
			CaseNumber number = open.iterator().next();
			Matter only = this.matters.get(number);
			return belongs(only, customerOf(only, known), "Lo escribe " + name + ", que no tiene otro caso abierto.");
		}
		Set<CaseNumber> suggestions = new LinkedHashSet<>(open);
		suggestions.addAll(mentioned);
		List<CaseNumber> observed = open.isEmpty()
				? known.stream().flatMap((customer) -> this.observations.of(customer.id()).stream()).distinct().toList()
				: List.of();
		suggestions.addAll(observed);
		String why = mentioned.isEmpty()
				? open.isEmpty() ? "Lo escribe " + name + ", que no tiene ningún caso abierto" + after(observed)
						: "Lo escribe " + name + ", que tiene varios casos abiertos, y no dice cuál."
				: "Lo escribe " + name + " y menciona un caso de otro cliente.";
		return Verdict.waiting(why, suggestions.stream().limit(MOST).toList());
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

	private static Verdict belongs(Matter matter, CustomerId customer, String why) {
		if (!matter.allows(MatterAction.CONTACT)) {
			return Verdict.waiting(why + " Ese caso " + matter.standing()
					+ ": decida si se reabre o si el correo solo se guarda con él.", List.of(matter.number()));
		}
		return Verdict.contact(why, matter.number(), customer);
	}

	/** The cases that the mail names: by what it answers first, then by its subject. */
	private List<Matter> named(ParsedMail mail) {
		Set<CaseNumber> numbers = new LinkedHashSet<>();
		for (String id : mail.references()) {
			OurMail.in(id).forEach((ours) -> numbers.add(ours.caseNumber()));
			Matcher ofCase = CASE_ID.matcher(id);
			if (ofCase.matches()) {
				numbers.add(new CaseNumber(ofCase.group(1)));
			}
		}
		Matcher subject = NUMBER.matcher(mail.subject());
		while (subject.find()) {
			numbers.add(new CaseNumber(subject.group().toUpperCase(Locale.ROOT)));
		}
		List<Matter> found = new ArrayList<>();
		numbers.stream().limit(MOST).forEach((number) -> this.matters.find(number).ifPresent(found::add));
		return found;
	}

	private boolean isKnownTo(Matter matter, ParsedMail mail) {
		boolean contact = this.matters.customers(matter)
			.stream()
			.flatMap((customer) -> customer.contacts().stream())
			.anyMatch((person) -> mail.sender().equalsIgnoreCase(person.email()));
		return contact || hasAnswered(matter, mail);
	}

	/** Whether the sender got the very mail that they answer. */
	private boolean hasAnswered(Matter matter, ParsedMail mail) {
		Set<Long> answered = new LinkedHashSet<>();
		mail.references()
			.forEach((id) -> OurMail.in(id)
				.stream()
				.filter((ours) -> ours.caseNumber().equals(matter.number()))
				.forEach((ours) -> answered.add(ours.outboxId())));
		return !answered.isEmpty() && this.outbox.messages(matter.number())
			.stream()
			.anyMatch((sent) -> answered.contains(sent.id()) && sent.recipient().equalsIgnoreCase(mail.sender()));
	}

	private CustomerId customerOf(Matter matter, List<Customer> known) {
		return this.matters.customers(matter)
			.stream()
			.map(Customer::id)
			.filter((id) -> known.stream().anyMatch((one) -> one.id().equals(id)))
			.findFirst()
			.orElse(null);
	}

}
