package dev.escala.pursuit.today;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;

import dev.escala.access.CurrentUser;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom a person calls today: theirs and what nobody of their groups has, what burns first
 * (002-02, 002-07), and what is put off (004-67).
 */
@Service
@Transactional(readOnly = true)
public class CallsToday {

	private final CallsTodayRepository repository;

	private final DeferredRepository deferred;

	private final CallRows rows;

	private final CurrentUser user;

	private final Clock clock;

	private final ZoneId zone;

	CallsToday(CallsTodayRepository repository, DeferredRepository deferred, CallRows rows, CurrentUser user,
			Clock clock, @Value("${escala.zone}") ZoneId zone) {
		this.repository = repository;
		this.deferred = deferred;
		this.rows = rows;
		this.user = user;
		this.clock = clock;
		this.zone = zone;
	}

	/** A part of the calls of whoever asks; its order is given. */
	public Page<CallToday> page(CallList list, PageRequest part) {
		return this.repository.page(list, reader(), this.clock.instant(), tomorrow(), part).map(this.rows::of);
	}

	/**
	 * A part of what the whole team puts off, for whoever leads it; its order is given.
	 */
	public Page<Deferred> deferred(PageRequest part) {
		return this.deferred.page(part);
	}

	/** How many there are of each. */
	public Map<CallList, Long> counts() {
		Map<CallList, Long> counts = new EnumMap<>(CallList.class);
		for (CallList list : CallList.values()) {
			counts.put(list, this.repository.count(list, reader(), tomorrow()));
		}
		return counts;
	}

	private CallsTodayRepository.Reader reader() {
		return new CallsTodayRepository.Reader(this.user.id().orElseThrow(), this.user.groups());
	}

	private Instant tomorrow() {
		return this.clock.instant().atZone(this.zone).toLocalDate().plusDays(1).atStartOfDay(this.zone).toInstant();
	}

}
