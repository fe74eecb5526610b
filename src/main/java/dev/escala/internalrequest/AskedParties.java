package dev.escala.internalrequest;

import dev.escala.customer.SearchName;
import dev.escala.pipeline.Parties;
import dev.escala.pipeline.Party;
import dev.escala.pipeline.Prospects;
import dev.escala.pipeline.SaveProspect;
import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/** Finds whom a request is about; a prospect that nobody knew is created (000-21). */
@Component
class AskedParties {

	private final Parties parties;

	private final Prospects prospects;

	AskedParties(Parties parties, Prospects prospects) {
		this.parties = parties;
		this.prospects = prospects;
	}

	/** The party, or {@code null} where none was named or it was refused. */
	Party party(Fields fields, Question.Input input) {
		String wanted = fields.optionalLine("party", "el cliente o prospecto", input.party(), 200);
		String sector = fields.optionalLine("prospectSector", "el sector", input.prospectSector(), 200);
		String language = fields.optionalLine("prospectLanguage", "el idioma", input.prospectLanguage(), 10);
		Integer employees = employees(fields, input.prospectEmployees());
		if (wanted == null) {
			return null;
		}
		try {
			if (sector != null && isNew(wanted)) {
				return this.parties.get(Party.Kind.PROSPECT, this.prospects
					.create(new SaveProspect(null, wanted, sector, employees, (language == null) ? "es" : language))
					.id());
			}
			return this.parties.one("party", wanted);
		}
		catch (InvalidInputException ex) {
			ex.problems().forEach((problem) -> fields.refuse(problem.field(), problem.message()));
			return null;
		}
	}

	/** A part of a name names no company: «Atlas» may be another than Atlas Logistics. */
	private boolean isNew(String wanted) {
		String name = SearchName.of(wanted);
		return this.parties.match(wanted)
			.stream()
			.noneMatch((known) -> known.code().equalsIgnoreCase(wanted) || SearchName.of(known.name()).equals(name));
	}

	private static Integer employees(Fields fields, String text) {
		String number = fields.optionalLine("prospectEmployees", "el número de empleados", text, 10);
		if (number == null || number.matches("\\d{1,7}")) {
			return (number == null) ? null : Integer.valueOf(number);
		}
		fields.refuse("prospectEmployees",
				"El número de empleados se escribe con cifras, como 200; no «" + number + "».");
		return null;
	}

}
