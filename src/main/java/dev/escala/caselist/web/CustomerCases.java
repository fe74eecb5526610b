package dev.escala.caselist.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.escala.caselist.CaseLine;
import dev.escala.caselist.CaseList;
import dev.escala.caselist.CaseQuery;
import dev.escala.customer.Customer;
import dev.escala.customer.CustomerSections;
import dev.escala.text.DateTexts;
import dev.escala.validation.Fields;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Matters of every kind on the customer's page, as far as whoever asks sees them. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class CustomerCases implements CustomerSections {

	private static final String MOST = "20";

	private final CaseList list;

	private final DateTexts dates;

	private final ZoneId zone;

	CustomerCases(CaseList list, DateTexts dates, @Value("${escala.zone}") ZoneId zone) {
		this.list = list;
		this.dates = dates;
		this.zone = zone;
	}

	@Override
	public Optional<Section> of(Customer customer) {
		Fields fields = new Fields();
		CaseQuery query = CaseQuery.read(fields, CaseQuery.Words.PAGE,
				Map.of("cliente", customer.code(), "estado", "todos", "tamano", MOST), this.zone);
		fields.done();
		List<Line> lines = this.list.part(query).items().stream().map(this::line).toList();
		return Optional.of(new Section("cases/customer", new Told(customer.code(), lines)));
	}

	private Line line(CaseLine one) {
		String page = one.kind().page();
		return new Line(one.number() + " · " + one.subject(), (page == null) ? null : page + one.number(),
				one.kind().label() + ", " + this.dates.brief(one.reportedAt()), one.standing(), one.open());
	}

	/**
	 * What the page shows.
	 *
	 * @param code of the customer
	 * @param lines the latest first
	 */
	public record Told(String code, List<Line> lines) {
	}

	/**
	 * A matter.
	 *
	 * @param title number and subject
	 * @param href its page, or {@code null}
	 * @param meta kind and beginning
	 * @param standing where it stands
	 * @param open whether anything is still to be done
	 */
	public record Line(String title, String href, String meta, String standing, boolean open) {
	}

}
