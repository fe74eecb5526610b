package dev.escala.customer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.escala.customer.Customer.Contact;
import dev.escala.customer.Customer.Service;
import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;
import dev.escala.web.CsvUpload;

/**
 * What one row of a file says of a customer. What is {@code null} is not said.
 *
 * @param line number of the row's first line
 */
record CustomerRow(long line, String code, String name, Tier tier, String language, Contact contact, Service service) {

	static final List<String> COLUMNS = List.of("code", "name", "tier", "language", "contact_name", "contact_email",
			"contact_phone", "service_code", "service_name", "product");

	/** Stands for what a row leaves out, where only the rest is to be checked. */
	private static final String UNSAID = "-";

	static String code(CsvUpload.Row row) {
		String code = row.text("code");
		return (code == null) ? null : code.toUpperCase(Locale.ROOT);
	}

	/**
	 * Reads a row.
	 * @throws InvalidInputException where anything in it is wrong
	 */
	static CustomerRow read(CsvUpload.Row row) {
		Fields fields = new Fields();
		Tier tier = named(fields, row, "tier", Tier.values(), Tier::label);
		Product product = named(fields, row, "product", Product.values(), Product::label);
		fields.done();
		String language = row.text("language");
		Contact contact = contact(row);
		Service service = service(row, product);
		SaveCustomer checked = new SaveCustomer(row.text("code"), or(row.text("name"), UNSAID), or(tier, Tier.STANDARD),
				or(language, "es"), (contact == null) ? null : List.of(contact),
				(service == null) ? null : List.of(service));
		return new CustomerRow(row.line(), checked.code(), (row.text("name") == null) ? null : checked.name(), tier,
				(language == null) ? null : checked.language(), checked.contacts().stream().findFirst().orElse(null),
				checked.services().stream().findFirst().orElse(null));
	}

	/** In which of the customer's own values the rows differ, if in any. */
	Optional<String> contradicts(CustomerRow first) {
		if (differ(this.name, first.name)) {
			return Optional.of("name");
		}
		if (differ(this.tier, first.tier)) {
			return Optional.of("tier");
		}
		return differ(this.language, first.language) ? Optional.of("language") : Optional.empty();
	}

	/** The customer's own values that this row or an earlier one says, and no parts. */
	CustomerRow withoutParts(CustomerRow earlier) {
		return new CustomerRow(earlier.line, this.code, or(earlier.name, this.name), or(earlier.tier, this.tier),
				or(earlier.language, this.language), null, null);
	}

	private static boolean differ(Object one, Object other) {
		return one != null && other != null && !one.equals(other);
	}

	private static Contact contact(CsvUpload.Row row) {
		String name = row.text("contact_name");
		String email = row.text("contact_email");
		String phone = row.text("contact_phone");
		if (name == null && email == null && phone == null) {
			return null;
		}
		return new Contact(or(name, email), email, phone, false);
	}

	private static Service service(CsvUpload.Row row, Product product) {
		String code = row.text("service_code");
		String name = row.text("service_name");
		if (code == null && name == null && product == null) {
			return null;
		}
		return new Service(code, or(name, code), or(product, Product.OTHER));
	}

	private static <E extends Enum<E>> E named(Fields fields, CsvUpload.Row row, String column, E[] values,
			Function<E, String> label) {
		String text = row.text(column);
		if (text == null) {
			return null;
		}
		String wanted = SearchName.of(text);
		return Arrays.stream(values)
			.filter((value) -> SearchName.of(value.name()).equals(wanted)
					|| SearchName.of(label.apply(value)).equals(wanted))
			.findFirst()
			.orElseGet(() -> {
				fields.refuse(column, "No se conoce el valor de la columna " + column + ". Valores posibles: "
						+ Arrays.stream(values).map(Enum::name).collect(Collectors.joining(", ")) + ".");
				return null;
			});
	}

	private static <T> T or(T value, T otherwise) {
		return (value != null) ? value : otherwise;
	}
}
