package dev.escala.decisionlog;

import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.escala.reference.CaseNumber;
import dev.escala.visibility.Seen;
import dev.escala.visibility.Visibility;

import org.springframework.stereotype.Component;

/**
 * What people read of decisions. That it was decided, and why, is for everybody: who asks
 * the same is to find it. About whom it was is for those who see the request; what
 * management entered by hand answers none and was written for everybody.
 */
@Component
public class RulingReaders {

	private final Visibility visibility;

	RulingReaders(Visibility visibility) {
		this.visibility = visibility;
	}

	/** The decision as whoever asks reads it. */
	public Ruling shown(Ruling ruling) {
		return shown(List.of(ruling)).get(0);
	}

	/** The same for many, in their order. */
	public List<Ruling> shown(List<Ruling> rulings) {
		Set<CaseNumber> seen = this.visibility
			.seenOf(rulings.stream().map(Ruling::requestNumber).filter(Objects::nonNull).distinct().toList());
		Seen reader = this.visibility.seen();
		return rulings.stream()
			.map((ruling) -> (ruling.requestNumber() == null || seen.contains(ruling.requestNumber())
					|| isTheirs(ruling, reader)) ? ruling : ruling.withoutParty())
			.toList();
	}

	private static boolean isTheirs(Ruling ruling, Seen reader) {
		return Objects.equals(ruling.decidedBy(), reader.user())
				|| (ruling.groupId() != null && reader.groups().contains(ruling.groupId()));
	}

}
