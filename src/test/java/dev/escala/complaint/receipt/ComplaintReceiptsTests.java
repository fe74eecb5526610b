package dev.escala.complaint.receipt;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.escala.complaint.key.ComplaintKey;
import dev.escala.erasure.Erasure;
import dev.escala.notification.Attachments;
import dev.escala.notification.Message;
import dev.escala.notification.OutboxMessage;
import dev.escala.notification.OutboxMessage.Status;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.AtOnce;
import dev.escala.support.EscalaTest;
import dev.escala.timeline.Timeline;
import dev.escala.timeline.TimelineEntry;
import dev.escala.validation.ConflictException;
import dev.escala.validation.NotFoundException;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.IllegalTransactionStateException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EscalaTest
@DisplayName("Receipts of complaints (Ley 10/2025 art. 12)")
class ComplaintReceiptsTests extends ReceiptStory {

	@Autowired
	private Timeline timeline;

	@Autowired
	private Attachments attachments;

	@Autowired
	private Erasure erasure;

	@Test
	@DisplayName("A receipt is made once, with its matter or not at all, and the same bytes from then on")
	void once() throws Exception {
		CaseNumber number = matter("JUSTES");
		ComplaintKey key = this.transaction.execute((status) -> this.keys.issue(number));
		ReceiptFacts facts = facts(number, key, "es", null);
		assertThatThrownBy(() -> this.receipts.make(facts)).isInstanceOf(IllegalTransactionStateException.class);
		this.transaction.executeWithoutResult((status) -> {
			this.receipts.make(facts);
			status.setRollbackOnly();
		});
		assertThat(this.receipts.find(number)).isEmpty();
		assertThatThrownBy(() -> this.receipts.get(number)).isInstanceOf(NotFoundException.class);
		assertThatThrownBy(() -> send(number)).isInstanceOf(NotFoundException.class);

		List<Receipt> made = AtOnce.call(() -> make(facts), () -> make(facts), () -> make(facts));

		Receipt kept = this.receipts.get(number);
		assertThat(made).allSatisfy((receipt) -> assertThat(receipt.pdf()).isEqualTo(kept.pdf()));
		assertThat(kept.sha256())
			.isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(kept.pdf())));
		assertThat(kept.fileName()).isEqualTo("justificante-" + number + ".pdf");
		assertThat(text(kept.pdf())).contains(WORDS, key.toString(), number.value(), "Teleco Sur");
		assertThat(make(facts(number, key, "en", null)).pdf()).isEqualTo(kept.pdf());
	}

	@Test
	@DisplayName("Nobody changes a byte of it: the database compares it with its digest")
	void sealed() {
		CaseNumber number = presented("JUSTES", "es", null).number();

		assertThatThrownBy(() -> this.jdbc.sql(
				"UPDATE complaint_receipt SET pdf = set_byte(pdf, 1000, 1 + get_byte(pdf, 1000) % 2) WHERE case_number = ?")
			.param(number.value())
			.update()).isInstanceOf(DataIntegrityViolationException.class);
	}

	@Test
	@DisplayName("It goes by mail once, as the very file that is kept, beside words of people and the link to the page")
	void sent() throws Exception {
		Presented presented = presented("JUSTES", "es", null);
		CaseNumber number = presented.number();

		assertThat(send(number)).isTrue();
		assertThat(send(number)).isTrue();
		this.dispatcher.run();
		this.dispatcher.run();

		MimeMessage mail = single(number);
		assertThat(mail.getAllRecipients()).extracting(Object::toString)
			.containsExactly("Ana <inigo@talleres.example>");
		assertThat(file(mail)).isEqualTo(presented.receipt().pdf());
		BodyPart part = attachment(mail);
		assertThat(part.getFileName()).isEqualTo("justificante-" + number + ".pdf");
		assertThat(part.getContentType()).startsWith("application/pdf");
		assertThat(part.getDisposition()).isEqualTo("attachment");
		String text = this.jdbc.sql("SELECT text_body FROM outbox_message WHERE case_number = ? AND step = 'receipt-1'")
			.param(number.value())
			.query(String.class)
			.single();
		assertThat(text).contains("Hola, Ana:", "Adjunto va el justificante (PDF)", "/seguimiento/")
			.doesNotContain(presented.key().toString(), WORDS);
		assertThat(this.jdbc
			.sql("SELECT pg_column_size(outbox_message.*) FROM outbox_message WHERE case_number = ?"
					+ " AND step = 'receipt-1'")
			.param(number.value())
			.query(Integer.class)
			.single()).as("the file is not doubled").isLessThan(presented.receipt().pdf().length / 2);
	}

	@Test
	@DisplayName("It goes where the customer wants the answer, in the language of the complaint; there without a link")
	void chosenAddress() throws Exception {
		Presented presented = presented("JUSTES", "en", "otra@correo.example");

		send(presented.number());
		this.dispatcher.run();

		MimeMessage mail = single(presented.number());
		assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly("otra@correo.example");
		assertThat(mail.getSubject()).isEqualTo(presented.number() + " · Your receipt");
		assertThat(attachment(mail).getFileName()).isEqualTo("receipt-" + presented.number() + ".pdf");
		assertThat(this.jdbc.sql("SELECT text_body FROM outbox_message WHERE case_number = ? AND step = 'receipt-1'")
			.param(presented.number().value())
			.query(String.class)
			.single()).doesNotContain("/seguimiento/");
	}

	@Test
	@DisplayName("Where there is no address nothing is queued, and who sends it again is told what to do")
	void withoutAddress() {
		CaseNumber number = presented("JUSTSIN", "es", null).number();

		assertThat(send(number)).isFalse();

		assertThat(queued(number)).isEmpty();
		assertThatThrownBy(() -> this.receipts.resend(number, new UserId("agente")))
			.isInstanceOf(ConflictException.class)
			.hasMessageContaining("No hay ninguna dirección de correo");
	}

	@Test
	@DisplayName("It is sent again as often as somebody wants it, the same bytes, and the matter tells who wanted that")
	void again() throws Exception {
		Presented presented = presented("JUSTES", "es", null);
		send(presented.number());

		this.receipts.resend(presented.number(), new UserId("agente"));
		this.receipts.resend(presented.number(), new UserId("agente"));
		this.dispatcher.run();

		List<MimeMessage> mails = receiptMails(presented.number());
		assertThat(mails).hasSize(3);
		for (MimeMessage mail : mails) {
			assertThat(file(mail)).isEqualTo(presented.receipt().pdf());
		}
		assertThat(this.timeline.entries(presented.number())).extracting(TimelineEntry::text)
			.contains("Envió otra vez el justificante a inigo@talleres.example.");
	}

	@Test
	@DisplayName("A mail whose file is gone is kept as failed with the reason, before it is queued and when it leaves")
	void fileGone() {
		Presented presented = presented("JUSTES", "es", null);
		send(presented.number());
		this.jdbc.sql("DELETE FROM complaint_receipt WHERE case_number = ?").param(presented.number().value()).update();

		this.dispatcher.run();

		assertThat(queued(presented.number())).singleElement().satisfies((message) -> {
			assertThat(message.status()).isEqualTo(Status.FAILED);
			assertThat(message.attempts()).isEqualTo(1);
			assertThat(message.error()).contains("El archivo adjunto ya no existe.");
		});
		assertThat(receiptMails(presented.number())).isEmpty();
		assertThat(this.attachments.find("complaint-receipt/" + presented.number())).isEmpty();
		assertThat(this.attachments.find("nobody/1")).isEmpty();
		add(presented.number(), "nobody/1");
		assertThat(this.outbox.find(presented.number(), "file", "ana@talleres.example")).get()
			.extracting(OutboxMessage::status, OutboxMessage::error)
			.containsExactly(Status.FAILED, "El archivo adjunto ya no existe.");
	}

	@Test
	@DisplayName("Whoever is forgotten has no receipt any more, and it is not sent")
	void erased() {
		Presented presented = presented("JUSTES", "es", "olvidada@correo.example");
		send(presented.number());
		Presented other = presented("JUSTES", "es", null);

		assertThat(this.erasure.erase("Olvidada@correo.example", Set.of(), "operadora").gone())
			.containsEntry("Justificantes de reclamaciones de la persona", 1);
		this.dispatcher.run();

		assertThat(receiptMails(presented.number())).isEmpty();
		assertThat(this.receipts.find(presented.number())).isEmpty();
		assertThat(this.receipts.find(other.number())).isPresent();
	}

	private void add(CaseNumber number, String attachment) {
		this.transaction.executeWithoutResult((status) -> this.outbox.add(new Message(number, "file", "Ana",
				"ana@talleres.example", "customer-complaint-receipt", Locale.ENGLISH, Map.of())
			.with(attachment)));
	}

	private Receipt make(ReceiptFacts facts) {
		return this.transaction.execute((status) -> this.receipts.make(facts));
	}

	private MimeMessage single(CaseNumber number) {
		List<MimeMessage> mails = receiptMails(number);
		assertThat(mails).as("%s", queued(number)).hasSize(1);
		assertThat(queued(number)).extracting(OutboxMessage::status).containsExactly(Status.SENT);
		return mails.get(0);
	}

	private static BodyPart attachment(MimeMessage mail) throws IOException, MessagingException {
		Multipart parts = (Multipart) mail.getContent();
		assertThat(parts.getCount()).isEqualTo(2);
		return parts.getBodyPart(1);
	}

	private static byte[] file(MimeMessage mail) throws IOException, MessagingException {
		return attachment(mail).getInputStream().readAllBytes();
	}

	private static String text(byte[] file) throws IOException {
		try (PDDocument document = Loader.loadPDF(file)) {
			return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
		}
	}

}
