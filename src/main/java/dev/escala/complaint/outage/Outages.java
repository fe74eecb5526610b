package dev.escala.complaint.outage;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.Complaints;
import dev.escala.complaint.regime.ComplaintLaw;
import dev.escala.complaint.regime.ComplaintTopic;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.timeline.Timeline;
import dev.escala.validation.ConflictException;
import dev.escala.validation.NotFoundException;
import dev.escala.visibility.Visibility;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The mass faults, and the complaints that belong to each. */
@Service
@Transactional
public class Outages {

	/** Some complain before anybody knows that it is one fault for all. */
	private static final Duration BEFORE = Duration.ofDays(1);

	private final OutageRepository repository;

	private final Complaints complaints;

	private final TellOutage telling;

	private final ComplaintLaw law;

	private final Visibility visibility;

	private final Timeline timeline;

	private final Clock clock;

	private final ZoneId zone;

	Outages(OutageRepository repository, Complaints complaints, TellOutage telling, ComplaintLaw law,
			Visibility visibility, Timeline timeline, Clock clock, @Value("${escala.zone}") ZoneId zone) {
		this.repository = repository;
		this.complaints = complaints;
		this.telling = telling;
		this.law = law;
		this.visibility = visibility;
		this.timeline = timeline;
		this.clock = clock;
		this.zone = zone;
	}

	/**
	 * Writes one down.
	 * @throws dev.escala.validation.InvalidInputException naming every field that is
	 * wrong
	 */
	public Outage register(SaveOutage known, UserId by) {
		Outage nothing = new Outage(0, null, null, null, null, null, null, null, by, null, 0);
		long id = this.repository.add(known.read(nothing, this.law, this.zone, this.clock), this.clock.instant());
		return get(id);
	}

	/**
	 * More is known of it.
	 * @param version the version that somebody looked at
	 * @throws ConflictException where it was changed since then
	 */
	public Outage change(long id, int version, SaveOutage known) {
		Outage before = lock(id);
		requireSame(before, version);
		this.repository.change(known.read(before, this.law, this.zone, this.clock));
		return get(id);
	}

	/** It works again. Its complaints go on, each to its own answer. */
	public Outage end(long id, int version) {
		Outage before = lock(id);
		if (!before.isOpen()) {
			return before;
		}
		requireSame(before, version);
		this.repository
			.change(new Outage(id, before.service(), before.area(), before.region(), before.product(), before.since(),
					before.cause(), before.restorationAt(), before.registeredBy(), this.clock.instant(), version));
		return get(id);
	}

	private static void requireSame(Outage outage, int version) {
		if (outage.version() != version) {
			throw new ConflictException("Alguien cambió esta avería mientras usted la miraba. Vuelva a abrirla: lo que "
					+ "escribió no se ha guardado.");
		}
	}

	/** All of them, those that go on first. */
	@Transactional(readOnly = true)
	public List<Outage> list() {
		return this.repository.list();
	}

	/** The fault; refuses an unknown one. */
	@Transactional(readOnly = true)
	public Outage get(long id) {
		return this.repository.find(id).orElseThrow(Outages::unknown);
	}

	/** The fault to which a complaint belongs. */
	@Transactional(readOnly = true)
	public Optional<Outage> of(CaseNumber number) {
		return this.repository.of(number);
	}

	/** What its customers were told, the latest first. */
	@Transactional(readOnly = true)
	public List<OutageText> texts(long id) {
		return this.repository.texts(id);
	}

	/** Its complaints, as far as the person may see them. */
	@Transactional(readOnly = true)
	public List<OutageComplaint> complaints(long id) {
		return seen(this.repository.children(id));
	}

	/** Open complaints about an outage there and then that belong to none yet. */
	@Transactional(readOnly = true)
	public List<OutageComplaint> candidates(long id) {
		Outage outage = get(id);
		return seen(this.repository.candidates(outage, outage.since().minus(BEFORE)));
	}

	private List<OutageComplaint> seen(List<OutageComplaint> all) {
		if (all.isEmpty()) {
			return all;
		}
		Set<CaseNumber> seen = this.visibility.seenOf(all.stream().map(OutageComplaint::number).toList());
		return all.stream().filter((one) -> seen.contains(one.number())).toList();
	}

	/**
	 * Those complaints belong to it; who comes later is told the last text at once.
	 * @throws ConflictException where one is over, about something else, or belongs to
	 * another fault; then none is joined
	 */
	public void join(long id, List<CaseNumber> numbers, UserId by) {
		Outage outage = lock(id);
		numbers.stream().distinct().sorted().forEach((number) -> join(outage, number, by));
	}

	private void join(Outage outage, CaseNumber number, UserId by) {
		Complaint complaint = this.complaints.lock(number);
		Optional<Outage> before = this.repository.of(number);
		if (before.filter((one) -> one.id() == outage.id()).isPresent()) {
			return;
		}
		if (before.isPresent()) {
			throw new ConflictException(number + " ya pertenece a otra avería: «" + before.get().service() + ", "
					+ before.get().area() + "».");
		}
		if (!complaint.isOpen() || complaint.statement().topic() != ComplaintTopic.OUTAGE) {
			throw new ConflictException("No se puede unir " + number + ": "
					+ (complaint.isOpen() ? "no trata de un corte o fallo del suministro." : "ya terminó."));
		}
		this.repository.join(outage.id(), number, by, this.clock.instant());
		this.timeline.add(number, by,
				"Pertenece a la avería «" + outage.service() + ", " + outage.area() + "», que afecta a más clientes.");
		this.telling.catchUp(outage, number);
	}

	private Outage lock(long id) {
		return this.repository.lock(id).orElseThrow(Outages::unknown);
	}

	private static NotFoundException unknown() {
		return new NotFoundException("No hay ninguna avería con ese identificador.");
	}

}
