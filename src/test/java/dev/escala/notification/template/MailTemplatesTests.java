package dev.escala.notification.template;

import java.io.File;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.escala.notification.Message;
import dev.escala.notification.NotificationProperties;
import dev.escala.notification.NotificationProperties.CustomerCare;
import dev.escala.notification.template.MailTemplates.Rendered;
import dev.escala.reference.CaseNumber;
import dev.escala.text.Storable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class MailTemplatesTests {

	private static final Locale SPANISH = Locale.forLanguageTag("es");

	private static final List<String> FOR_CUSTOMERS = List.of("customer-announcement", "customer-plan",
			"customer-plan-change", "customer-question", "customer-update", "customer-reply", "customer-apology",
			"customer-resolved", "customer-closed", "customer-rca", "customer-withdrawn", "customer-duplicate",
			"customer-promise", "customer-still-solved", "customer-received", "customer-complaint-receipt",
			"customer-decision", "customer-complaint-cure", "customer-complaint-judgement", "customer-complaint-ended",
			"customer-outage", "customer-quote");

	private static final List<String> INTERNAL = List.of("internal-announcement", "internal-breach",
			"internal-exception", "internal-task-force", "internal-more-parties", "internal-resolved",
			"internal-withdrawn", "internal-duplicate", "internal-findings", "internal-deadline-near",
			"internal-untouched", "internal-promise-near", "internal-request", "internal-reported",
			"internal-action-given", "internal-action-near", "internal-action-late", "internal-idea-late",
			"internal-reopened", "internal-merged", "internal-stand-in", "internal-complaint-term",
			"internal-call-back", "internal-complaint-hold");

	private static final String HOSTILE = "<script>alert('x')</script> & ${7*7} [[${number}]]";

	private final MailTemplates templates = new MailTemplates(
			new NotificationProperties("Teleco Sur", new CustomerCare("soporte@teleco.example")),
			new TemplateSources((file) -> Optional.empty()));

	@ParameterizedTest
	@MethodSource("everyTemplate")
	@DisplayName("A mail about which nothing is known is still a whole mail")
	void rendersAnEmptyModel(String template, Locale locale) {
		Rendered mail = this.templates.render(
				new Message(new CaseNumber("ESC-2026-000007"), "step", null, "ana@acme.es", template, locale, null));

		assertWhole(mail);
		assertThat(mail.text()).contains(locale == Locale.ENGLISH ? "Hello," : "Hola:");
	}

	@ParameterizedTest
	@MethodSource("everyTemplate")
	@DisplayName("Every value is shown as text, never as markup or as an expression")
	void rendersAFullModel(String template, Locale locale) {
		Map<String, Object> model = new HashMap<>();
		for (String key : List.of("customer", "subject", "severityLabel", "nextUpdateText", "resolutionText", "nowText",
				"ownerName", "message", "rcaText", "typeLabel", "groupName", "clockLabel", "dueText", "originalNumber",
				"reason", "formerText", "alternative", "heading", "intro", "expected", "kindLabel", "topicLabel",
				"requesterName", "customerDateText", "decisionNumber", "outcomeLabel", "decisionText", "conditions",
				"reasoning", "replyByText")) {
			model.put(key, key + " " + HOSTILE);
		}
		model.put("level", 2);
		model.put("sections", List.of(Map.of("title", "Hallazgos", "lines", List.of(HOSTILE), "more", 3)));
		model.put("link", "https://escala.example/x?a=1&b=2");

		Rendered mail = this.templates.render(new Message(new CaseNumber("ESC-2026-000007"), "step", "Ana Ruiz",
				"ana@acme.es", template, locale, model));

		assertThat(mail.html()).doesNotContain("<script").contains("&lt;script&gt;");
		assertThat(mail.text()).contains(HOSTILE);
		assertThat(mail.html()).contains("Ana Ruiz");
		assertThat(mail.text()).contains("Ana Ruiz");
		assertWhole(new Rendered(mail.subject().replace(HOSTILE, ""), mail.text().replace(HOSTILE, ""),
				mail.html().replace("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; ${7*7} [[${number}]]", "")));
	}

	@Test
	void writesEnglishToWhoReadsEnglishAndSpanishToEverybodyElse() {
		assertThat(subject("customer-plan", Locale.UK)).isEqualTo("ESC-2026-000007 · Our action plan: Red caída");
		assertThat(subject("customer-plan", Locale.FRANCE)).isEqualTo(subject("customer-plan", SPANISH))
			.isEqualTo("ESC-2026-000007 · Nuestro plan de acción: Red caída");
		assertThat(subject("customer-plan", null)).isEqualTo(subject("customer-plan", SPANISH));
		assertThat(subject("internal-resolved", Locale.UK)).startsWith("ESC-2026-000007 · Resolución verificada");
	}

	@Test
	@DisplayName("A text of several lines keeps its lines in both forms")
	void keepsLines() {
		Rendered mail = this.templates.render(new Message(new CaseNumber("ESC-2026-000007"), "plan", "Ana",
				"ana@acme.es", "customer-plan", SPANISH, Map.of("message", "1. Medir\n2. Cambiar")));

		assertThat(mail.text()).contains("1. Medir\n2. Cambiar");
		assertThat(mail.html()).contains(">1. Medir</p>", ">2. Cambiar</p>");
	}

	@Test
	@DisplayName("Only a web address becomes a link")
	void refusesALinkThatIsAScript() {
		Rendered mail = this.templates.render(new Message(new CaseNumber("ESC-2026-000007"), "x", "Ana", "ana@acme.es",
				"internal-breach", SPANISH, Map.of("link", "javascript:alert(1)")));

		assertThat(mail.html()).doesNotContain("javascript:", "Abrir el caso");
	}

	@Test
	void refusesATemplateThatDoesNotExist() {
		assertThatIllegalArgumentException().isThrownBy(() -> subject("customer-hello", SPANISH));
		assertThatIllegalArgumentException().isThrownBy(() -> subject("../application", SPANISH));
	}

	@Test
	@DisplayName("What PostgreSQL cannot store is left out")
	void leavesOutWhatCannotBeStored() {
		assertThat(Storable.storable("a\u0000b\uD83Dc\uD83D\uDE00")).isEqualTo("abc\uD83D\uDE00");
	}

	@Test
	@DisplayName("This test knows every template")
	void knowsEveryTemplate() {
		String[] texts = new File("src/main/resources/templates/mail").list((folder, name) -> name.endsWith(".txt"));

		assertThat(texts).hasSize(2 * FOR_CUSTOMERS.size() + INTERNAL.size());
	}

	private String subject(String template, Locale locale) {
		return this.templates
			.render(new Message(new CaseNumber("ESC-2026-000007"), "step", "Ana", "ana@acme.es", template, locale,
					Map.of("subject", "Red caída")))
			.subject();
	}

	private static void assertWhole(Rendered mail) {
		assertThat(mail.subject()).startsWith("ESC-2026-000007 · ").doesNotContain("null", "${", "[", "\n");
		assertThat(mail.text()).doesNotContain("null", "${", "[#", "[/", "[(", " th:", "\n\n\n").isNotBlank();
		assertThat(mail.html()).doesNotContain("null", "${", "[[", " th:", "xmlns", "<script", "…")
			.startsWith("<!DOCTYPE html>")
			.contains("Teleco Sur", "ESC-2026-000007")
			.endsWith("</html>\n");
	}

	private static Stream<Arguments> everyTemplate() {
		return Stream.concat(Stream.concat(FOR_CUSTOMERS.stream(), INTERNAL.stream()).map((t) -> arguments(t, SPANISH)),
				FOR_CUSTOMERS.stream().map((t) -> arguments(t, Locale.ENGLISH)));
	}

}
