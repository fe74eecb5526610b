package dev.escala.pursuit.view;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.escala.pipeline.Parties;
import dev.escala.pipeline.PartyLookups;
import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.Pursuits;
import dev.escala.pursuit.loss.Loss;
import dev.escala.pursuit.loss.Losses;
import dev.escala.text.DateTexts;

import org.springframework.stereotype.Component;

/**
 * What we know of them already: looked up whenever somebody looks, so that what was
 * learnt meanwhile is there.
 */
@Component
class KnownBefore {

	private final Pursuits pursuits;

	private final Parties parties;

	private final PartyLookups lookups;

	private final Losses losses;

	private final DateTexts dates;

	KnownBefore(Pursuits pursuits, Parties parties, PartyLookups lookups, Losses losses, DateTexts dates) {
		this.pursuits = pursuits;
		this.parties = parties;
		this.lookups = lookups;
		this.losses = losses;
		this.dates = dates;
	}

	/** Lines of Spanish text, or empty where we know nothing. */
	Optional<String> of(Pursuit pursuit) {
		Stream<String> customer = Stream.ofNullable(pursuit.customerId()).map((id) -> "Ya es cliente.");
		Stream<String> found = this.parties.find(pursuit.partyKind(), pursuit.partyId())
			.stream()
			.flatMap((party) -> this.lookups.found(party, null).stream())
			.map(PartyLookups.Found::explanation);
		List<Pursuit> all = this.pursuits.of(pursuit.partyKind(), pursuit.partyId());
		Stream<String> lost = all.stream()
			.filter((one) -> !one.number().equals(pursuit.number()))
			.flatMap((one) -> this.losses.find(one.number()).stream().map((loss) -> told(one, loss)));
		String text = Stream.of(customer, found, lost).flatMap((lines) -> lines).collect(Collectors.joining("\n"));
		return text.isEmpty() ? Optional.empty() : Optional.of(text);
	}

	private String told(Pursuit lost, Loss loss) {
		return "Se perdió " + lost.number() + " el " + this.dates.full(loss.at()) + ": " + this.losses.reason(loss)
				+ ((loss.said().rival() == null) ? "" : " (se lo llevó " + loss.said().rival().name() + ")")
				+ ". Se aprendió: " + loss.said().lesson();
	}

}
