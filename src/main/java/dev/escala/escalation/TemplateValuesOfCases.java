package dev.escala.escalation;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.escala.notification.CaseTemplateValues;

import org.springframework.stereotype.Component;

/** Shows a template with the data of a case. */
@Component
class TemplateValuesOfCases implements CaseTemplateValues {

	private final EscalationNotices notices;

	TemplateValuesOfCases(EscalationNotices notices) {
		this.notices = notices;
	}

	@Override
	public Optional<Map<String, Object>> of(String caseNumber, Locale locale) {
		return this.notices.values(caseNumber, locale);
	}

}
