package dev.escala.pursuit.quote;

import java.util.ArrayList;
import java.util.List;

import dev.escala.access.Staff;
import dev.escala.commitment.Coverage;
import dev.escala.reference.CaseNumber;
import dev.escala.text.DateTexts;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells how each quote stands: why it waits, whom it was asked, since when. */
@Service
@Transactional(readOnly = true)
public class QuoteStory {

	private final QuoteRepository repository;

	private final QuoteGate gate;

	private final Staff staff;

	private final DateTexts dates;

	QuoteStory(QuoteRepository repository, QuoteGate gate, Staff staff, DateTexts dates) {
		this.repository = repository;
		this.gate = gate;
		this.staff = staff;
		this.dates = dates;
	}

	/** A Spanish line for each version, the newest first. */
	public List<String> lines(CaseNumber number) {
		List<String> lines = new ArrayList<>();
		this.repository.list(number).forEach((quote) -> lines.add(0, line(quote)));
		return lines;
	}

	/** Whether one is on its way. */
	public boolean isWaiting(CaseNumber number) {
		return this.repository.waiting(number).isPresent();
	}

	private String line(Quote quote) {
		String line = quote.reference() + ", " + quote.offer().price() + ": " + quote.status().label();
		return switch (quote.status()) {
			case WAITING -> line + ". " + waiting(quote);
			case SENT -> line + " el " + this.dates.brief(quote.sentAt()) + "; se pregunta por ella el "
					+ this.dates.brief(quote.followUpAt()) + ".";
			case REPLACED -> line + "; salió el " + this.dates.brief(quote.sentAt()) + ".";
			case RETURNED, WITHDRAWN -> line + ". " + quote.note();
		};
	}

	private String waiting(Quote quote) {
		Coverage now = this.gate.shown(quote);
		String asked = this.gate.asked(quote)
			.map((request) -> " Se preguntó a " + this.staff.groupName(request.groupId()) + " el "
					+ this.dates.brief(request.requestedAt()) + ".")
			.orElse("");
		return now.allows() ? "Está autorizada: sale en cuanto pase la lectura de la carta." + asked
				: now.reason() + asked;
	}

}
