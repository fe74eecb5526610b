package dev.escala.complaint.receipt;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

import dev.escala.complaint.key.ComplaintKey;
import dev.escala.complaint.receipt.ReceiptFacts.Answer;
import dev.escala.complaint.receipt.ReceiptFacts.Channel;
import dev.escala.complaint.receipt.ReceiptFacts.Due;
import dev.escala.complaint.receipt.ReceiptFacts.Kind;
import dev.escala.reference.CaseNumber;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@DisplayName("A receipt as PDF/A-2b (Ley 10/2025 art. 12)")
class ReceiptPdfTests {

	private static final String WORDS = """
			El 3 de noviembre me cobraron dos veces la cuota (39,90 € + 39,90 €) y llevo tres semanas llamando: \
			nadie me llama de vuelta.

			Quiero que me devuelvan el dinero y que me digan:
			  1) por qué pasó, y
			  2) qué harán para que no se repita.

			¿Es así como tratan a quien lleva diez años con ustedes? — Íñigo Muñoz-Güell""";

	private static final ComplaintKey KEY = ComplaintKey.read("2222-2222-2222-2222").orElseThrow();

	private final ReceiptPdf pdf = new ReceiptPdf("https://clientes.teleco.example/");

	@BeforeAll
	static void initialise() {
		VeraGreenfieldFoundryProvider.initialise();
	}

	@Test
	@DisplayName("says all that the customer must be able to prove, in Spanish")
	void spanish() throws Exception {
		byte[] file = print("spanish", facts(Kind.COMPLAINT, WORDS, "es"));

		assertCompliant(file);
		assertThat(text(file)).contains(flat(WORDS))
			.contains("Teleco Sur", "Justificante de su queja o reclamación", "QUE-2026-000001", KEY.toString(),
					"https://clientes.teleco.example/seguimiento", "Queja o reclamación",
					"Lunes 30 de noviembre de 2026, a las 18:05:09",
					"Hora de Europa central (Europe/Madrid, UTC+01:00)",
					"A más tardar, el martes 22 de diciembre de 2026", "Ley 10/2025, art. 17.1",
					"Correo electrónico: inigo@munoz.example", "Página 1 de 1")
			.doesNotContain("null", "??", "{0}", "#", "corchetes");
		assertDescribed(file, "es", "Justificante de QUE-2026-000001");
	}

	@Test
	@DisplayName("says the same in English, of a term of hours, without an address")
	void english() throws Exception {
		byte[] file = print("english",
				new ReceiptFacts(new CaseNumber("QUE-2026-000002"), Kind.INCIDENT,
						"The line is dead & \"nobody\" <cares>.", Instant.parse("2026-07-01T10:00:00Z"),
						ZoneId.of("America/Bogota"), KEY,
						new Due(Instant.parse("2026-07-01T12:00:00Z"), "Ley 10/2025, art. 17.2"),
						new Answer(Channel.PHONE, null), "Teleco & Hijos", Locale.ENGLISH));

		assertCompliant(file);
		assertThat(text(file)).contains("Teleco & Hijos", "Receipt for your incident",
				"The line is dead & \"nobody\" <cares>.", "Wednesday 1 July 2026, at 05:00:00",
				"Colombia Time (America/Bogota, UTC-05:00)", "By Wednesday 1 July 2026 at 07:00 at the latest",
				"Ley 10/2025, art. 17.2", "Telephone", "Page 1 of 1");
		assertDescribed(file, "en", "Receipt for QUE-2026-000002");
	}

	@Test
	@DisplayName("says no date while none can be told")
	void withoutDate() throws Exception {
		ReceiptFacts facts = facts(Kind.QUERY, "¿Cuándo?", "es");
		byte[] file = this.pdf.print(new ReceiptFacts(facts.number(), facts.kind(), facts.words(), facts.presentedAt(),
				facts.zone(), facts.key(), null, facts.answer(), facts.organisation(), facts.language()));

		assertThat(text(file)).contains("Justificante de su consulta", "¿Cuándo?")
			.doesNotContain("responderemos a", "A más tardar");
	}

