package dev.escala.pursuit.taken.row;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.escala.pipeline.Parties;
import dev.escala.pipeline.Party;
import dev.escala.pipeline.Prospects;
import dev.escala.pipeline.SaveProspect;
import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.PursuitKind;
import dev.escala.pursuit.Pursuits;
import dev.escala.pursuit.taken.row.KnownParties.Found;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.text.Shortening;
import dev.escala.timeline.Timeline;

import org.springframework.stereotype.Component;

/** Whom a row is about, and whether that is pursued already, also long ago. */
@Component
class RowParty {

	private static final int LONGEST_SUBJECT = 120;

	private final Prospects prospects;

	private final Parties parties;

	private final Pursuits pursuits;

	private final DealRepository deals;

	private final TakenRepository taken;

	private final Timeline timeline;

	RowParty(Prospects prospects, Parties parties, Pursuits pursuits, DealRepository deals, TakenRepository taken,
			Timeline timeline) {
		this.prospects = prospects;
		this.parties = parties;
		this.pursuits = pursuits;
		this.deals = deals;
		this.taken = taken;
		this.timeline = timeline;
	}

	/** What a deal is called here. */
	static String subject(SaidRow row) {
		return Shortening.firstLine(row.title(), LONGEST_SUBJECT);
	}

	/** Why nothing of it begins, if nothing does. */
	Optional<Doubled> doubled(Found found, SaidRow row, PursuitKind kind) {
		return (kind == PursuitKind.OPPORTUNITY) ? sameDeal(found, row) : sameProspect(found);
	}

	private Optional<Doubled> sameDeal(Found found, SaidRow row) {
		return this.deals.same(found.party(), subject(row))
			.map(this.pursuits::get)
			.map((pursuit) -> new Doubled(
					"La oportunidad «" + pursuit.subject() + "» del " + found.said() + " ya "
							+ (pursuit.isOpen() ? "se sigue aquí: no se dobla." : ended(pursuit) + ": no se repite."),
					pursuit));
	}

	private Optional<Doubled> sameProspect(Found found) {
		List<Pursuit> before = this.pursuits.of(found.party().kind(), found.party().id());
		Optional<Pursuit> open = before.stream().filter(Pursuit::isOpen).findFirst();
		if (open.isPresent()) {
			return Optional.of(new Doubled(
					"Al " + found.said() + " ya se le sigue: la persona de contacto se añade ahí.", open.get()));
		}
		if (found.party().kind() == Party.Kind.CUSTOMER) {
			return Optional.of(new Doubled("Ya es cliente " + found.party().name() + " (" + found.party().code() + ", "
					+ found.by()
					+ "): no se le llama como a un prospecto nuevo. Si quiere comprar algo, registre una oportunidad.",
					null));
		}
		return before.stream()
			.findFirst()
			.map((pursuit) -> new Doubled("El " + found.said() + " ya " + ended(pursuit)
					+ ": no se empieza de nuevo porque esté en un fichero. Si toca, registre el prospecto usted.",
					pursuit));
	}

	private static String ended(Pursuit pursuit) {
		return "terminó («" + pursuit.standing().name() + "»)";
	}

	/** The same row is told to whoever pursues it: no contact is lost. */
	void tell(Doubled doubled, SaidRow row, String system, UserId by) {
		if (doubled.pursuit() == null || !doubled.pursuit().isOpen()) {
			return;
		}
		String person = Stream
			.of(row.profile().contactName(), row.profile().contactTitle(), row.profile().contactPhone(),
					row.profile().contactEmail())
			.filter((text) -> text != null)
			.collect(Collectors.joining(", "));
		if (!person.isEmpty()) {
			this.timeline.add(doubled.pursuit().number(), by, "También está en " + system + ": " + person + ".");
		}
	}

	/** The one that is known, or a new prospect. */
	Party of(Optional<Found> found, SaidRow row) {
		Party party = found.map(Found::party)
			.orElseGet(() -> this.parties.get(Party.Kind.PROSPECT,
					this.prospects
						.create(new SaveProspect(null, row.name(), row.sector(), row.employees(), row.language()))
						.id()));
		if (row.taxId() != null) {
			this.taken.taxId(party, row.taxId());
		}
		return party;
	}

	/**
	 * It is there already.
	 *
	 * @param reason why nothing begins, in Spanish
	 * @param pursuit where it is pursued, or {@code null}
	 */
	record Doubled(String reason, Pursuit pursuit) {

		CaseNumber number() {
			return (this.pursuit == null) ? null : this.pursuit.number();
		}

	}

}
