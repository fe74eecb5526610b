package dev.escala.pursuit.interest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.NotFoundException;
import dev.escala.web.IdempotencyKeys;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever leaves word on the web is called back (004-18); what looks like spam is set
 * aside, costs nobody time and stands in no ratio (002-09).
 */
@Service
@Transactional
public class WebLeads {

	/** So often may the same be said by the same in {@link #A_DAY}. */
	private static final int SAME_A_DAY = 3;

	private static final Duration A_DAY = Duration.ofDays(1);

	private static final Duration KEPT = Duration.ofDays(30);

	private static final int MOST_SHOWN = 200;

	private final WebLeadRepository repository;

	private final RegisterInterest registering;

	private final Clock clock;

	WebLeads(WebLeadRepository repository, RegisterInterest registering, Clock clock) {
		this.repository = repository;
		this.registering = registering;
		this.clock = clock;
	}

	/**
	 * Takes what was left.
	 * @param said checked
	 * @param sender by what whoever sent it is known again
	 * @param trapped whether what no person sees was filled in
	 * @return what is remembered as the result; the sender is told nothing of it
	 */
	public String take(SaidLead said, String sender, boolean trapped) {
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		String digest = IdempotencyKeys.fingerprint(List.of(sender, said.text()));
		this.repository.lock(digest);
		Suspicion suspicion = suspicion(said, digest, trapped, now);
		if (suspicion != null) {
			this.repository.addAside(said, suspicion, digest, now);
			return suspicion.name();
		}
		CaseNumber number = this.registering.register(said.interest(), null, UserId.CUSTOMER);
		this.repository.addPursued(said.capture(), digest, number, now);
		return number.value();
	}

	private Suspicion suspicion(SaidLead said, String digest, boolean trapped, Instant now) {
		if (trapped) {
			return Suspicion.HONEYPOT;
		}
		if (Suspicion.hasManyLinks(said.text())) {
			return Suspicion.LINKS;
		}
		return (this.repository.countSince(digest, now.minus(A_DAY)) >= SAME_A_DAY) ? Suspicion.REPEATED : null;
	}

	/** What was set aside, the newest first. */
	@Transactional(readOnly = true)
	public List<SetAside> aside() {
		return this.repository.aside(MOST_SHOWN);
	}

	/**
	 * It is no spam: whoever sent it is called back, once however often somebody says so.
	 * @throws NotFoundException where it is not there any more
	 */
	public CaseNumber notSpam(long id, UserId by) {
		SetAside aside = this.repository.take(id).orElse(null);
		if (aside == null) {
			return this.repository.pursuedAs(id)
				.orElseThrow(() -> new NotFoundException(
						"Ese mensaje ya no está: lo apartado se borra a los 30 días. Vuelva a la lista."));
		}
		CaseNumber number = this.registering.register(aside.said().interest(), null, by);
		this.repository.pursued(id, number);
		return number;
	}

	/** Forgets each night what is too old to be of use. */
	@Scheduled(cron = "0 27 4 * * *")
	public void sweep() {
		this.repository.deleteBefore(this.clock.instant().minus(KEPT));
	}

}
