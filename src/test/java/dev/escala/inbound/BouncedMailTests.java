package dev.escala.inbound;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

import dev.escala.customer.Customer;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.customer.UndeliverableAddressRepository;
import dev.escala.inbound.InboundMail.Status;
import dev.escala.inbound.mail.MailParser;
import dev.escala.notification.Bounces;
import dev.escala.notification.NotificationProperties;
import dev.escala.notification.OutboxMessage;
import dev.escala.notification.OutboxQueueRepository;
import dev.escala.notification.ReturnPathProperties;
import dev.escala.notification.ReturnPaths;
import dev.escala.reference.CaseNumber;
import dev.escala.support.CaseDriver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A mail of ours that comes back counts as not delivered, and only then")
class BouncedMailTests extends InboundStory {

	@Autowired
	private UndeliverableAddressRepository undeliverable;

	@Autowired
	private InboundCardSections sections;

	@Autowired
	private Bounces bounces;

	@Autowired
	private NotificationProperties properties;

	@Autowired
	private OutboxQueueRepository repository;

	@Autowired
	private TransactionTemplate transaction;

	private CaseNumber number;

	private OutboxMessage sent;

	@BeforeEach
	void givenAMailThatWasSent() {
		this.number = announced();
		this.sent = told(this.number);
		assertThat(this.sent.status()).isEqualTo(OutboxMessage.Status.SENT);
	}

	@Test
	@DisplayName("A report by the standard marks message, address, card and timeline")
	void standard() {
		deliver(report("failed", this.ana, "5.1.1", "smtp; 550 5.1.1 User unknown", idOf(this.sent)).value());

		fetch();

		assertThat(statuses()).containsExactly(Status.BOUNCE);
		assertThat(told(this.number).status()).isEqualTo(OutboxMessage.Status.FAILED);
		assertThat(told(this.number).error())
			.isEqualTo("La dirección no existe. El servidor dijo: 550 5.1.1 User unknown");
		assertThat(this.undeliverable.undeliverable(customer())).singleElement()
			.satisfies((one) -> assertThat(one.address()).isEqualTo(this.ana));
		assertThat(timeline(this.number)).anyMatch((entry) -> entry.startsWith("No llegó el mensaje «"));
		assertThat(this.sections.sections(this.number, "userTask_executePlan")).singleElement()
			.satisfies((section) -> assertThat(section.text()).contains(this.ana, "La dirección no existe"));
	}

	@Test
	@DisplayName("A first notice that came back is no proof: somebody is asked to reach the customer")
	void firstNotice() {
		deliver(report("failed", this.ana, "5.1.1", "550 no", idOf(this.sent)).value());

		fetch();
		this.people.deliver();

		assertThat(this.jdbc.sql("SELECT state FROM first_notice WHERE message_id = ?")
			.param(this.sent.id())
			.query(String.class)
			.single()).isEqualTo("FAILED");
	}

	@Test
	@DisplayName("A relay that gives our mail another id is understood by case, subject and recipient together")
	void anotherId() {
		String relayed = report("failed", this.ana, "5.1.1", "smtp; 550 5.1.1 User unknown", "<0102@relay.example>")
			.value();
		deliver(relayed.replace("Subject: Su caso", "Subject: " + this.sent.subject()));
		deliver(relayed.replace("Subject: Su caso", "X-Escala-Loop: " + this.number));
		fetch();
		assertThat(statuses()).containsExactly(Status.WAITING, Status.WAITING);

		deliver(relayed.replace("Subject: Su caso", "X-Escala-Loop: " + this.number + "\r\nSubject: =?utf-8?B?"
				+ Base64.getEncoder().encodeToString(this.sent.subject().getBytes(StandardCharsets.UTF_8)) + "?="));
		fetch();

		assertThat(statuses()).endsWith(Status.BOUNCE);
		assertThat(told(this.number).status()).isEqualTo(OutboxMessage.Status.FAILED);
	}

