package dev.escala.notice;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.escala.customer.Customer;
import dev.escala.matter.Matters;
import dev.escala.notification.template.CaseTemplateValues;
import dev.escala.reference.CaseNumber;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows a template with the data of a case. */
@Component
class TemplateValuesOfMatters implements CaseTemplateValues {

	private final Matters matters;

	private final MailValues values;

	TemplateValuesOfMatters(Matters matters, MailValues values) {
		this.matters = matters;
		this.values = values;
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<Map<String, Object>> values(CaseNumber caseNumber, Locale locale) {
		return this.matters.find(caseNumber).map((matter) -> {
			Map<String, Object> known = this.values.values(matter, locale);
			this.matters.customer(matter)
				.flatMap(Customer::recipient)
				.ifPresent((contact) -> known.put("recipientName", contact.name()));
			return known;
		});
	}

}
