package dev.escala.escalation;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.escala.customer.Customer;
import dev.escala.notification.CaseTemplateValues;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows a template with the data of a case. */
@Component
class TemplateValuesOfCases implements CaseTemplateValues {

	private final Escalations escalations;

	private final MailValues values;

	TemplateValuesOfCases(Escalations escalations, MailValues values) {
		this.escalations = escalations;
		this.values = values;
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<Map<String, Object>> of(String caseNumber, Locale locale) {
		return this.escalations.find(caseNumber).map((escalation) -> {
			Map<String, Object> known = this.values.of(escalation, locale);
			this.escalations.customer(escalation)
				.flatMap(Customer::recipient)
				.ifPresent((contact) -> known.put("recipientName", contact.name()));
			return known;
		});
	}

}
