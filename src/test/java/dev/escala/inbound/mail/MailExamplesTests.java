package dev.escala.inbound.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

import dev.escala.reference.CaseNumber;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Mails of each kind, with other senders, words and shapes, are read rightly")
class MailExamplesTests {

	private static final Ourselves OWN = new Ourselves("soporte@escala.example", "Escala");

	private static final String ANSWER = "From: Iria <iria@lonja.example>\nSubject: Re: x\nIn-Reply-To: "
			+ "<escala-outbox-7.ESC-2026-000013@escala.example>\nContent-Type: text/plain; charset=utf-8\n\n";

	@ParameterizedTest(name = "{index} {0}")
	@MethodSource
	@DisplayName("A person is one, and named as such, behind forms, groups, services and words of machines")
	void people(Example example) {
		ParsedMail mail = parsed(example.text());

		assertThat(MailOrigin.of(mail, OWN)).isEqualTo(MailOrigin.PERSON);
		assertThat(mail.sender()).isEqualTo(example.head());
	}

	static Stream<Example> people() throws IOException {
		return examples("people");
	}

	@ParameterizedTest(name = "{index} {0}")
	@MethodSource
	@DisplayName("Absences in nine languages, receipts, calendar replies and acknowledgements are machines'")
	void machines(Example example) {
		assertThat(MailOrigin.of(parsed(example.text()), OWN)).isEqualTo(MailOrigin.MACHINE);
	}

	static Stream<Example> machines() throws IOException {
		return examples("machines");
	}

	@ParameterizedTest(name = "{index} {0}")
	@MethodSource
	@DisplayName("What we wrote goes, nothing else does")
	void quotes(Example example) {
		assertThat(parsed(ANSWER + example.text()).text()).isEqualTo(example.result());
	}

	static Stream<Example> quotes() throws IOException {
		return examples("quotes");
	}

	@ParameterizedTest(name = "{index} {0}")
	@MethodSource
	@DisplayName("A report says what it was about, to whom, whether it is lost, and why in the server's words")
	void bounces(Example example) {
		ParsedMail mail = parsed(example.text());
		String[] expected = example.head().split(" ?\\| ?", -1);

		DeliveryReport report = DeliveryReport.of(mail);

		assertThat(MailOrigin.of(mail, OWN)).isEqualTo(MailOrigin.REPORT);
		assertThat(report.failure()).isEqualTo(expected[0].equals("failed") || expected[0].equals("both"));
		assertThat(report.delivered()).isEqualTo(expected[0].equals("delivered") || expected[0].equals("both"));
		if (report.failure()) {
			assertThat(report.failed()).contains(expected[2]);
			assertThat(report.diagnostic()).contains(expected[3]);
		}
		CaseNumber number = report.mails().isEmpty() ? report.returned().caseNumber()
				: report.mails().get(0).caseNumber();
		assertThat(number).hasToString("ESC-2026-000013");
	}

	static Stream<Example> bounces() throws IOException {
		return examples("bounces");
	}

	@ParameterizedTest(name = "{index} {0}")
	@MethodSource
	@DisplayName("A page reads as a person sees it")
	void pages(Example example) {
		assertThat(parsed("Content-Type: text/html; charset=utf-8\n\n" + example.text()).text())
			.isEqualTo(example.result());
	}

	static Stream<Example> pages() throws IOException {
		return examples("pages");
	}

	private static ParsedMail parsed(String mail) {
		return MailParser.parse(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8), false, OWN);
	}

	private static Stream<Example> examples(String name) throws IOException {
		try (InputStream file = MailExamplesTests.class.getResourceAsStream("/mails/" + name + ".txt")) {
			String all = new String(file.readAllBytes(), StandardCharsets.UTF_8);
			return Arrays.stream(all.split("(?m)^### ")).skip(1).map(MailExamplesTests::example);
		}
	}

	private static Example example(String block) {
		int line = block.indexOf('\n');
		String[] parts = block.substring(line + 1).split("(?m)^###=\n", 2);
		String text = parts[0].stripTrailing();
		return new Example(block.substring(0, line), text, (parts.length == 1) ? text : parts[1].stripTrailing());
	}

	/** A mail or a part of one, and what has to become of it. */
	record Example(String head, String text, String result) {

		@Override
		public String toString() {
			return this.head;
		}

	}

}
