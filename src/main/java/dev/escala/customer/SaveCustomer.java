package dev.escala.customer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import dev.escala.customer.Customer.Contact;
import dev.escala.customer.Customer.Service;
import dev.escala.validation.Fields;
import dev.escala.validation.ZoneField;

/**
 * The wish to create or replace a customer; valid by construction.
 *
 * @param code 2 to 20 letters, digits, hyphens and underscores; becomes upper case
 * @param name full name, on one line
 * @param tier contract tier
 * @param language {@code es} or {@code en}
 * @param contacts people (001-16), the primary one first; {@code null} is none
 * @param services services, each code once; {@code null} is none
 * @throws dev.escala.validation.InvalidInputException naming every field that is wrong
 */
public record SaveCustomer(String code, String name, Tier tier, String language, List<Contact> contacts,
		List<Service> services) {

	private static final Pattern CODE = Pattern.compile("[A-Z0-9_-]{2,20}");

	private static final Pattern SERVICE_CODE = Pattern.compile("[A-Z0-9_-]{1,20}");

	/**
	 * Plain addresses only: quoted local parts and comments never reach a mail header.
	 */
	private static final Pattern EMAIL = Pattern
		.compile("[A-Za-z0-9_%+'-]+(\\.[A-Za-z0-9_%+'-]+)*@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\\.)+[A-Za-z]{2,24}");

	private static final Set<String> LANGUAGES = Set.of("es", "en");

	private static final int MAX_LIST = 200;

	public SaveCustomer {
		Fields fields = new Fields();
		code = code(fields, "code", "el código del cliente", code, CODE, "entre 2 y 20");
		name = line(fields, "name", "el nombre del cliente", name, 200);
		fields.required("name", "el nombre del cliente", name, 200);
		if (tier == null) {
			fields.refuse("tier", "Falta el nivel del contrato. Valores posibles: STANDARD, SILVER, GOLD.");
		}
		language = (language == null) ? "" : language.strip().toLowerCase(Locale.ROOT);
		if (!LANGUAGES.contains(language)) {
			fields.refuse("language", "El idioma debe ser es (español) o en (inglés).");
		}
		contacts = contacts(fields, (contacts == null) ? List.of() : contacts);
		services = services(fields, (services == null) ? List.of() : services);
		fields.done();
	}

	private static List<Contact> contacts(Fields fields, List<Contact> contacts) {
		if (contacts.size() > MAX_LIST) {
			fields.refuse("contacts", "Hay demasiados contactos: caben " + MAX_LIST + ".");
			return List.of();
		}
		List<Contact> read = new ArrayList<>();
		for (int i = 0; i < contacts.size(); i++) {
			String path = "contacts[" + i + "]";
			Contact contact = contacts.get(i);
			if (contact == null) {
				fields.refuse(path, "Falta el contacto.");
				continue;
			}
			String name = line(fields, path + ".name", "el nombre del contacto", contact.name(), 200);
			fields.required(path + ".name", "el nombre del contacto", name, 200);
			String email = fields.optional(path + ".email", "el correo del contacto", contact.email(), 254);
			if (email != null && (!EMAIL.matcher(email).matches() || email.indexOf('@') > 64)) {
				fields.refuse(path + ".email", "No es una dirección de correo válida, como nombre@empresa.es.");
			}
			String phone = line(fields, path + ".phone", "el teléfono del contacto", contact.phone(), 40);
			String zone = ZoneField.optional(fields, path + ".zone", "la zona horaria del contacto", contact.zone());
			read.add(new Contact(name, email, phone, contact.primary(), zone));
		}
		if (read.stream().filter(Contact::primary).count() > 1) {
			fields.refuse("contacts", "Solo un contacto puede ser el principal.");
		}
		return read.stream().sorted(Comparator.comparing(Contact::primary).reversed()).toList();
	}

	private static List<Service> services(Fields fields, List<Service> services) {
		if (services.size() > MAX_LIST) {
			fields.refuse("services", "Hay demasiados servicios: caben " + MAX_LIST + ".");
			return List.of();
		}
		List<Service> read = new ArrayList<>();
		Set<String> codes = new HashSet<>();
		for (int i = 0; i < services.size(); i++) {
			String path = "services[" + i + "]";
			Service service = services.get(i);
			if (service == null) {
				fields.refuse(path, "Falta el servicio.");
				continue;
			}
			String code = code(fields, path + ".code", "el código del servicio", service.code(), SERVICE_CODE,
					"entre 1 y 20");
			if (!code.isEmpty() && !codes.add(code)) {
				fields.refuse(path + ".code", "El código de servicio " + code + " está dos veces.");
			}
			String name = line(fields, path + ".name", "el nombre del servicio", service.name(), 200);
			fields.required(path + ".name", "el nombre del servicio", name, 200);
			if (service.product() == null) {
				fields.refuse(path + ".product",
						"Falta el producto. Valores posibles: BILLING, PLATFORM, NETWORK, DEVICE, OTHER.");
			}
			read.add(new Service(code, name, service.product()));
		}
		return List.copyOf(read);
	}

	private static String code(Fields fields, String field, String label, String value, Pattern shape, String length) {
		String code = fields.required(field, label, value, 20).toUpperCase(Locale.ROOT);
		if (!code.isEmpty() && !shape.matcher(code).matches()) {
			fields.refuse(field, "Para " + label + " se admiten " + length
					+ " letras sin acentos, cifras, guiones y guiones bajos.");
		}
		return code;
	}

	/** Names end up in subjects of messages, where a line break would begin a header. */
	private static String line(Fields fields, String field, String label, String value, int maximum) {
		String text = fields.optional(field, label, value, maximum);
		if (text != null && text.codePoints().anyMatch(Character::isISOControl)) {
			fields.refuse(field, "No se admiten saltos de línea ni tabuladores en " + label + ".");
		}
		return text;
	}
}
