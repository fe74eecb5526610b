package dev.escala.complaint.regime;

import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says at start that the organisation has not said how it reads a norm. */
@Component
class UnstatedDaysWarning {

	private static final Logger log = LoggerFactory.getLogger(UnstatedDaysWarning.class);

	private final ComplaintLaw law;

	UnstatedDaysWarning(ComplaintLaw law) {
		this.law = law;
	}

	@EventListener(ApplicationStartedEvent.class)
	void warn() {
		sentence().ifPresent(log::warn);
	}

	/** The sentence, or empty where there is nothing to say. */
	Optional<String> sentence() {
		return (this.law.unstatedDays() != null) ? Optional.empty() : Optional
			.of("escala.complaints.unstated-days is not set: where a norm says «días» and no more "
					+ "(Ley 10/2025 art. 17.3, RDL 1/2007 art. 21.3), calendar days are counted, by which no answer "
					+ "is late. Set it to CALENDAR_DAYS or WORKING_DAYS when your lawyers have said which.");
	}

}
