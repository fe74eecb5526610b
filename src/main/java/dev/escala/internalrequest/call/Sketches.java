package dev.escala.internalrequest.call;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import dev.escala.internalrequest.Question;
import dev.escala.pipeline.Parties;
import dev.escala.pipeline.Party;
import dev.escala.policy.Situation;
import dev.escala.policy.Topic;
import dev.escala.validation.Fields;
import dev.escala.validation.SpokenDates;

import org.springframework.stereotype.Component;

/**
 * Reads a question that is not finished. Nothing is created: whoever only wants advice
 * leaves no prospect behind.
 */
@Component
public class Sketches {

	private final Parties parties;

	private final SpokenDates spoken;

	Sketches(Parties parties, SpokenDates spoken) {
		this.parties = parties;
		this.spoken = spoken;
	}

	/**
	 * Reads what is there of a question; only what cannot be understood is refused.
	 * @throws dev.escala.validation.InvalidInputException naming every field that is
	 * wrong
	 */
	public Sketch read(Question.Input input) {
		Fields fields = new Fields();
		String name = fields.optionalLine("party", "el cliente o prospecto", input.party(), 200);
		Set<Situation> situations = Question.situations(fields, input.situations());
		Topic topic = Question.optionalTopic(fields, input.topic());
		Instant customerDate = this.spoken.optional(fields, "customerDate", "la fecha que espera el cliente",
				input.customerDate());
		fields.done();
		List<Party> found = (name == null) ? List.of() : this.parties.match(name);
		Party party = (found.size() == 1) ? found.get(0)
				: (name == null || !found.isEmpty()) ? null : unknown(name, input);
		return new Sketch(party, (found.size() > 1) ? found : List.of(), situations, topic, customerDate,
				text(input.situation()) + " " + text(input.request()));
	}

	/** The look-ups compare names, so they work for whoever is not in the register. */
	private static Party unknown(String name, Question.Input input) {
		boolean english = "en".equals(input.prospectLanguage());
		return new Party(Party.Kind.PROSPECT, 0, "", name, input.prospectSector(), null, english ? "en" : "es");
	}

	private static String text(String text) {
		return (text == null) ? "" : text;
	}

}
