package dev.escala.pipeline;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import dev.escala.pipeline.ProspectRepository.Registered;
import dev.escala.policy.Situation;
import dev.escala.reference.UserId;
import dev.escala.text.Dates;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What Escala itself knows about a prospect or customer that must be asked about before
 * anybody commits, so that nobody has to remember it. Names are compared without case,
 * accents and legal form.
 */
@Service
@Transactional(readOnly = true)
public class PartyLookups {

	/** So many times that we said no; more would bury the question. */
	private static final int MOST_REJECTIONS = 3;

	private static final int MOST_CUSTOMERS = 5;

	private final ProspectRepository prospects;

	private final CompetitorRepository competitors;

	private final Interests interests;

	private final ZoneId zone;

	PartyLookups(ProspectRepository prospects, CompetitorRepository competitors, Interests interests,
			@Value("${escala.zone:Europe/Madrid}") ZoneId zone) {
		this.prospects = prospects;
		this.competitors = competitors;
		this.interests = interests;
		this.zone = zone;
	}

	/**
	 * What is found, each situation at most once.
	 * @param party about whom
	 * @param userId who asks: only their own declared interests are told, or {@code null}
	 * where nobody does
	 */
	public List<Found> found(Party party, UserId userId) {
		List<Found> found = new ArrayList<>();
		add(found, Situation.REJECTED_BEFORE,
				(party.kind() == Party.Kind.PROSPECT) ? rejections(party) : List.<String>of());
		add(found, Situation.COMPETITOR_OF_CUSTOMER, customers(party));
		add(found, Situation.CONFLICT_OF_INTEREST, (userId == null) ? List.<String>of() : interests(party, userId));
		return List.copyOf(found);
	}

	private static void add(List<Found> found, Situation situation, List<String> sentences) {
		if (!sentences.isEmpty()) {
			found.add(new Found(situation, String.join(" ", sentences)));
		}
	}

	/**
	 * Also of another entry with the same name, of a former name, and those that were
	 * taken back (000-05, 000-14); the latest first.
	 */
	private List<String> rejections(Party prospect) {
		return this.prospects.rejections(prospect.id(), BareName.of(prospect.name()), MOST_REJECTIONS)
			.stream()
			.map(this::sentence)
			.toList();
	}

	private String sentence(Registered registered) {
		Rejection rejection = registered.rejection();
		String text = "El " + day(rejection.at()) + " rechazamos a " + registered.name() + " (" + registered.code()
				+ ((rejection.source() == null) ? "" : ", " + rejection.source()) + "): «" + rejection.reason() + "».";
		return (rejection.readmission() == null) ? text : text + " Se readmitió el " + day(rejection.readmission().at())
				+ ": «" + rejection.readmission().reason() + "».";
	}

	/** Customers that called them their competitor (000-11). */
	private List<String> customers(Party party) {
		long itself = (party.kind() == Party.Kind.CUSTOMER) ? party.id() : -1;
		return this.competitors.rivals(BareName.of(party.name()), MOST_CUSTOMERS, itself)
			.stream()
			.map((rival) -> rival.name() + " (" + rival.code() + "), que es cliente, considera a " + rival.competitor()
					+ " su competidor; está anotado desde el " + day(rival.notedAt()) + ".")
			.toList();
	}

	/** What the asking person declared (000-07); what colleagues did is not looked at. */
	private List<String> interests(Party party, UserId userId) {
		String name = BareName.of(party.name());
		return this.interests.interests(userId)
			.stream()
			.filter((interest) -> BareName.of(interest.party()).equals(name))
			.map((interest) -> "El " + day(interest.declaredAt()) + " declaró usted su relación con " + interest.party()
					+ ": «" + interest.relation() + "».")
			.toList();
	}

	private String day(Instant instant) {
		return Dates.full(instant.atZone(this.zone), Dates.SPANISH);
	}

	/**
	 * A situation that was found.
	 *
	 * @param situation which one
	 * @param explanation Spanish sentences that tell since when and why
	 */
	public record Found(Situation situation, String explanation) {
	}

}
