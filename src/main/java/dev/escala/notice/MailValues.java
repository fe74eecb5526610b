package dev.escala.notice;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.escala.access.Staff;
import dev.escala.clock.NextCommunication;
import dev.escala.clock.PauseMatter;
import dev.escala.level.Levels;
import dev.escala.matter.Matter;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.text.Dates;
import dev.escala.text.DateTexts;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What any mail about a case can say of it. */
@Component
class MailValues {

	private final Matters matters;

	private final NextCommunication next;

	private final Staff staff;

	private final DateTexts dates;

	private final String organisation;

	private final String publicUrl;

	private final Levels levels;

	private final PauseMatter pauses;

	MailValues(Matters matters, NextCommunication next, Staff staff, DateTexts dates,
			@Value("${escala.organisation-name:Escala}") String organisation,
			@Value("${escala.public-url}") String publicUrl, Levels levels, PauseMatter pauses) {
		this.matters = matters;
		this.next = next;
		this.staff = staff;
		this.dates = dates;
		this.organisation = organisation;
		this.publicUrl = publicUrl;
		this.levels = levels;
		this.pauses = pauses;
	}

	/**
	 * The values, for the caller to add to.
	 * @param locale language of the dates
	 */
	Map<String, Object> values(Matter matter, Locale locale) {
		return values(matter, locale, true, this.dates);
	}

	/**
	 * The same, for one of the customers.
	 * @param own whether it is the customer of the case: only that one was asked anything
	 * @param reader says dates as that customer reads them
	 */
	Map<String, Object> values(Matter matter, Locale locale, boolean own, DateTexts reader) {
		Map<String, Object> model = new HashMap<>();
		model.put("organisation", this.organisation);
		model.put("number", matter.number().value());
		model.put("customer", this.matters.customerName(matter));
		model.put("subject", matter.subject());
		model.put("severityLabel", matter.severity().label());
		model.put("level", this.levels.current(matter.number()));
		model.put("nowText", now(matter, own, Dates.isEnglish(locale)));
		model.putAll(this.matters.mailValues(matter.number(), locale, reader));
		model.put("link", this.publicUrl + "/camunda/app/tasklist/default/#/?case=" + matter.number());
		if (matter.groupId() != null) {
			model.put("groupName", this.staff.groupName(matter.groupId()));
		}
		Optional.ofNullable(matter.ownerId())
			.flatMap(this.staff::find)
			.ifPresent((owner) -> model.put("ownerName", owner.name()));
		this.next.deadline(matter.number())
			.ifPresent((next) -> model.put("nextUpdateText", reader.full(next.dueAt(), locale)));
		this.next.solution(matter.number())
			.ifPresent((solved) -> model.putIfAbsent("resolutionText", reader.full(solved.dueAt(), locale)));
		return model;
	}

	/** What happens now, of the case as it is: nobody works on one that waits. */
	private String now(Matter matter, boolean own, boolean english) {
		CaseNumber number = matter.number();
		if (this.matters.isClosing(number)) {
			return english ? "You can use the service again; what is left is closing what was still open."
					: "Ya puede usar el servicio; queda cerrar lo que estaba pendiente.";
		}
		if (own && this.pauses.question(number).isPresent()) {
			return english ? "Your case waits for your answer, and goes on as soon as it is there."
					: "Su caso espera su respuesta, y continúa en cuanto llegue.";
		}
		if (this.pauses.current(number).isPresent()) {
			return english ? "Your case waits for something that is still missing, and goes on as soon as it is there."
					: "Su caso espera algo que falta para seguir, y continúa en cuanto llegue.";
		}
		return english ? "The work goes on until you can use the service as usual."
				: "El trabajo sigue hasta que pueda usar el servicio con normalidad.";
	}

}
