package dev.escala.customer.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.escala.customer.Customer;
import dev.escala.customer.Product;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;

/**
 * A customer as somebody typed it, right or wrong, line by line: nothing that was typed
 * is lost by being refused.
 *
 * @param version what the person had seen, or empty for a new customer
 */
record CustomerForm(String code, String name, String tier, String language, String version, List<ContactLine> contacts,
		List<ServiceLine> services) {

	/** As many as a customer may have, and some that are to be taken off. */
	private static final int MOST_LINES = 400;

	private static final Pattern LINE = Pattern.compile("(contacts|services)\\[(\\d+)](.*)");

	/** The last field of the form: without it not all of the form has come. */
	static final String END = "fin";

	static CustomerForm empty() {
		return new CustomerForm("", "", Tier.STANDARD.name(), "es", "", List.of(), List.of());
	}

	static CustomerForm of(Customer customer, String version) {
		return new CustomerForm(customer.code(), customer.name(), customer.tier().name(), customer.language(), version,
				customer.contacts().stream().map(ContactLine::of).toList(),
				customer.services().stream().map(ServiceLine::of).toList());
	}

	/** What was sent; lines that are empty are none. */
	static CustomerForm read(Map<String, String> sent) {
		List<ContactLine> contacts = new ArrayList<>();
		List<ServiceLine> services = new ArrayList<>();
		for (int i = 0; i < MOST_LINES; i++) {
			contacts.add(new ContactLine(text(sent, "c" + i + ".name"), text(sent, "c" + i + ".email"),
					text(sent, "c" + i + ".phone"), text(sent, "c" + i + ".zone"),
					String.valueOf(i).equals(sent.get("primary")), sent.containsKey("c" + i + ".drop"), null));
			services.add(new ServiceLine(text(sent, "s" + i + ".code"), text(sent, "s" + i + ".name"),
					text(sent, "s" + i + ".product"), sent.containsKey("s" + i + ".drop"), null));
		}
		return new CustomerForm(text(sent, "code"), text(sent, "name"), text(sent, "tier"), text(sent, "language"),
				text(sent, "version"), contacts.stream().filter((line) -> !line.isEmpty()).toList(),
				services.stream().filter((line) -> !line.isEmpty()).toList());
	}

	/** The wish, without the lines that are to be taken off. */
	SaveCustomer toCommand(String code) {
		return new SaveCustomer(code, this.name, one(Tier.values(), this.tier), this.language,
				this.contacts.stream().filter((line) -> !line.drop()).map(ContactLine::contact).toList(),
				this.services.stream().filter((line) -> !line.drop()).map(ServiceLine::service).toList());
	}

	/** What is wrong, by the line of the form in place of the line of the wish. */
	Map<String, String> placed(Map<String, String> problems) {
		Map<String, String> placed = new HashMap<>();
		problems.forEach((field, problem) -> {
			Matcher line = LINE.matcher(field);
			placed.put(line.matches() ? line.group(1) + "["
					+ shown(line.group(1).equals("contacts"), Integer.parseInt(line.group(2))) + "]" + line.group(3)
					: field, problem);
		});
		return placed;
	}

	private int shown(boolean contact, int kept) {
		int left = kept;
		int size = contact ? this.contacts.size() : this.services.size();
		for (int i = 0; i < size; i++) {
			boolean drop = contact ? this.contacts.get(i).drop() : this.services.get(i).drop();
			if (!drop && left-- == 0) {
				return i;
			}
		}
		return kept;
	}

	/**
	 * What was typed, beside what somebody else has saved meanwhile: lines of either that
	 * the other has not are marked, and none is missing.
	 * @param version that of what was saved
	 */
	CustomerForm beside(Customer saved, String version) {
		boolean named = this.contacts.stream().anyMatch((line) -> line.primary() && !line.drop());
		List<ContactLine> theirs = new ArrayList<>(saved.contacts()
			.stream()
			.filter((contact) -> this.contacts.stream().noneMatch((line) -> line.says(contact)))
			.map((contact) -> ContactLine.saved(contact, named))
			.toList());
		List<ContactLine> people = new ArrayList<>();
		for (ContactLine line : this.contacts) {
			people.add(line.marked(saved.contacts().stream().anyMatch(line::says) ? null : Mark.MINE));
			// Whom both have changed stands one below the other.
			theirs.stream().filter((other) -> other.name().equalsIgnoreCase(line.name())).forEach(people::add);
			theirs.removeIf((other) -> other.name().equalsIgnoreCase(line.name()));
		}
		people.addAll(theirs);
		List<ServiceLine> others = new ArrayList<>(saved.services()
			.stream()
			.filter((service) -> this.services.stream().noneMatch((line) -> line.says(service)))
			.map((service) -> ServiceLine.of(service).marked(Mark.SAVED))
			.toList());
		List<ServiceLine> uses = new ArrayList<>();
		for (ServiceLine line : this.services) {
			uses.add(line.marked(saved.services().stream().anyMatch(line::says) ? null : Mark.MINE));
			others.stream().filter((other) -> other.code().equalsIgnoreCase(line.code())).forEach(uses::add);
			others.removeIf((other) -> other.code().equalsIgnoreCase(line.code()));
		}
		uses.addAll(others);
		return new CustomerForm(this.code, this.name, this.tier, this.language, version, people, uses);
	}

	/** The same with empty lines at the end of both lists. */
	CustomerForm withEmptyLines(int people, int uses) {
		List<ContactLine> contacts = new ArrayList<>(this.contacts);
		for (int i = 0; i < people; i++) {
			contacts.add(new ContactLine("", "", "", "", false, false, null));
		}
		List<ServiceLine> services = new ArrayList<>(this.services);
		for (int i = 0; i < uses; i++) {
			services.add(new ServiceLine("", "", "", false, null));
		}
		return new CustomerForm(this.code, this.name, this.tier, this.language, this.version, contacts, services);
	}

	private static String text(Map<String, String> sent, String field) {
		return sent.getOrDefault(field, "").strip();
	}

	private static <E extends Enum<E>> E one(E[] values, String name) {
		return Arrays.stream(values).filter((value) -> value.name().equals(name)).findFirst().orElse(null);
	}

	/** Whose a line is, where two people changed the customer. */
	enum Mark {

		/** Only in what the person typed. */
		MINE,
		/** Only in what somebody else has saved. */
		SAVED

	}

	/** A person at the customer, as typed. */
	record ContactLine(String name, String email, String phone, String zone, boolean primary, boolean drop, Mark mark) {

		static ContactLine of(Customer.Contact contact) {
			return new ContactLine(contact.name(), Objects.toString(contact.email(), ""),
					Objects.toString(contact.phone(), ""), Objects.toString(contact.zone(), ""), contact.primary(),
					false, null);
		}

		/** Somebody whom only the other has saved; first only where nobody else is. */
		static ContactLine saved(Customer.Contact contact, boolean named) {
			return new ContactLine(contact.name(), Objects.toString(contact.email(), ""),
					Objects.toString(contact.phone(), ""), Objects.toString(contact.zone(), ""),
					contact.primary() && !named, false, Mark.SAVED);
		}

		public boolean isEmpty() {
			return this.name.isEmpty() && this.email.isEmpty() && this.phone.isEmpty() && this.zone.isEmpty();
		}

		Customer.Contact contact() {
			return new Customer.Contact(this.name, this.email, this.phone, this.primary, this.zone);
		}

		boolean says(Customer.Contact contact) {
			return this.name.equals(contact.name()) && this.email.equals(Objects.toString(contact.email(), ""))
					&& this.phone.equals(Objects.toString(contact.phone(), ""))
					&& this.zone.equals(Objects.toString(contact.zone(), ""));
		}

		ContactLine marked(Mark whose) {
			return new ContactLine(this.name, this.email, this.phone, this.zone, this.primary, this.drop, whose);
		}

	}

	/** A service that the customer uses, as typed. */
	record ServiceLine(String code, String name, String product, boolean drop, Mark mark) {

		static ServiceLine of(Customer.Service service) {
			return new ServiceLine(service.code(), service.name(), service.product().name(), false, null);
		}

		public boolean isEmpty() {
			return this.code.isEmpty() && this.name.isEmpty();
		}

		Customer.Service service() {
			return new Customer.Service(this.code, this.name, one(Product.values(), this.product));
		}

		boolean says(Customer.Service service) {
			return this.code.equalsIgnoreCase(service.code()) && this.name.equals(service.name())
					&& this.product.equals(service.product().name());
		}

		ServiceLine marked(Mark whose) {
			return new ServiceLine(this.code, this.name, this.product, this.drop, whose);
		}

	}

}
