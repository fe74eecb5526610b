package dev.escala.notification.template;

import java.util.Locale;
import java.util.Optional;

import dev.escala.notification.Message;
import dev.escala.notification.NotificationProperties;
import dev.escala.notification.NotificationProperties.CustomerCare;
import dev.escala.notification.template.MailTemplates.Rendered;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("How letters to customers begin")
class CustomerOpeningTests {

	private final MailTemplates templates = new MailTemplates(
			new NotificationProperties("Teleco Sur", new CustomerCare("soporte@teleco.example")),
			new TemplateSources((file) -> Optional.empty()));

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			customer-plan | es | sabemos que le importa
			customer-plan | en | it matters, and so does your time
			customer-plan-change | es | sabemos que contaba con lo anterior
			customer-plan-change | en | you were counting on the former plan
			customer-still-solved | es | hemos seguido atentos
			customer-still-solved | en | kept an eye on it since
			customer-question | es | sin hacerle perder tiempo
			customer-question | en | should not lose any time
			customer-decision | es | su tiempo importa
			customer-decision | en | your time matters
			customer-update | es | Sabemos que cada hora cuenta para usted
			customer-update | en | Every hour counts for you
			customer-reply | es | hemos leído con atención lo que nos cuenta
			customer-reply | en | everything you told us
			customer-apology | es | sentimos lo que le ha supuesto
			customer-apology | en | we are sorry for what
			""")
	@DisplayName("Before anything else the customer reads that they were heard and that it matters (003-01)")
	void empathyFirst(String template, String language, String opening) {
		Message sample = TemplateCatalogue.sample(template, Locale.forLanguageTag(language));

		Rendered mail = this.templates.render(sample);

		String written = ((String) sample.model().get("message")).lines().findFirst().orElseThrow();
		assertThat(mail.text()).containsSubsequence(opening, written);
		assertThat(mail.html()).containsSubsequence(opening, written);
	}

}
