package dev.escala.complaint.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.escala.calendar.holiday.Countries;
import dev.escala.complaint.AnswerChannel;
import dev.escala.complaint.regime.ComplaintLaw;
import dev.escala.complaint.regime.ComplaintTopic;
import dev.escala.text.BundleTexts;
import dev.escala.validation.FieldProblem;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/**
 * What one chooses from on the public page, and what it says of a field that is wrong: in
 * its language where the page knows the field, else as the server says it.
 */
@Component
public class ComplaintFormChoices {

	private static final Set<String> FIELDS = Set.of("name", "email", "phone", "description", "wish", "topic", "region",
			"channel", "postalAddress");

	private final ComplaintLaw law;

	ComplaintFormChoices(ComplaintLaw law) {
		this.law = law;
	}

	/** What it may be about. */
	public List<ComplaintTopic> topics() {
		return List.of(ComplaintTopic.values());
	}

	/** By which way we may answer. */
	public List<AnswerChannel> channels() {
		return List.of(AnswerChannel.values());
	}

	/** The regions of the country, without their parts; none where it has none. */
	public List<Countries.Region> regions() {
		return Countries.find(this.law.country())
			.map((country) -> country.regions().stream().filter((region) -> !region.code().contains("/")).toList())
			.orElse(List.of());
	}

	String usualRegion() {
		return Optional.ofNullable(this.law.region()).orElse("");
	}

	/** What is wrong, by the field of the page; what belongs to none is under "". */
	Map<String, String> problems(InvalidInputException refused, BundleTexts texts) {
		Map<String, String> problems = new LinkedHashMap<>();
		for (FieldProblem problem : refused.problems()) {
			String field = field(problem.field());
			problems.putIfAbsent(field, field.isEmpty() ? problem.message() : texts.text("problem." + field));
		}
		return problems;
	}

	/**
	 * Who complains becomes a customer with a contact, whose fields have longer names.
	 */
	private static String field(String sent) {
		String last = sent.substring(sent.lastIndexOf('.') + 1);
		String field = last.equals("customer") ? "name" : last;
		return FIELDS.contains(field) ? field : "";
	}

}
