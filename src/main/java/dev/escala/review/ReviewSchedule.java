package dev.escala.review;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks each hour whether the month has to be reviewed, so that a night without a node
 * costs an hour and not a month. Switched off by {@code escala.reviews.enabled}, for
 * tests, which look themselves, and for nodes that shall not.
 */
@Component
@ConditionalOnBooleanProperty(name = "escala.reviews.enabled", matchIfMissing = true)
class ReviewSchedule {

	private final MonthlyReviews reviews;

	ReviewSchedule(MonthlyReviews reviews) {
		this.reviews = reviews;
	}

	@Scheduled(initialDelayString = "PT7M", fixedDelayString = "PT1H")
	void look() {
		this.reviews.look();
	}

	@Scheduled(cron = "0 52 4 * * *")
	void forgetOld() {
		this.reviews.forgetOld();
	}

}
