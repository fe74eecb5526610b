package dev.escala.escalation;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.escala.access.Staff;
import dev.escala.text.DateTexts;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What any mail about a case can say of it. */
@Component
class MailValues {

	private final Escalations escalations;

	private final NextCommunication next;

	private final Staff staff;

	private final DateTexts dates;

	private final String organisation;

	private final String publicUrl;

	MailValues(Escalations escalations, NextCommunication next, Staff staff, DateTexts dates,
			@Value("${escala.organisation-name:Escala}") String organisation,
			@Value("${escala.public-url:http://localhost:8080}") String publicUrl) {
		this.escalations = escalations;
		this.next = next;
		this.staff = staff;
		this.dates = dates;
		this.organisation = organisation;
		this.publicUrl = publicUrl;
	}

	/**
	 * The values, for the caller to add to.
	 * @param locale language of the dates
	 */
	Map<String, Object> of(Escalation escalation, Locale locale) {
		Map<String, Object> model = new HashMap<>();
		model.put("organisation", this.organisation);
		model.put("number", escalation.number());
		model.put("customer", this.escalations.customerName(escalation));
		model.put("subject", escalation.report().subject());
		model.put("severityLabel", escalation.severity().label());
		model.put("typeLabel", escalation.type().label());
		model.put("level", escalation.level());
		model.put("link", this.publicUrl + "/camunda/app/tasklist/default/");
		if (escalation.groupId() != null) {
			model.put("groupName", this.staff.groupName(escalation.groupId()));
		}
		Optional.ofNullable(escalation.ownerId())
			.flatMap(this.staff::find)
			.ifPresent((owner) -> model.put("ownerName", owner.name()));
		this.next.of(escalation.number())
			.ifPresent((next) -> model.put("nextUpdateText", this.dates.full(next.dueAt(), locale)));
		this.next.solution(escalation.number())
			.ifPresent((solved) -> model.put("resolutionText", this.dates.full(solved.dueAt(), locale)));
		return model;
	}

}
