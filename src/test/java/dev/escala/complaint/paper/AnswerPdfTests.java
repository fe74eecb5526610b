package dev.escala.complaint.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import dev.escala.complaint.information.ContactWays;
import dev.escala.notification.NotificationProperties;
import dev.escala.notification.NotificationProperties.CustomerCare;
import dev.escala.reference.CaseNumber;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@DisplayName("An answer on paper as PDF/A-2b (Ley 10/2025, art. 13.5)")
class AnswerPdfTests {

	private static final String SPANISH = """
			Esta es la resolución de su reclamación QUE-2026-000001: se acepta una parte.

			1. «Que me devuelvan el segundo cobro de 39,90 €.»
			Se acepta. El cobro del 27 de noviembre se lanzó dos veces: vuelve a su cuenta el jueves 10.

			2. «Que me paguen los intereses.»
			No se acepta. El dinero estuvo con nosotros trece días y su contrato no prevé intereses.
			Se apoya en: Condiciones generales, cláusula 7.

			Lo que recibe usted:
			- 39,90 € en su cuenta
			- Una cuota gratis

			Si no está de acuerdo, puede acudir a:
			- Junta Arbitral de Consumo. Dirección: la de su domicilio. Página: consumo.gob.es.

			Si falta algo o un dato no es correcto, llámenos o escríbanos: al final de esta carta tiene cómo.""";

	private static final NotificationProperties SENDER = new NotificationProperties("Teleco Sur",
			new CustomerCare("clientes@teleco.example"));

	private static final ContactWays WAYS = new ContactWays("900 000 111", "Calle Mayor 5, 28013 Madrid",
			"Plaza Nueva 1, Sevilla, de 9 a 14 h", "Madrid");

	private final AnswerPdf pdf = new AnswerPdf(SENDER, WAYS, "https://clientes.teleco.example/");

	@BeforeAll
	static void initialise() {
		VeraGreenfieldFoundryProvider.initialise();
	}

	@Test
	@DisplayName("has letterhead, date, addressee, the whole letter as it was read, and how to answer it without a computer")
	void spanish() throws Exception {
		byte[] file = print("spanish", this.pdf, facts(SPANISH, "es"));

		assertCompliant(file);
		String text = text(file);
		assertThat(text.replace("• ", "- ")).contains(flat(SPANISH));
		assertThat(text).contains("Teleco Sur Calle Mayor 5, 28013 Madrid 900 000 111 clientes@teleco.example",
				"Panadería Luna Lucía Luna Calle del Pez 12, 3.º B 28004 Madrid", "Madrid, 9 de diciembre de 2026",
				"Resolución de su reclamación QUE-2026-000001", "La presentó el 4 de diciembre de 2026.",
				"Hola, Lucía Luna:", "Atención al cliente de Teleco Sur", "Por teléfono: 900 000 111",
				"Por correo postal: Calle Mayor 5, 28013 Madrid", "En persona: Plaza Nueva 1, Sevilla",
				"https://clientes.teleco.example/seguimiento", "la clave que figura en su justificante", "Página 1 de ")
			.doesNotContain("correo:", "este correo", "null", "{0}", "??", "corchetes");
		try (PDDocument document = Loader.loadPDF(file)) {
			assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("es");
			assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Respuesta a QUE-2026-000001");
		}
	}

	@Test
	@DisplayName("says the same in English, to nobody by name, with the ways that are configured and no others")
	void english() throws Exception {
		AnswerPdf bare = new AnswerPdf(SENDER, new ContactWays(null, " ", null, null), "https://teleco.example");
		byte[] file = print("english", bare,
				new AnswerFacts(new CaseNumber("QUE-2026-000002"), "Granted & <paid>.\n\nWe are sorry 🧾.",
						Locale.ENGLISH, Instant.parse("2026-12-04T17:00:00Z"), Instant.parse("2026-12-09T23:30:00Z"),
						ZoneId.of("Europe/Madrid"), List.of("Thames Clinics"), null));

		assertCompliant(file);
		assertThat(text(file))
			.contains("Thames Clinics 10 December 2026 The decision on your complaint QUE-2026-000002",
					"You presented it on 4 December 2026.", "Hello, Everything you complain of",
					"Granted & <paid>. We are sorry [U+1F9FE RECEIPT].", "type the key from your receipt at",
					"By e-mail: clientes@teleco.example", "stand in brackets", "Page 1 of 1")
			.doesNotContain("null", "telephone:", "By post:", "In person:");
	}

	@Test
	@DisplayName("prints a long letter on as many pages as it needs, and cuts no word off")
	void longLetter() throws Exception {
		String letter = (SPANISH + "\n\n").repeat(6) + "x".repeat(300) + " fin.";
		byte[] file = print("long", this.pdf, facts(letter, "es"));

		assertCompliant(file);
		try (PDDocument document = Loader.loadPDF(file)) {
			assertThat(document.getNumberOfPages()).isGreaterThan(2);
		}
		String solid = text(file).replaceAll("QUE-2026-000001 · Página \\d+ de \\d+", "")
			.replace("• ", "- ")
			.replaceAll("\\s+", "");
		assertThat(solid).contains(letter.replaceAll("\\s+", ""));
	}

	@Test
	@DisplayName("is not made without its text")
	void withoutText() {
		assertThatIllegalArgumentException().isThrownBy(() -> facts(" \n", "es"));
	}

	private static AnswerFacts facts(String text, String language) {
		return new AnswerFacts(new CaseNumber("QUE-2026-000001"), text, Locale.forLanguageTag(language),
				Instant.parse("2026-12-04T17:00:00Z"), Instant.parse("2026-12-09T09:00:00Z"),
				ZoneId.of("Europe/Madrid"),
				List.of("Panadería Luna", "Lucía Luna", "Calle del Pez 12, 3.º B", "28004 Madrid"), "Lucía Luna");
	}

	/** Leaves it for whoever wants to look at it. */
	private static byte[] print(String name, AnswerPdf pdf, AnswerFacts facts) throws IOException {
		byte[] file = pdf.print(facts);
		Path folder = Files.createDirectories(Path.of("target", "answers"));
		Files.write(folder.resolve(name + ".pdf"), file);
		return file;
	}

	private static void assertCompliant(byte[] file) throws Exception {
		try (PDFAParser parser = Foundries.defaultInstance()
			.createParser(new ByteArrayInputStream(file), PDFAFlavour.PDFA_2_B);
				PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_B, false)) {
			ValidationResult result = validator.validate(parser);
			assertThat(result.isCompliant()).as("%s", result.getTestAssertions()).isTrue();
			assertThat(result.getTotalAssertions()).isGreaterThan(100);
		}
	}

	private static String text(byte[] file) throws IOException {
		try (PDDocument document = Loader.loadPDF(file)) {
			PDFTextStripper stripper = new PDFTextStripper();
			stripper.setSortByPosition(true);
			return flat(stripper.getText(document));
		}
	}

	/** Where lines break, the layout decides. */
	private static String flat(String text) {
		return text.replaceAll("[\\s\u00A0]+", " ").strip();
	}

}
