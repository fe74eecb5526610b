package dev.escala.complaint.answer;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.escala.complaint.regime.Sector;
import dev.escala.letter.CustomerLetter;
import dev.escala.letter.CustomerLetter.Status;
import dev.escala.notification.channel.Dispatcher;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.EscalaTest;
import dev.escala.support.TestServices;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EscalaTest
@DisplayName("The letter with the decision of a complaint")
class DecisionLetterTests extends DecisionStory {

	private static final String REASON = "Las dos cuotas son de meses distintos: octubre y noviembre de 2026.";

	@Autowired
	private Dispatcher dispatcher;

	@Test
	@DisplayName("A refusal is read by somebody else, sent back, corrected where it was decided, and reaches the customer once (003-10, 004-58, 004-59, 004-60, 004-63, 004-64)")
	void sentBackThenSent() throws Exception {
		TestServices.mail().purgeEmailFromAllMailboxes();
		CaseNumber number = refused(REASON);
		long second = point(number, "Nadie cogió el teléfono");
		rule(number, second, PointRuling.GRANTED, "El 12 de noviembre llamó tres veces y nadie respondió.", null);

		send(number, OWNER,
				new DecisionFacts(LetterLanguage.ES, "es", Sector.TELECOM, true,
						List.of("Atención preferente durante un año"), null,
						"pídala en la página de su caso hasta el 1 de marzo.", null));

		assertThat(this.people.groups(number, READ)).containsExactly("supervisors");
		assertThat(letter(number).readingReason())
			.isEqualTo("Deniega algo de lo que se pide: lo lee antes Supervisión");
		read(number, "supervisor", false, "Diga el día de cada cuota.");
		String sentBack = letter(number).latest().text();
		assertThatThrownBy(() -> correct(number, sentBack.replace("octubre y noviembre de 2026", "de dos meses")))
			.hasMessageContaining("Falta lo decidido en «1. «Me cobraron dos veces»»");
		assertThatThrownBy(() -> correct(number, sentBack.replace("La empresa participa en su procedimiento.", "")))
			.hasMessageContaining("Falta dónde puede acudir el cliente: «Oficina de Atención al Usuario");
		assertThatThrownBy(() -> correct(number, sentBack.replace("La grabación: pídala", "Hay una grabación: pídala")))
			.hasMessageContaining("Falta cómo pedir la grabación");
		assertThatThrownBy(() -> correct(number, "Buenas noticias. " + sentBack))
			.hasMessageContaining("Empiece por lo que se decide");
		String better = REASON.replace("octubre y noviembre", "el 3 de octubre y el 3 de noviembre");
		rule(number, this.points.list(number).get(0).id(), PointRuling.REFUSED, better, LAW);
		assertThatThrownBy(() -> correct(number, sentBack)).hasMessageContaining(better);
		correct(number, sentBack.replace(REASON, better));
		read(number, "supervisor", true, null);
		this.people.run(number, SEND);
		this.dispatcher.run();
		this.dispatcher.run();

		List<MimeMessage> mails = Arrays.stream(TestServices.mail().getReceivedMessages())
			.filter((mail) -> subject(mail).startsWith(number + " · Resolución de su reclamación"))
			.toList();
		assertThat(mails).hasSize(1);
		assertThat(text(mails.get(0))).containsSubsequence("Hola, Ana Ruiz:",
				"Esta es la resolución de su reclamación " + number + ": se acepta una parte.",
				"1. «Me cobraron dos veces»", "No se acepta. " + better, "Se apoya en: " + LAW,
				"2. «Nadie cogió el teléfono»", "Se acepta. El 12 de noviembre", "Lo que recibe usted:",
				"- Atención preferente", "Si no está de acuerdo, puede acudir a:", "Junta Arbitral de Consumo",
				"La empresa no está adherida y no participará", "Oficina de Atención al Usuario de Telecomunicaciones",
				"La empresa participa en su procedimiento.", "La grabación: pídala", "responda a este correo")
			.doesNotContainIgnoringCase("ec.europa.eu")
			.doesNotContain("ODR");
		assertThat(letter(number).status()).isEqualTo(Status.SENT);
		assertThat(letter(number).versions()).extracting(CustomerLetter.Version::text)
			.containsExactly(sentBack, sentBack.replace(REASON, better));
		assertThatThrownBy(() -> point(number, "Otra cosa")).hasMessageContaining("ya está escrita");
	}

	private void correct(CaseNumber number, String text) {
		this.people.complete(number, OWNER.value(), CORRECT, Map.of("messageText", text));
	}

	@Test
	@DisplayName("What is granted in full names no body, is read by nobody else and comes in the language of the complaint")
	void grantedInEnglish() {
		CaseNumber number = granted("A technician comes on 3 December at ten.");

		send(number, OWNER, facts(LetterLanguage.EN, "es", null));
		this.people.run(number, SEND);

		assertThat(letter(number).status()).isEqualTo(Status.SENT);
		assertThat(letter(number).readers()).isNull();
		String mail = mail(number);
		assertThat(mail).contains("Hello Ana Ruiz,", "it is granted in full", "reply to this e-mail")
			.doesNotContain("turn to", "Hola", "Junta Arbitral");
	}

	@Test
	@DisplayName("Whoever wrote a refusal is not its reader (004-64)")
	void notByTheAuthor() {
		CaseNumber number = refused("El recibo de octubre es correcto: incluye 14 llamadas a números especiales.");
		this.decisions.send(number, new UserId("supervisor"), spanish(), DecisionLetter.Checks.NONE);

		assertThatThrownBy(() -> read(number, "supervisor", true, null)).hasMessageContaining("otra persona");
		assertThat(letter(number).status()).isEqualTo(Status.IN_READING);
	}

	@Test
	@DisplayName("A second decision on the same complaint is refused")
	void once() {
		CaseNumber number = refused("La avería del 4 de octubre se reparó en dos horas, a las 18:20.");
		send(number);

		assertThatThrownBy(() -> send(number)).hasMessage("La resolución de " + number + " ya está escrita.");
	}

	private String mail(CaseNumber number) {
		return this.jdbc.sql("SELECT text_body FROM outbox_message WHERE case_number = ? AND step = 'decision-1'")
			.param(number.value())
			.query(String.class)
			.single();
	}

	private static String subject(MimeMessage mail) {
		try {
			return mail.getSubject();
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String text(MimeMessage mail) throws Exception {
		Object content = mail.getContent();
		while (content instanceof MimeMultipart parts) {
			content = parts.getBodyPart(0).getContent();
		}
		return content.toString().replace("\r\n", "\n");
	}

}
