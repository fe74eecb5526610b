package dev.escala.observation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.escala.calendar.reader.ReaderZones;
import dev.escala.customer.Customer;
import dev.escala.matter.Matter;
import dev.escala.matter.Matters;
import dev.escala.notice.CustomerNotices;
import dev.escala.observation.Observation.Ending;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.text.DateTexts;
import dev.escala.timeline.Timeline;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * At the end of an observation its customer is asked, and waited for, but not for ever.
 */
@Service
@Transactional
public class EndOfObservation {

	private final ObservationRepository repository;

	private final ObserveMatter observing;

	private final ObservationDays days;

	private final Matters matters;

	private final CustomerNotices notices;

	private final List<ObservationHold> holds;

	private final Timeline timeline;

	private final DateTexts dates;

	private final ReaderZones zones;

	EndOfObservation(ObservationRepository repository, ObserveMatter observing, ObservationDays days, Matters matters,
			CustomerNotices notices, List<ObservationHold> holds, Timeline timeline, DateTexts dates,
			ReaderZones zones) {
		this.repository = repository;
		this.observing = observing;
		this.days = days;
		this.matters = matters;
		this.notices = notices;
		this.holds = holds;
		this.timeline = timeline;
		this.dates = dates;
		this.zones = zones;
	}

	/** The period is over: the customer is asked whether they agree, once. */
	public void ask(long id) {
		Observation observation = locked(id);
		if (!observation.isOpen() || observation.askedAt() != null) {
			return;
		}
		CaseNumber number = observation.caseNumber();
		Matter matter = this.matters.get(number);
		this.repository.asked(id, this.days.now(), this.days.after(matter, observation.answerDays()));
		Optional<Customer> customer = this.matters.customer(matter);
		customer.ifPresent((known) -> {
			Locale locale = Locale.forLanguageTag(known.language());
			this.notices.tell(number, Observation.STEP + id, "customer-still-solved",
					Map.of("answerByText", this.zones.dates(known).full(this.observing.get(id).answerUntil(), locale)),
					Set.of(known.id()));
		});
		this.timeline.add(number, UserId.SYSTEM,
				(customer.isPresent()
						? "Nada ha vuelto: se pregunta al cliente si sigue resuelto, y se espera su respuesta hasta el "
						: "Nada ha vuelto, y no se sabe a qué cliente preguntar: la observación termina el ")
						+ this.dates.full(this.observing.get(id).answerUntil()) + ".");
	}

	/**
	 * Nobody answered in time: that ends it, unless something of the customer still waits
	 * to be read; then its reader has as long again.
	 * @return whether it goes on
	 */
	public boolean unanswered(long id) {
		Observation observation = locked(id);
		if (!observation.isOpen()) {
			return false;
		}
		CaseNumber number = observation.caseNumber();
		if (this.holds.stream().anyMatch((hold) -> hold.holds(number))) {
			this.repository.asked(id, this.days.now(),
					this.days.after(this.matters.get(number), observation.answerDays()));
			this.timeline.add(number, UserId.SYSTEM,
					"El cliente ha escrito y nadie ha decidido sobre su correo (está en /entrada): la observación sigue hasta el "
							+ this.dates.full(this.observing.get(id).answerUntil()) + ".");
			return true;
		}
		this.observing.end(observation, Ending.UNANSWERED, UserId.SYSTEM,
				"El cliente no ha contestado a tiempo: termina la observación sin su confirmación.");
		return false;
	}

	/** The matter comes first, as in everything else that changes it. */
	private Observation locked(long id) {
		this.matters.lock(this.observing.get(id).caseNumber());
		return this.observing.get(id);
	}

}
