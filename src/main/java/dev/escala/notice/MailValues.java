package dev.escala.notice;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.escala.access.Staff;
import dev.escala.clock.NextCommunication;
import dev.escala.level.Levels;
import dev.escala.matter.Matter;
import dev.escala.matter.Matters;
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

	MailValues(Matters matters, NextCommunication next, Staff staff, DateTexts dates,
			@Value("${escala.organisation-name:Escala}") String organisation,
			@Value("${escala.public-url}") String publicUrl, Levels levels) {
		this.matters = matters;
		this.next = next;
		this.staff = staff;
		this.dates = dates;
		this.organisation = organisation;
		this.publicUrl = publicUrl;
		this.levels = levels;
	}

	/**
	 * The values, for the caller to add to.
	 * @param locale language of the dates
	 */
	Map<String, Object> values(Matter matter, Locale locale) {
		Map<String, Object> model = new HashMap<>();
		model.put("organisation", this.organisation);
		model.put("number", matter.number().value());
		model.put("customer", this.matters.customerName(matter));
		model.put("subject", matter.subject());
		model.put("severityLabel", matter.severity().label());
		model.put("level", this.levels.current(matter.number()));
		model.putAll(this.matters.mailValues(matter.number()));
		model.put("link", this.publicUrl + "/camunda/app/tasklist/default/");
		if (matter.groupId() != null) {
			model.put("groupName", this.staff.groupName(matter.groupId()));
		}
		Optional.ofNullable(matter.ownerId())
			.flatMap(this.staff::find)
			.ifPresent((owner) -> model.put("ownerName", owner.name()));
		this.next.deadline(matter.number())
			.ifPresent((next) -> model.put("nextUpdateText", this.dates.full(next.dueAt(), locale)));
		this.next.solution(matter.number())
			.ifPresent((solved) -> model.put("resolutionText", this.dates.full(solved.dueAt(), locale)));
		return model;
	}

}
