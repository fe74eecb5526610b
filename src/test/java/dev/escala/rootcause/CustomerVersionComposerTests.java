package dev.escala.rootcause;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import dev.escala.reference.CaseNumber;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The customer's version (001-31)")
class CustomerVersionComposerTests {

	private final CustomerVersionComposer composer = new CustomerVersionComposer();

	@Test
	@DisplayName("tells in Spanish what happened, why, what is done and when")
	void tellsTheWholeStoryInSpanish() {
		assertThat(compose(RootCauseAnalysisTests.account(), "es")).isEqualTo("""
				Usted merece saber qué ocurrió en su caso ESC-2026-000001, «La facturación no responde», por qué, y \
				qué cambia para que no se repita.

				QUÉ OCURRIÓ
				Su servicio se detuvo.

				POR QUÉ OCURRIÓ
				1. Un certificado caducó.
				2. El aviso no llegó a tiempo.

				QUÉ SE HA HECHO
				- Renovar el certificado (20 de noviembre de 2026).

				QUÉ SE VA A HACER
				- Avisar 30 días antes, como muy tarde el 1 de diciembre de 2026.

				QUÉ CAMBIA PARA USTED
				Los avisos van a una lista.

				Le pedimos disculpas: no debería haberle ocurrido. Gracias por su paciencia mientras se resolvía.

				Si algo no queda claro o prefiere que lo hablemos, responda a este mensaje y le atenderá \
				personalmente quien lleva su caso.""");
	}

	@Test
	@DisplayName("is framed in English for a customer who reads English")
	void speaksEnglish() {
		CustomerAccount account = account("The service stopped.", List.of("A certificate expired."), "Warn everyone",
				"Warnings go to a list.");

		assertThat(compose(account, "en")).startsWith("You deserve to know")
			.contains("WHY IT HAPPENED\n1. A certificate expired.\n\nWHAT WILL BE DONE\n")
			.contains("- Warn everyone, by 1 December 2026.")
			.contains("We are sorry")
			.doesNotContain("WHAT HAS BEEN DONE", "«", " el ", " de ");
	}

	@Test
	@DisplayName("does not run what a text contains as a template")
	void treatsTextAsText() {
		CustomerAccount account = account("[(${7*7})] & <b>[[${subject}]]</b>", List.of("Causa <&>"), "Acción",
				"Lección");

		assertThat(compose(account, "es")).contains("[(${7*7})] & <b>[[${subject}]]</b>").contains("1. Causa <&>.");
	}

	@Test
	@DisplayName("is looked through for names of our house, not for the customer's own departments (004-79)")
	void findsNamesOfOurHouse() {
		InternalNames names = new InternalNames(Stream.of("Ana Ruiz", "problemas", "Producto", null));

		assertThat(names.findings("ana ruiz, del equipo de Finanzas, lo avisó.")).containsExactly(
				"Menciona a «Ana Ruiz»: el cliente no debe leer nombres internos.",
				"Menciona «del equipo de Finanzas»: compruebe que no señala a un área nuestra.");
		assertThat(names.findings("Su departamento de compras tuvo problemas con el producto.")).isEmpty();
	}

	private String compose(CustomerAccount account, String language) {
		return this.composer.compose(account, new CaseNumber("ESC-2026-000001"), "La facturación no responde",
				language);
	}

	private static CustomerAccount account(String summary, List<String> causes, String action, String lessons) {
		return new CustomerAccount(summary, causes,
				List.of(new CustomerAccount.Action(action, LocalDate.of(2026, 12, 1), false)), lessons);
	}

}