	@Test
	@DisplayName("Words before the subject hide no mail of ours; of two mails it is the one with that subject")
	void changedSubject() {
		String relayed = report("failed", this.ana, "5.1.1", "smtp; 550 5.1.1 User unknown", "<0103@relay.example>")
			.value();
		deliver(relayed.replace("Subject: Su caso",
				"X-Escala-Loop: " + this.number + "\r\nSubject: =?utf-8?B?"
						+ Base64.getEncoder()
							.encodeToString(("[EXTERNO]  " + this.sent.subject()).getBytes(StandardCharsets.UTF_8))
						+ "?="));
		fetch();

		assertThat(statuses()).containsExactly(Status.BOUNCE);
		assertThat(told(this.number).status()).isEqualTo(OutboxMessage.Status.FAILED);
	}

	@Test
	@DisplayName("What comes back to a return path that we signed proves message and recipient, whatever it says; to any other, nothing")
	void returnPath() {
		ReturnPaths paths = new ReturnPaths(this.properties,
				new ReturnPathProperties(List.of("una-clave-de-treinta-y-dos-signos")), this.repository);
		BouncedMail reader = new BouncedMail(this.bounces, paths, this.outbox, this.customers, this.undeliverable);
		String path = paths.of(this.sent.id(), this.ana).orElseThrow();
		String forwarded = "From: postmaster@mx.example\r\nTo: %s\r\nSubject: Returned\r\n\r\n"
				+ "<eva@otra.example>: 550 5.1.1 no such user";
		int dash = path.indexOf('-') + 1;
		String forged = path.substring(0, dash) + (char) (path.charAt(dash) ^ 1) + path.substring(dash + 1);

		assertThat(taken(reader, forwarded.formatted(forged)).status()).isEqualTo(Status.WAITING);
		assertThat(told(this.number).status()).isEqualTo(OutboxMessage.Status.SENT);
		assertThat(taken(reader, forwarded.formatted(path)))
			.satisfies((verdict) -> assertThat(verdict.status()).isEqualTo(Status.BOUNCE))
			.satisfies((verdict) -> assertThat(verdict.caseNumber()).isEqualTo(this.number));
		assertThat(told(this.number).status()).isEqualTo(OutboxMessage.Status.FAILED);
		assertThat(told(this.number).error()).contains("550 5.1.1 no such user");
	}

	private Verdict taken(BouncedMail reader, String source) {
		return this.transaction
			.execute((status) -> reader.take(MailParser.parse(source.getBytes(StandardCharsets.UTF_8))));
	}

	@Test
	@DisplayName("Without a usable action the status decides; a mail that arrived is no late one, a complaint waits")
	void actions() {
		deliver(report("relayed", this.ana, "2.1.5", "smtp; 250 ok", idOf(this.sent)).value());
		fetch();
		assertThat(statuses()).containsExactly(Status.AUTOMATIC);
		assertThat(why()).contains("llegó");

		deliver("From: fbl@mx.example\r\nSubject: Complaint\r\nContent-Type: multipart/report; boundary=x; "
				+ "report-type=feedback-report\r\n\r\n--x\r\n\r\nAbuse\r\n--x\r\nContent-Type: message/feedback-report\r\n\r\n"
				+ "Feedback-Type: abuse\r\n--x\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: " + idOf(this.sent)
				+ "\r\n\r\nHola\r\n--x--");
		fetch();
		assertThat(statuses()).endsWith(Status.WAITING);
		assertThat(why()).contains("correo no deseado");
		assertThat(told(this.number).status()).isEqualTo(OutboxMessage.Status.SENT);

		deliver(report("unknown", this.ana, "5.2.1", "smtp; 550 no", idOf(this.sent)).value()
			.replace("message/delivery-status", "message/global-delivery-status"));
		fetch();
		assertThat(told(this.number).status()).isEqualTo(OutboxMessage.Status.FAILED);
	}

	@Test
	@DisplayName("A late mail is no lost mail")
	void delayed() {
		deliver(report("delayed", this.ana, "4.4.1", "smtp; 421 try later", idOf(this.sent)).value());
		deliver("From: MAILER-DAEMON@mx.example\r\nSubject: Warning\r\n\r\nThe mail " + idOf(this.sent) + " to "
				+ this.ana + " has been delayed. You do not need to resend it.");

		fetch();

		assertThat(statuses()).containsExactly(Status.AUTOMATIC, Status.AUTOMATIC);
		assertThat(told(this.number).status()).isEqualTo(OutboxMessage.Status.SENT);
		assertThat(this.undeliverable.undeliverable(customer())).isEmpty();
	}

