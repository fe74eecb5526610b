package dev.escala.escalation.matter;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.IntStream;

import dev.escala.escalation.Escalation;
import dev.escala.escalation.Escalations;
import dev.escala.escalation.Phase;
import dev.escala.escalation.course.CaseFile;
import dev.escala.reference.CaseNumber;
import dev.escala.tracking.Feedback;
import dev.escala.tracking.Standing;
import dev.escala.tracking.Feedback;
import dev.escala.tracking.TrackedKind;

import org.springframework.stereotype.Component;

/**
 * What the customer's page says of a case, in the customer's language:
 * {@code escalation-tracking.properties} is Spanish,
 * {@code escalation-tracking_en.properties} English.
 */
@Component
class TrackedEscalations implements TrackedKind {

	private final Escalations escalations;

	private final CaseFile file;

	TrackedEscalations(Escalations escalations, CaseFile file) {
		this.escalations = escalations;
		this.file = file;
	}

	@Override
	public String prefix() {
		return Escalation.PREFIX;
	}

	@Override
	public Standing standing(CaseNumber number, Locale language) {
		Escalation escalation = this.escalations.get(number);
		ResourceBundle texts = texts(language);
		List<String> steps = IntStream.rangeClosed(1, Phase.ENDED.ordinal())
			.mapToObj((step) -> texts.getString("step." + step))
			.toList();
		int step = escalation.phase().ordinal() + 1;
		boolean closed = !escalation.isOpen() && escalation.outcome().isClosed();
		String sentence = escalation.isOpen() ? "now." + step
				: closed ? "ended.closed" : "ended." + escalation.outcome();
		return new Standing(steps, step, texts.getString(sentence), !escalation.isOpen(),
				escalation.phase() == Phase.CLOSE || closed);
	}

	private static ResourceBundle texts(Locale language) {
		return ResourceBundle.getBundle("escalation-tracking",
				"en".equals(language.getLanguage()) ? Locale.ENGLISH : Locale.forLanguageTag("es"),
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
	}

	@Override
	public void rated(CaseNumber number, Feedback given) {
		this.file.satisfaction(number, given.score());
	}

}
