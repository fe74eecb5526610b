package dev.escala.internalrequest;

import java.time.Instant;

import dev.escala.internalrequest.RequestNotices.Occasion;
import dev.escala.internalrequest.persistence.RequestRepository;
import dev.escala.policy.Policy;
import dev.escala.timeline.TimelineEntry;

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

	OverdueRequests(InternalRequests requests, RequestRepository repository, Policy policy, RequestDates dates,
			RequestNotices notices, RequestFlow flow) {
		this.requests = requests;
		this.repository = repository;
		this.policy = policy;
		this.dates = dates;
		this.notices = notices;
		this.flow = flow;
	}

	/** Nobody said in time that they have it: the level above knows and may take it. */
	public void unacknowledged(String number) {
		InternalRequest request = this.requests.lock(number);
		if (request.status() == RequestStatus.OPEN) {
			raise(request, Occasion.UNACKNOWLEDGED, "Nadie acusó recibo a tiempo", request.nextLevelAt());
		}
	}

	/** The one who has it can still answer in time. */
	public void remind(String number) {
		if (this.requests.lock(number).status().isOpen()) {
			this.notices.tell(number, Occasion.NEAR, null);
		}
	}

	/**
	 * Nobody answered in time: it goes up a level, and has as long again.
	 * @return whether there is a level left above the one that it has now
	 */
	public boolean unanswered(String number) {
		InternalRequest request = this.requests.lock(number);
		if (request.status().isOpen()) {
			Instant next = this.dates.after(
					this.policy.assess(null, request.question().situations(), request.topic()).route().decide(),
					request.groupId(), request.question().party());
			raise(request, Occasion.OVERDUE, "Pasó el plazo sin respuesta", next);
		}
		return this.requests.get(number).level() < InternalRequest.TOP_LEVEL;
	}

	private void raise(InternalRequest request, Occasion occasion, String why, Instant next) {
		int level = Math.min(request.level() + 1, InternalRequest.TOP_LEVEL);
		this.repository.set(request.number(), "level = ?, next_level_at = ?", level, next);
		this.requests.tell(request.number(), TimelineEntry.SYSTEM, why + ": sube al nivel " + level + ".");
		this.flow.offerTo(request.number(), RequestLevels.groupAbove(request));
		this.notices.tell(request.number(), occasion, null);
	}

}
