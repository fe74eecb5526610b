package dev.escala.pursuit.won;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.Pursuits;
import dev.escala.pursuit.profile.Profile;
import dev.escala.pursuit.profile.Profiles;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.text.Amounts;
import dev.escala.text.DateTexts;
import dev.escala.timeline.Timeline;
import dev.escala.validation.Fields;
import dev.escala.validation.TypedDay;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was sold is delivered (002-15). Some days later somebody asks whether it is what
 * they wanted: whoever plans that hears of it by {@link Delivered}.
 */
@Service
@Transactional
public class Deliveries {

	private static final int LONGEST_NOTE = 1000;

	private final Pursuits pursuits;

	private final Profiles profiles;

	private final DeliveryTerms terms;

	private final Timeline timeline;

	private final DateTexts dates;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Deliveries(Pursuits pursuits, Profiles profiles, DeliveryTerms terms, Timeline timeline, DateTexts dates,
			ApplicationEventPublisher events, Clock clock) {
		this.pursuits = pursuits;
		this.profiles = profiles;
		this.terms = terms;
		this.timeline = timeline;
		this.dates = dates;
		this.events = events;
		this.clock = clock;
	}

	/** The group that delivers. */
	@Transactional(readOnly = true)
	public String group(CaseNumber number) {
		return this.terms.group(this.pursuits.get(number));
	}

	/** By when it is delivered. */
	@Transactional(readOnly = true)
	public Instant deliverBy(CaseNumber number) {
		return this.terms.deliverBy(this.pursuits.get(number));
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
				+ ((deal.amount() == null) ? "" : "\n\n**Vendido por** " + Amounts.said(deal.amount(), deal.currency()))
				+ ((deal.quote() == null) ? "" : ", según la oferta " + deal.quote())
				+ (contact.isEmpty() ? "" : "\n\n**Contacto.** " + contact) + "\n\n**Ganada** el "
				+ this.dates.full(pursuit.endedAt()) + "; **se espera** para el "
				+ this.dates.full(this.terms.deliverBy(pursuit));
	}

	/**
	 * They have it.
	 * @param typed the day as people type it, not one to come
	 */
	public void delivered(CaseNumber number, UserId by, String typed, String note) {
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
		this.events.publishEvent(new Delivered(number, day));
	}

	/** Something is missing: it is not delivered yet. */
	public void missing(CaseNumber number, UserId by, String note) {
		this.timeline.add(number, by, "Falta para entregar: " + required("deliveryNote", "qué falta", note));
	}

	private static String required(String field, String what, String note) {
		Fields fields = new Fields();
		String said = fields.required(field, what, note, LONGEST_NOTE);
		fields.done();
		return said;
	}

}
