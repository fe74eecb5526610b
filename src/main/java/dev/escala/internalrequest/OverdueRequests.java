package dev.escala.internalrequest;

import java.time.Clock;
import java.time.Instant;

import dev.escala.clock.count.Target;
import dev.escala.internalrequest.RequestNotices.Occasion;
import dev.escala.internalrequest.persistence.RequestRepository;
import dev.escala.policy.Policy;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens to a request that nobody acknowledges or answers in time. */
@Service
@Transactional
public class OverdueRequests {

	private final InternalRequests requests;

	private final RequestRepository repository;

	private final Policy policy;

	private final RequestDates dates;

	private final RequestNotices notices;

	private final RequestFlow flow;

	private final Clock clock;

	OverdueRequests(InternalRequests requests, RequestRepository repository, Policy policy, RequestDates dates,
			RequestNotices notices, RequestFlow flow, Clock clock) {
		this.requests = requests;
		this.repository = repository;
		this.policy = policy;
		this.dates = dates;
		this.notices = notices;
		this.flow = flow;
		this.clock = clock;
	}

	/** Nobody said in time that they have it: the level above knows and may take it. */
	public void unacknowledged(CaseNumber number) {
		InternalRequest request = this.requests.lock(number);
		if (request.status() == RequestStatus.OPEN) {
			raise(request, Occasion.UNACKNOWLEDGED, "Nadie acusó recibo a tiempo", request.nextLevelAt());
		}
	}

	/**
	 * Looks after an answer that is not there yet: reminds the one who has it, and once
	 * the date has passed takes it up a level, where it has as long again. A date that
	 * was moved meanwhile is waited for.
	 * @return whether it is to be looked after again: not where it was answered meanwhile
	 */
	public boolean watch(CaseNumber number) {
		InternalRequest request = this.requests.lock(number);
		if (!request.status().isOpen()) {
			return false;
		}
		if (request.nextLevelAt().isAfter(this.clock.instant())) {
			if (!request.warnAt().isAfter(this.clock.instant())) {
				this.notices.tell(number, Occasion.NEAR, null);
			}
			return true;
		}
		Instant next = this.dates.after(level(request), request.groupId(), request.question().party());
		raise(request, Occasion.OVERDUE, "Pasó el plazo sin respuesta", next);
		this.repository.warnAt(number, this.dates.warning(next));
		return true;
	}

	private Target level(InternalRequest request) {
		return ((request.question().department() == null)
				? this.policy.assess(null, request.question().situations(), request.topic()).route()
				: this.policy.between(null, request.fromGroup(), request.groupId()))
			.decide();
	}

	private void raise(InternalRequest request, Occasion occasion, String why, Instant next) {
		int level = Math.min(request.level() + 1, InternalRequest.TOP_LEVEL);
		this.repository.raise(request.number(), level, next);
		this.requests.tell(request.number(), UserId.SYSTEM, why + ": sube al nivel " + level + ".");
		this.flow.offerTo(request.number(), RequestLevels.groupAbove(request));
		this.notices.tell(request.number(), occasion, null);
	}

}
