package dev.escala.pursuit.won;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.Pursuits;
import dev.escala.pursuit.StageKind;
import dev.escala.pursuit.profile.Profile;
import dev.escala.pursuit.profile.Profiles;
import dev.escala.pursuit.stage.StageReached;
import dev.escala.pursuit.taken.Importer;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.routing.Decision;
import dev.escala.text.DateTexts;
import dev.escala.text.NumberTexts;
import dev.escala.timeline.Timeline;
import dev.escala.validation.Fields;
import dev.escala.validation.TypedDay;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was sold is delivered, and some days later somebody asks whether it is what they
 * wanted (002-15). It begins in the transaction that says that it is won.
 */
@Service
@Transactional
public class Deliveries {

	private static final int LONGEST_NOTE = 1000;

	private final Pursuits pursuits;

	private final Profiles profiles;

	private final DeliveryTerms terms;

	private final DeliveryFlow flow;

	private final Importer importer;

	private final Timeline timeline;

	private final DateTexts dates;

	private final Clock clock;

	Deliveries(Pursuits pursuits, Profiles profiles, DeliveryTerms terms, DeliveryFlow flow, Importer importer,
			Timeline timeline, DateTexts dates, Clock clock) {
		this.pursuits = pursuits;
		this.profiles = profiles;
		this.terms = terms;
		this.flow = flow;
		this.importer = importer;
		this.timeline = timeline;
		this.dates = dates;
		this.clock = clock;
	}

	/** What was sold in another system is delivered there, or was long ago. */
	@EventListener
	void reached(StageReached reached) {
		Pursuit pursuit = reached.pursuit();
		if (pursuit.standing().kind() != StageKind.WON || this.importer.isAtWork()) {
			return;
		}
		Decision terms = this.terms.begin(pursuit);
		this.timeline.add(pursuit.number(), UserId.SYSTEM, "Empieza la entrega: " + terms.reason()
				+ ". Se espera para el " + this.dates.full(deliverBy(pursuit.number())) + ".");
		this.flow.start(pursuit.number());
	}

	/** The group that delivers. */
	@Transactional(readOnly = true)
	public String group(CaseNumber number) {
		return this.terms.group(this.pursuits.get(number));
	}

	/** Whoever sold it, if anybody owns it. */
	@Transactional(readOnly = true)
	public Optional<UserId> seller(CaseNumber number) {
		return Optional.ofNullable(this.pursuits.get(number).ownerId());
	}

	/** By when it is delivered. */
	@Transactional(readOnly = true)
	public Instant deliverBy(CaseNumber number) {
		return this.terms.deliverBy(this.pursuits.get(number));
	}

	/** When they are called. */
	@Transactional(readOnly = true)
	public Instant callAt(CaseNumber number, LocalDate delivered) {
		return this.terms.callAt(this.pursuits.get(number), delivered);
	}

	/** What was sold to whom, as Spanish text. */
	@Transactional(readOnly = true)
	public String story(CaseNumber number) {
		Pursuit pursuit = this.pursuits.get(number);
		Profile profile = this.profiles.get(number);
		Pursuit.Deal deal = pursuit.deal();
		String contact = Stream.of(profile.contactName(), profile.contactPhone(), profile.contactEmail())
			.filter((text) -> text != null)
			.collect(Collectors.joining(" · "));
		return "**" + pursuit.partyName() + "** · " + pursuit.subject()
				+ ((deal.amount() == null) ? ""
						: "\n\n**Vendido por** " + NumberTexts.SPANISH.money(deal.amount()) + " " + deal.currency())
				+ ((deal.quote() == null) ? "" : ", según la oferta " + deal.quote())
				+ (contact.isEmpty() ? "" : "\n\n**Contacto.** " + contact) + "\n\n**Ganada** el "
				+ this.dates.full(pursuit.endedAt()) + "; **se espera** para el "
				+ this.dates.full(this.terms.deliverBy(pursuit));
	}

	/**
	 * They have it.
	 * @param typed the day as people type it, not one to come
	 * @return the day
	 */
	public LocalDate delivered(CaseNumber number, UserId by, String typed, String note) {
		LocalDate today = this.clock.instant().atZone(this.terms.zone(this.pursuits.get(number))).toLocalDate();
		Fields fields = new Fields();
		LocalDate day = TypedDay.read(fields, "deliveredOn", typed);
		if (day != null && day.isAfter(today)) {
			fields.refuse("deliveredOn",
					"El día de la entrega no puede estar por venir: si todavía falta algo, dígalo en la otra respuesta.");
		}
		String said = fields.optional("deliveryNote", "qué se entregó", note, LONGEST_NOTE);
		fields.done();
		this.timeline.add(number, by, "Entregado el " + typed.strip() + ((said == null) ? "." : ": " + said));
		return day;
	}

	/** Something is missing: it is not delivered yet. */
	public void missing(CaseNumber number, UserId by, String note) {
		this.timeline.add(number, by, "Falta para entregar: " + required("deliveryNote", "qué falta", note));
	}

	/**
	 * They were asked how it goes.
	 * @param wanted whether it is what they wanted
	 */
	public void called(CaseNumber number, UserId by, boolean wanted, String note) {
		this.timeline.add(number, by, (wanted ? "Es lo que quería: " : "No es lo que quería: ")
				+ required("afterNote", "qué ha dicho", note));
	}

	private static String required(String field, String what, String note) {
		Fields fields = new Fields();
		String said = fields.required(field, what, note, LONGEST_NOTE);
		fields.done();
		return said;
	}

}