	@Test
	@DisplayName("Servers that keep to no standard are understood where they name mail and recipient")
	void inWords() {
		deliver("From: Mail Delivery System <mailer-daemon@mx.example>\r\nSubject: Undelivered Mail Returned to Sender"
				+ "\r\n\r\n<" + this.ana
				+ ">: host mx said: 552 5.2.2 Mailbox full\r\n\r\n--- Original ---\r\nMessage-ID: " + idOf(this.sent));

		fetch();

		assertThat(statuses()).containsExactly(Status.BOUNCE);
		assertThat(told(this.number).error()).startsWith("El buzón del destinatario está lleno.").contains("552 5.2.2");
	}

	@Test
	@DisplayName("A forged report changes nothing: another recipient, another case, no such message")
	void forged() {
		deliver(report("failed", "otra@malo.example", "5.1.1", "550", idOf(this.sent)).value());
		deliver(report("failed", this.ana, "5.1.1", "550",
				idOf(this.sent).replace(this.number.value(), "ESC-2026-999999"))
			.value());
		deliver(report("failed", this.ana, "5.1.1", "550",
				idOf(this.sent).replace("outbox-" + this.sent.id(), "outbox-99999999"))
			.value());
		deliver("From: postmaster@" + this.code.toLowerCase(Locale.ROOT)
				+ ".example\r\nSubject: Hola\r\n\r\nSoy el cartero.");

		fetch();

		assertThat(statuses()).hasSize(4).containsOnly(Status.WAITING);
		assertThat(told(this.number).status()).isEqualTo(OutboxMessage.Status.SENT);
		assertThat(this.undeliverable.undeliverable(customer())).isEmpty();
	}

	@Test
	@DisplayName("A second report changes nothing more, and what a person decided since stays")
	void twice() {
		deliver(report("failed", this.ana, "5.1.1", "550 no", idOf(this.sent)).value());
		fetch();
		this.jdbc.sql("UPDATE outbox_message SET status = 'CANCELLED' WHERE id = ?").param(this.sent.id()).update();
		deliver(report("failed", this.ana, "5.1.1", "550 no, again", idOf(this.sent)).value());
		fetch();

		assertThat(statuses()).containsExactly(Status.BOUNCE, Status.BOUNCE);
		assertThat(told(this.number).status()).isEqualTo(OutboxMessage.Status.CANCELLED);
		assertThat(timeline(this.number)).filteredOn((entry) -> entry.startsWith("No llegó el mensaje")).hasSize(1);
	}

	@Test
	@DisplayName("A report that is faster than the answer of the mail server waits for it")
	void tooEarly() {
		this.jdbc.sql("UPDATE outbox_message SET status = 'SENDING' WHERE id = ?").param(this.sent.id()).update();
		deliver(report("failed", this.ana, "5.1.1", "550 no", idOf(this.sent)).value());
		fetch();
		assertThat(statuses()).containsExactly(Status.RECEIVED);

		this.jdbc.sql("UPDATE outbox_message SET status = 'SENT' WHERE id = ?").param(this.sent.id()).update();
		CaseDriver.travel(Duration.ofMinutes(2));
		this.processor.run();

		assertThat(told(this.number).status()).isEqualTo(OutboxMessage.Status.FAILED);
	}

	@Test
	@DisplayName("An address is good again when its customer writes from it or somebody writes it anew")
	void reachable() {
		this.undeliverable.mark(this.ana, "Llena.");
		send(this.ana, this.number.value(), "Aquí estoy.");
		fetch();
		assertThat(this.undeliverable.undeliverable(customer())).isEmpty();

		this.undeliverable.mark(this.ana, "Llena.");
		replaceAddress("otra@" + this.code.toLowerCase(Locale.ROOT) + ".example");
		assertThat(this.undeliverable.undeliverable(customer())).isEmpty();
		replaceAddress(this.ana);
		assertThat(this.undeliverable.undeliverable(customer())).isEmpty();
	}

	private void replaceAddress(String address) {
		this.customers.replace(new SaveCustomer(this.code, "Empresa " + this.code, Tier.STANDARD, "es",
				List.of(new Customer.Contact("Ana", address, null, true)), List.of()));
	}

	private Customer customer() {
		return this.customers.findByCode(this.code).orElseThrow();
	}

}
