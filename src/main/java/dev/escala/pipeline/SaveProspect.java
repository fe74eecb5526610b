package dev.escala.pipeline;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import dev.escala.validation.Fields;

/**
 * The wish to create or replace a prospect; valid by construction.
 *
 * @param code 2 to 20 letters, digits, hyphens and underscores, becomes upper case; or
 * {@code null}, and one is made
 * @param name full name, on one line
 * @param sector what they do, on one line, or {@code null}
 * @param employees how many people work there, from 1, or {@code null}
 * @param language {@code es} or {@code en}
 * @throws dev.escala.validation.InvalidInputException naming every field that is wrong
 */
public record SaveProspect(String code, String name, String sector, Integer employees, String language) {

	private static final Pattern CODE = Pattern.compile("[A-Z0-9_-]{2,20}");

	private static final Set<String> LANGUAGES = Set.of("es", "en");

	/** More than any employer of the world has. */
	private static final int MOST_EMPLOYEES = 10_000_000;

	public SaveProspect {
		Fields fields = new Fields();
		code = fields.optional("code", "el código del prospecto", code, 20);
		code = (code == null) ? null : code.toUpperCase(Locale.ROOT);
		if (code != null && !CODE.matcher(code).matches()) {
			fields.refuse("code", "Para el código del prospecto se admiten entre 2 y 20 letras sin acentos, cifras, "
					+ "guiones y guiones bajos.");
		}
		name = fields.requiredLine("name", "el nombre del prospecto", name, 200);
		sector = fields.optionalLine("sector", "el sector del prospecto", sector, 100);
		if (employees != null && (employees < 1 || employees > MOST_EMPLOYEES)) {
			fields.refuse("employees", "El número de empleados va de 1 a " + MOST_EMPLOYEES + "; no " + employees
					+ ". Si no se sabe, déjelo vacío.");
		}
		language = (language == null) ? "" : language.strip().toLowerCase(Locale.ROOT);
		if (!LANGUAGES.contains(language)) {
			fields.refuse("language", "El idioma debe ser es (español) o en (inglés).");
		}
		fields.done();
	}

}