	@Test
	@DisplayName("prints a long complaint on as many pages as it needs, each with its number, and cuts no word off")
	void longWords() throws Exception {
		String words = (WORDS + "\n").repeat(40) + "x".repeat(400) + " fin.";
		byte[] file = print("long", facts(Kind.COMPLAINT, words, "es"));

		assertCompliant(file);
		try (PDDocument document = Loader.loadPDF(file)) {
			int pages = document.getNumberOfPages();
			assertThat(pages).isGreaterThan(5);
			assertThat(text(file)).contains("Página 2 de " + pages, "Página " + pages + " de " + pages);
		}
		String solid = text(file).replaceAll("QUE-2026-000001 · Página \\d+ de \\d+", "").replaceAll("\\s+", "");
		assertThat(solid).contains(words.replaceAll("\\s+", ""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "✓ listo ☺ → ★", "Ελληνικά и кириллица", "Łódź, Þór, ŵ, ǆ, ỹ, ḷ·l", "½ ⅓ ≠ ∞ ∑",
			"„“”»« … ‰ № ₿ ₡ ₲", "a\u0301e\u0301 ya\u0301" })
	@DisplayName("prints signs that its letters lack with another face, and none of them as something else")
	void otherFace(String words) throws Exception {
		byte[] file = this.pdf.print(facts(Kind.COMPLAINT, words, "es"));

		assertCompliant(file);
		assertThat(text(file)).contains(java.text.Normalizer.normalize(words, java.text.Normalizer.Form.NFC))
			.doesNotContain("#", "[U+");
	}

	@Test
	@DisplayName("says by code and name what no face has or would print the wrong way round, and explains it")
	void named() throws Exception {
		byte[] file = print("named",
				facts(Kind.COMPLAINT, "Fue 🧾 en 東京, y me dijeron שלום. Ya está 👍🏽\uFE0F #1", "es"));

		assertCompliant(file);
		assertThat(text(file))
			.contains("Fue [U+1F9FE RECEIPT] en [U+6771 CJK UNIFIED IDEOGRAPHS 6771]",
					"me dijeron [U+05E9 HEBREW LETTER SHIN]", "[U+1F44D THUMBS UP SIGN]", "#1")
			.contains("figuran entre corchetes con su código y su nombre en Unicode");
	}

	@Test
	@DisplayName("keeps what a program would trip over out of the file, and fetches nothing")
	void hostile() throws Exception {
		String words = "a\u0000b\u0007c\u200Bd\u202Ee <img src=\"http://127.0.0.1:1/x\"/> ${7*7} [[${7*7}]] ]]> &amp; {0} __${1}__";
		byte[] file = this.pdf.print(facts(Kind.COMPLAINT, words, "es"));

		assertCompliant(file);
		assertThat(text(file))
			.contains("abcde <img src=\"http://127.0.0.1:1/x\"/> ${7*7} [[${7*7}]] ]]> &amp; {0} __${1}__");
	}

	@Test
	@DisplayName("says how to get the recording of the call, where there is one (Ley 10/2025 art. 12.1)")
	void recorded() throws Exception {
		ReceiptFacts plain = facts(Kind.COMPLAINT, WORDS, "es");
		assertThat(text(this.pdf.print(plain))).doesNotContain("Grabación");

		byte[] file = this.pdf.print(new ReceiptFacts(plain.number(), plain.kind(), plain.words(), plain.presentedAt(),
				plain.zone(), plain.key(), plain.due(), plain.answer(), plain.organisation(), plain.language(), true));

		assertThat(text(file)).contains("Grabación", "Pídanosla con este número y se la enviamos.");
	}

	@Test
	@DisplayName("is not made without the customer's words")
	void withoutWords() {
		assertThatIllegalArgumentException().isThrownBy(() -> facts(Kind.COMPLAINT, " \n", "es"));
	}

	private static ReceiptFacts facts(Kind kind, String words, String language) {
		return new ReceiptFacts(new CaseNumber("QUE-2026-000001"), kind, words, Instant.parse("2026-11-30T17:05:09Z"),
				ZoneId.of("Europe/Madrid"), KEY,
				new Due(Instant.parse("2026-12-22T23:00:00Z"), "Ley 10/2025, art. 17.1"),
				new Answer(Channel.EMAIL, "inigo@munoz.example"), "Teleco Sur", Locale.forLanguageTag(language));
	}

	/** Leaves it for whoever wants to look at it. */
	private byte[] print(String name, ReceiptFacts facts) throws IOException {
		byte[] file = this.pdf.print(facts);
		Path folder = Files.createDirectories(Path.of("target", "receipts"));
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

	private static void assertDescribed(byte[] file, String language, String title) throws IOException {
		try (PDDocument document = Loader.loadPDF(file)) {
			assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo(language);
			assertThat(document.getDocumentInformation().getTitle()).isEqualTo(title);
			assertThat(document.getDocumentInformation().getAuthor()).isNotBlank();
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
