package dev.escala.retention.known;

import java.util.List;
import java.util.Optional;

import dev.escala.customer.Customer;
import dev.escala.customer.CustomerSections;
import dev.escala.promise.PromiseStatus;
import dev.escala.reference.CaseNumber;
import dev.escala.retention.loss.LostCustomer;
import dev.escala.retention.loss.LostCustomers;
import dev.escala.text.Dates;
import dev.escala.text.DateTexts;
import dev.escala.text.Sentences;
import dev.escala.visibility.Visibility;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Promises, contacts and satisfaction on the customer's page, for those who have to do
 * with them; of each only what belongs to a matter that they see.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class KnownSection implements CustomerSections {

	private final KnownCustomers known;

	private final LostCustomers lost;

	private final Visibility visibility;

	private final DateTexts dates;

	KnownSection(KnownCustomers known, LostCustomers lost, Visibility visibility, DateTexts dates) {
		this.known = known;
		this.lost = lost;
		this.visibility = visibility;
		this.dates = dates;
	}

	@Override
	public Optional<Section> of(Customer customer) {
		if (!this.visibility.readsContacts(customer.id())) {
			return Optional.empty();
		}
		return Optional.of(new Section("retention/customer", new Told(this.known.lines(customer),
				this.lost.last(customer.id()).map(KnownSection::told).orElse(null),
				this.known.seenPromises(customer.id())
					.stream()
					.map((one) -> new Line("«" + one.content() + "»", one.number(), Sentences
						.beginning(PromiseStatus.valueOf(one.status()).label())
							+ ((one.promisedAt() == null) ? "" : ", para el " + this.dates.brief(one.promisedAt()))))
					.toList(),
				this.known.seenWords(customer.id())
					.stream()
					.map((one) -> new Line(Sentences.beginning(one.how()), one.number(), this.dates.brief(one.at())))
					.toList(),
				this.known.seenOpinions(customer.id())
					.stream()
					.map((one) -> new Line(one.score() + " de 5", one.number(),
							this.dates.brief(one.at()) + (one.heard() ? "" : " · no se sintió escuchado")
									+ (one.solved() ? "" : " · no quedó resuelto")))
					.toList())));
	}

	private static String told(LostCustomer lost) {
		return lost.isBack()
				? "Se perdió el " + Dates.figures(lost.lostOn()) + " y volvió a comprar el "
						+ Dates.figures(lost.backOn()) + "."
				: "Se perdió el " + Dates.figures(lost.lostOn()) + ". Se aprendió: " + lost.lesson();
	}

	/**
	 * What the page shows.
	 *
	 * @param lines whom one is about to speak to
	 * @param lost that they were lost, or {@code null}
	 * @param promises the latest first
	 * @param words the latest first
	 * @param opinions the latest first
	 */
	public record Told(List<String> lines, String lost, List<Line> promises, List<Line> words, List<Line> opinions) {
	}

	/**
	 * One of them.
	 *
	 * @param title what
	 * @param number the matter
	 * @param meta when, and how it stands
	 */
	public record Line(String title, CaseNumber number, String meta) {
	}

}
