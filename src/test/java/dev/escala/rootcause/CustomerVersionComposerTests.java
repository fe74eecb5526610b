package dev.escala.rootcause;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The customer's version")
class CustomerVersionComposerTests {

	private final CustomerVersionComposer composer = new CustomerVersionComposer();

	@Test
	@DisplayName("tells in Spanish what happened, why, what we do and when, without who")
	void tellsTheWholeStoryInSpanish() {
		String text = compose(RootCauseAnalysisTests.analysis(), "es").text();

		assertThat(text).isEqualTo("""
				Buenos días, Marta López:

				Le escribimos para explicarle qué ocurrió en el caso ESC-2026-000001, «La facturación no responde», \
				por qué ocurrió y qué hacemos para que no se repita.

				QUÉ OCURRIÓ
				El servicio se detuvo.

				POR QUÉ OCURRIÓ
				1. El certificado caducó.
				2. Nadie recibió el aviso de caducidad.

				QUÉ HEMOS HECHO
				- Renovar el certificado (20 de noviembre de 2026).

				QUÉ VAMOS A HACER
				- Avisar 30 días antes, como muy tarde el 1 de diciembre de 2026.

				QUÉ HEMOS APRENDIDO
				Los avisos van a una lista y no a una persona.

				Lamentamos las molestias que le hemos causado y le pedimos disculpas. Le agradecemos su paciencia \
				mientras lo resolvíamos.

				Si algo no queda claro o quiere comentarlo con nosotros, responda a este mensaje indicando el número \
				ESC-2026-000001 y le atenderemos personalmente.""");
	}

	@Test
	@DisplayName("is framed in English for a customer who reads English")
	void speaksEnglish() {
		InternalAnalysis analysis = analysis("The service stopped.", List.of("A certificate expired."), "Warn everyone",
				"Warnings go to a list.");

		assertThat(compose(analysis, "en").text()).startsWith("Dear Marta López,")
			.contains("WHY IT HAPPENED\n1. A certificate expired.\n\nWHAT WE WILL DO\n")
			.contains("- Warn everyone, by 1 December 2026.")
			.contains("We are sorry")
			.doesNotContain("WHAT WE HAVE DONE", "«", " el ", " de ");
	}

	@Test
	@DisplayName("names nobody of ours and blames no department")
	void keepsInternalsInside() {
		InternalAnalysis analysis = analysis(
				"Por culpa del departamento de Tecnología se detuvo el servicio; Ana Ruiz lo avisó tarde.",
				List.of("El equipo de Finanzas no pagó la licencia por un descuido de luis gil.",
						"La culpa fue de la gerencia de producto."),
				"Pedir a Ana Ruiz que vigile", "Al área de Legal hay que preguntarle antes.");

		String text = compose(analysis, "es").text();

		assertThat(text).doesNotContainIgnoringCase("Ana Ruiz")
			.doesNotContainIgnoringCase("Luis Gil")
			.doesNotContain("Tecnología", "Finanzas", "Legal", "gerencia", "departamento")
			.doesNotContainPattern("(?i)\\bculpa")
			.doesNotContainIgnoringCase("descuido")
			.contains("no pagó la licencia por un error de nuestro equipo")
			.contains("Pedir a nuestro equipo que vigile");
		assertThat(wording().findings(text)).isEmpty();
	}

	@Test
	@DisplayName("keeps the customer's own departments and ordinary words")
	void keepsOrdinaryWords() {
		CustomerWording wording = new CustomerWording(List.of("problemas", "Producto"), "es");

		assertThat(wording.clean("Su departamento de compras tuvo problemas con el producto."))
			.isEqualTo("Su departamento de compras tuvo problemas con el producto.");
	}

	@Test
	@DisplayName("does not run what a text contains as a template")
	void treatsTextAsText() {
		InternalAnalysis analysis = analysis("[(${7*7})] & <b>[[${subject}]]</b>", List.of("Causa <&>"), "Acción",
				"Lección");

		assertThat(compose(analysis, "es").text()).contains("[(${7*7})] & <b>[[${subject}]]</b>")
			.contains("1. Causa <&>.");
	}

	@Test
	@DisplayName("is shortened at the ends of sentences until it fits")
	void shortensGracefully() {
		String longText = "Esta frase tiene cuarenta y tantos caracteres. ".repeat(80).strip();
		InternalAnalysis analysis = analysis(longText, List.of("Una causa corta."), "Actuar", longText);

		CustomerVersionComposer.Composed composed = compose(analysis, "es");

		assertThat(composed.shortened()).isTrue();
		assertThat(composed.text()).hasSizeLessThanOrEqualTo(4000)
			.contains("caracteres.\n\nPOR QUÉ OCURRIÓ")
			.contains("responda a este mensaje");
	}

	@Test
	@DisplayName("fits even when everything is as long as it may be")
	void fitsTheLargestAnalysis() {
		InternalAnalysis largest = new InternalAnalysis(new UserId("problemas"), Instant.EPOCH, "s".repeat(4000),
				Collections.nCopies(20, "c".repeat(500)),
				Collections.nCopies(20,
						new CorrectiveAction("a".repeat(500), "Ana Ruiz", LocalDate.of(2026, 9, 30), false)),
				"l".repeat(4000));

		for (String language : List.of("es", "en")) {
			CustomerVersionComposer.Composed composed = this.composer.compose(largest,
					new CaseNumber("ESC-2026-000001"), "n".repeat(200), "s".repeat(200), language, List.of());

			assertThat(composed.text()).hasSizeLessThanOrEqualTo(4000).contains("\n20. C");
			assertThat(composed.shortened()).isTrue();
		}
	}

	@Test
	@DisplayName("says what a person wrote into it about our house")
	void reportsWhatAPersonWrote() {
		assertThat(wording().findings("Ana Ruiz, del equipo de Finanzas, tuvo la culpa.")).containsExactly(
				"Menciona a «Ana Ruiz»: el cliente no debe leer nombres internos.",
				"Menciona «del equipo de Finanzas»: compruebe que no señala a un área nuestra.",
				"Dice «culpa»: suena a culpar a alguien.");
	}

	private CustomerVersionComposer.Composed compose(InternalAnalysis analysis, String language) {
		return this.composer.compose(analysis, new CaseNumber("ESC-2026-000001"), "Marta López",
				"La facturación no responde", language, List.of("Luis Gil"));
	}

	private static CustomerWording wording() {
		return new CustomerWording(List.of("Ana Ruiz", "Luis Gil"), "es");
	}

	private static InternalAnalysis analysis(String summary, List<String> causes, String action, String lessons) {
		return new InternalAnalysis(new UserId("problemas"), Instant.EPOCH, summary, causes,
				List.of(new CorrectiveAction(action, "Ana Ruiz", LocalDate.of(2026, 12, 1), false)), lessons);
	}

}
