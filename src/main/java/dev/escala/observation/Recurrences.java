package dev.escala.observation;

import java.util.Map;
import java.util.Set;

import dev.escala.call.CustomerConfirmed;
import dev.escala.matter.MatterReopened;
import dev.escala.matter.Matters;
import dev.escala.notice.StaffNotices;
import dev.escala.promise.PromiseBroken;
import dev.escala.reference.UserId;

import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What other rooms tell of an observed matter that reopens it, or ends its observation.
 */
@Component
@Transactional
class Recurrences {

	private final Observations observations;

	private final ObserveMatter observing;

	private final Matters matters;

	private final StaffNotices notices;

	private final ObservationDays days;

	Recurrences(Observations observations, ObserveMatter observing, Matters matters, StaffNotices notices,
			ObservationDays days) {
		this.observations = observations;
		this.observing = observing;
		this.matters = matters;
		this.notices = notices;
		this.days = days;
	}

	/**
	 * Where no colleague reopened the matter, its owner would find the work by chance.
	 */
	@EventListener
	void reopened(MatterReopened reopened) {
		if (Set.of(UserId.SYSTEM, UserId.CUSTOMER).contains(reopened.by())) {
			this.notices.tellOwner(reopened.number(), "reopened-" + this.days.now().getEpochSecond(),
					"internal-reopened", Map.of("message", reopened.why()));
		}
	}

	/**
	 * A matter that was closed with our word given is not over when that is broken. First
	 * of all who hear it: only an open one can become worse for it.
	 */
	@EventListener
	@Order(Ordered.HIGHEST_PRECEDENCE)
	void promiseBroken(PromiseBroken broken) {
		this.matters.lock(broken.number());
		if (this.observations.current(broken.number()).isPresent()) {
			this.matters.reopen(broken.number(), UserId.SYSTEM,
					"Se incumplió un compromiso con el cliente mientras el caso estaba en observación.");
		}
	}

	/** The customer said it on the telephone. */
	@EventListener
	void confirmed(CustomerConfirmed said) {
		if (!said.step().startsWith(Observation.STEP)) {
			return;
		}
		this.matters.lock(said.number());
		if (said.agrees()) {
			this.observing.agree(said.number(), said.by(), null);
		}
		else {
			this.matters.reopen(said.number(), said.by(), said.note());
		}
	}

}
