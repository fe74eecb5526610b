package dev.escala.notification.template;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.escala.letter.check.Finding;
import dev.escala.letter.check.Letter;
import dev.escala.letter.check.LetterChecks;
import dev.escala.notification.Message;
import dev.escala.notification.NotificationProperties;
import dev.escala.notification.NotificationProperties.CustomerCare;
import dev.escala.notification.template.MailTemplates.Rendered;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What every mail to a customer says, whoever wrote it. */
class CustomerTemplatesTests {

	/** After these nothing comes unless the customer wants it. */
	private static final Set<String> LAST = Set.of("customer-closed", "customer-still-solved", "customer-withdrawn",
			"customer-rca", "customer-decision", "customer-complaint-ended", "customer-complaint-judgement");

	/** Frames of what a person writes. */
	private static final List<String> LETTERS = List.of("customer-plan", "customer-plan-change", "customer-update",
			"customer-reply", "customer-apology");

	private final MailTemplates templates = new MailTemplates(
			new NotificationProperties("Teleco Sur", new CustomerCare("soporte@teleco.example")),
			new TemplateSources((file) -> Optional.empty()));

	private final LetterChecks checks = new LetterChecks();

	@ParameterizedTest
	@MethodSource("everyTemplate")
	@DisplayName("Each mail has a name, a date or an end, a call to action, and nothing that the checks find (004-63, 004-69)")
	void passesTheChecks(String template, Locale locale) {
		Message sample = TemplateCatalogue.sample(template, locale);

		Rendered mail = this.templates.render(sample);

		assertThat(findings(template, sample, mail)).isEmpty();
		boolean english = locale == Locale.ENGLISH;
		assertThat(mail.text()).contains(english ? "Jo Reed" : "Ana Ruiz");
		if (!LAST.contains(template)) {
			String next = (String) sample.model()
				.get(template.equals("customer-received") ? "replyByText" : "nextUpdateText");
			assertThat(mail.text()).contains(next);
			assertThat(mail.html()).contains(next);
		}
	}

	@ParameterizedTest
	@MethodSource("letters")
	@DisplayName("The frame of a letter alone gives name, opening, next steps, solution, next date and call to action (003-04, 003-12)")
	void framesAreComplete(String template, Locale locale) {
		Message sample = TemplateCatalogue.sample(template, locale);
		Map<String, Object> model = new HashMap<>(sample.model());
		model.remove("message");

		Rendered mail = this.templates.render(new Message(sample.caseNumber(), sample.step(), sample.recipientName(),
				sample.recipient(), template, locale, model));

		boolean english = locale == Locale.ENGLISH;
		assertThat(findings(template, sample, mail)).isEmpty();
		for (String form : List.of(mail.text(), mail.html())) {
			assertThat(form).containsIgnoringCase(english ? "What happens now" : "Qué hacemos ahora")
				.containsIgnoringCase(english ? "When it will be solved" : "Cuándo quedará resuelto")
				.contains((String) model.get("resolutionText"))
				.containsIgnoringCase(english ? "When you will hear from us again" : "Cuándo volverá a tener noticias");
		}
	}

	@Test
	@DisplayName("A frame that says no name, no date and nothing to do is noticed")
	void bareFrame() {
		Message sample = TemplateCatalogue.sample("customer-update", Locale.forLanguageTag("es"));

		Rendered bare = this.templates.render(sample, "Asunto\n[(${message})]", "mail/customer-update");

		assertThat(this.checks
			.check(new Letter("Su factura se revisa.",
					new Letter.Mail("Su factura se revisa.", "Ana Ruiz", "Norte",
							(String) sample.model().get("nextUpdateText"), false)))
			.findings()).extracting(Finding::kind)
			.containsExactly(Finding.Kind.NO_NAME, Finding.Kind.NO_DATE, Finding.Kind.NO_ACTION);
		assertThat(bare.text().strip()).startsWith("Su factura llega mañana.");
	}

	/** The whole mail as if somebody had written all of it. */
	private List<Finding> findings(String template, Message sample, Rendered mail) {
		return this.checks.check(new Letter(mail.subject() + "\n" + mail.text(),
				new Letter.Mail(mail.text(), sample.recipientName(), (String) sample.model().get("customer"),
						(String) sample.model().get("nextUpdateText"), LAST.contains(template))))
			.findings();
	}

	private static Stream<Arguments> everyTemplate() {
		return inBothLanguages(TemplateCatalogue.NAMES);
	}

	private static Stream<Arguments> letters() {
		return inBothLanguages(LETTERS);
	}

	private static Stream<Arguments> inBothLanguages(List<String> templates) {
		return templates.stream()
			.flatMap((template) -> Stream.of(arguments(template, Locale.forLanguageTag("es")),
					arguments(template, Locale.ENGLISH)));
	}

}
