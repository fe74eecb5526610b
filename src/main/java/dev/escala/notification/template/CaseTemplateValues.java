package dev.escala.notification.template;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.escala.reference.CaseNumber;

/** What a template would show of a case, for previews; the cases themselves know it. */
public interface CaseTemplateValues {

	/**
	 * The values by the names that templates use, or empty where there is no such case.
	 * @param caseNumber the case
	 * @param locale the language of the preview
	 */
	Optional<Map<String, Object>> values(CaseNumber caseNumber, Locale locale);

}
