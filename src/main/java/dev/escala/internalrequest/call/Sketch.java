package dev.escala.internalrequest.call;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.escala.pipeline.Party;
import dev.escala.policy.Situation;
import dev.escala.policy.Topic;

/**
 * What somebody knows while the other side is still on the phone: a question before it is
 * one.
 *
 * @param party with whom, or {@code null} where nobody was named; with id 0 where Escala
 * does not know them yet
 * @param candidates whom else the name may mean, where it is not clear
 * @param situations what applies, as the person says
 * @param topic what it is about, or {@code null}
 * @param customerDate the customer's own date, or {@code null} (000-22)
 * @param text what has been written of the question so far; may be empty
 */
public record Sketch(Party party, List<Party> candidates, Set<Situation> situations, Topic topic, Instant customerDate,
		String text) {

	public Sketch {
		candidates = List.copyOf(candidates);
		situations = situations.isEmpty() ? Set.of() : EnumSet.copyOf(situations);
	}

}
