package dev.escala.escalation.process;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.escala.customer.Customer;
import dev.escala.letter.LetterDraft;
import dev.escala.letter.LetterDrafts;
import dev.escala.matter.Matters;
import dev.escala.notice.CustomerNotices;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;
import dev.escala.timeline.Timeline;

import org.springframework.stereotype.Component;

import static java.util.function.Predicate.not;

/**
 * Tells customers that their case is solved, and what was done: nobody writes that
 * message, so what staff wrote for the customer since the last letter stands in it.
 */
@Component
class ResolutionNews {

	private static final String TEMPLATE = "customer-resolved";

	private final LetterDrafts drafts;

	private final Matters matters;

	private final CustomerNotices customers;

	private final Timeline timeline;

	ResolutionNews(LetterDrafts drafts, Matters matters, CustomerNotices customers, Timeline timeline) {
		this.drafts = drafts;
		this.matters = matters;
		this.customers = customers;
		this.timeline = timeline;
	}

	void tell(CaseNumber number, String step) {
		LetterDraft done = this.drafts.done(number);
		if (!done.text().isEmpty()) {
			this.customers.tell(number, step, TEMPLATE, Map.of("message", done.text()), spanish(number));
		}
		// Each is told a step once: these are the others.
		this.customers.tell(number, step, TEMPLATE, Map.of());
		leftOut(number, done.leftOut());
	}

	private Set<CustomerId> spanish(CaseNumber number) {
		return this.matters.customers(this.matters.get(number))
			.stream()
			.filter(not(Customer::readsEnglish))
			.map(Customer::id)
			.collect(Collectors.toSet());
	}

	private void leftOut(CaseNumber number, List<String> lines) {
		if (!lines.isEmpty()) {
			this.timeline.add(number, UserId.SYSTEM,
					"Al decirle que está resuelto, no se contó al cliente: " + String.join(" ", lines));
		}
	}

}
