package dev.escala.complaint.answer;

import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says at start which languages of decisions are drafts. */
@Component
class DraftLanguages {

	private static final Logger log = LoggerFactory.getLogger(DraftLanguages.class);

	@EventListener
	void warn(ApplicationStartedEvent started) {
		log.warn(sentence());
	}

	String sentence() {
		return "The words of decisions on complaints in "
				+ LetterLanguage.drafts().stream().map(LetterLanguage::code).collect(Collectors.joining(", "))
				+ " are drafts («borrador»): have somebody who speaks the language read decision_*.properties before "
				+ "customers do.";
	}

}
