package dev.escala.internalrequest.process;

import dev.escala.engine.CompletedTask;
import dev.escala.internalrequest.figure.RateService;
import dev.escala.internalrequest.figure.Rating;

import org.springframework.stereotype.Component;

/** The one who asked rates how the other department served them (004-77). */
@Component
class RateServiceTask extends RequestTask {

	private final RateService rates;

	RateServiceTask(RequestFacts facts, RateService rates) {
		super(InternalRequestProcess.RATE, true, facts);
		this.rates = rates;
	}

	@Override
	public void complete(CompletedTask task) {
		this.rates.rate(task.caseNumber(), task.userId(), Rating.of(task.text("responsiveness"), task.text("quality"),
				task.text("communication"), task.text("teamwork"), task.text("morale"), task.text("ratingComment")));
	}

}
