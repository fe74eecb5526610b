package dev.escala.inbound;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.database.Row;
import dev.escala.escalation.Escalations;
import dev.escala.inbound.mailbox.MailboxPoller;
import dev.escala.inbound.mailbox.Pollers;
import dev.escala.matter.MatterNote;
import dev.escala.matter.MatterNotes;
import dev.escala.notification.Outbox;
import dev.escala.notification.OutboxMessage;
import dev.escala.notification.channel.Dispatcher;
import dev.escala.reference.CaseNumber;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.Forms;
import dev.escala.text.DateTexts;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** A real mailbox, a customer of its own and the ways to a case that they write about. */
@EscalaTest
abstract class InboundStory {

	static final String SUPPORT = "soporte@escala.example";

	private static final AtomicInteger COUNT = new AtomicInteger();

	@Autowired
	ProcessEngine engine;

	@Autowired
	Customers customers;

	@Autowired
	Escalations escalations;

	@Autowired
	private MatterNotes notes;

	@Autowired
	Outbox outbox;

	@Autowired
	Dispatcher dispatcher;

	@Autowired
	InboundProcessor processor;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Clock clock;

	@Autowired
	DateTexts dates;

	GreenMail server;

	GreenMailUser mailbox;

	CaseDriver people;

	String code;

	/** The address of the customer's person. */
	String ana;

	@BeforeEach
	void givenAMailboxPeopleAndACustomer() {
		this.server = new GreenMail(
				new ServerSetup[] { new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort(),
						new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP).dynamicPort() });
		this.server.start();
		this.mailbox = this.server.setUser(SUPPORT, "soporte", "clave-del-buzon");
		forgetMails();
		this.people = new CaseDriver(this.engine);
		this.people.staff();
		this.code = "INB" + COUNT.incrementAndGet();
		this.ana = "ana@" + this.code.toLowerCase(Locale.ROOT) + ".example";
		customer(this.code, this.ana);
	}

	@AfterEach
	void stopTheServer() {
		this.server.stop();
		forgetMails();
		ClockUtil.reset();
	}

	private void forgetMails() {
		this.jdbc.sql("TRUNCATE inbound_mail, inbound_mailbox, inbound_unread, undeliverable_address CASCADE").update();
	}

	Customer customer(String code, String email) {
		return this.customers.create(new SaveCustomer(code, "Empresa " + code, Tier.STANDARD, "es",
				List.of(new Customer.Contact("Ana", email, null, true)), List.of()));
	}

	InboundProperties settings() {
		return settings("clave-del-buzon", this.server.getImap().getPort());
	}

	static InboundProperties settings(String password, int port) {
		return settings(password, port, Duration.ofSeconds(5), Duration.ofMinutes(1));
	}

	/** A look in which each wait, and all of it together, takes so long at most. */
	static InboundProperties settings(String password, int port, Duration timeout, Duration limit) {
		return new InboundProperties("127.0.0.1", port, "imap", false, "soporte", password, "INBOX", "Escala",
				Duration.ofSeconds(30), timeout, limit, DataSize.ofMegabytes(1), DataSize.ofMegabytes(1), 20, null, 30);
	}

	MailboxPoller node() {
		return Pollers.node(settings(), this.jdbc, this.clock);
	}

	/** Fetches what is in the mailbox and treats it. */
	void fetch() {
		node().poll();
		this.processor.run();
	}

	/** A case of the customer. */
	CaseNumber reported() {
		return this.people.report("agente", Forms.with(Forms.report(this.code), "impact", "LOW", "urgency", "LOW"));
	}

	/** A case that somebody owns and of which the customer was told by mail. */
	CaseNumber announced() {
		CaseNumber number = reported();
		this.people.complete(number, "tecnologia", "userTask_takeOver", Forms.takeOver());
		this.people.run(number, "serviceTask_announceEscalation");
		this.dispatcher.run();
		return number;
	}

	/** The mail that told the customer. */
	OutboxMessage told(CaseNumber number) {
		return this.outbox.messages(number)
			.stream()
			.filter((one) -> one.recipient().equals(this.ana))
			.findFirst()
			.orElseThrow();
	}

	/** The Message-ID of a mail of ours. */
	static String idOf(OutboxMessage message) {
		return "<escala-outbox-" + message.id() + "." + message.caseNumber() + "@escala.example>";
	}

	/** Sends a mail over SMTP as a customer's program does. */
	void send(String from, String subject, String text, String... headers) {
		try {
			Properties settings = new Properties();
			settings.setProperty("mail.smtp.host", "127.0.0.1");
			settings.setProperty("mail.smtp.port", String.valueOf(this.server.getSmtp().getPort()));
			MimeMessage mail = new MimeMessage(Session.getInstance(settings));
			mail.setFrom(new InternetAddress(from, false));
			mail.setRecipient(Message.RecipientType.TO, new InternetAddress(SUPPORT));
			mail.setSubject(subject, "UTF-8");
			mail.setText(text, "UTF-8");
			for (int i = 0; i < headers.length; i += 2) {
				mail.setHeader(headers[i], headers[i + 1]);
			}
			Transport.send(mail);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Puts a mail into the mailbox as it is. */
	void deliver(String source) {
		try {
			this.mailbox.deliver(new MimeMessage(Session.getInstance(new Properties()),
					new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8))));
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A report of a mail server on a mail of ours, by the standard (RFC 3464). */
	static CaseNumber report(String action, String recipient, String status, String said, String id) {
		return new CaseNumber("Return-Path: <>\r\nFrom: postmaster@mx.example\r\nSubject: Delivery Status\r\n"
				+ "Content-Type: multipart/report; report-type=delivery-status; boundary=x\r\n\r\n--x\r\n\r\n"
				+ "No llegó.\r\n--x\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n"
				+ "Final-Recipient: rfc822; " + recipient + "\r\nAction: " + action + "\r\nStatus: " + status
				+ "\r\nDiagnostic-Code: " + said + "\r\n\r\n--x\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: "
				+ id + "\r\nSubject: Su caso\r\n\r\nHola\r\n--x--");
	}

	/** What became of the mails, oldest first. */
	List<InboundMail.Status> statuses() {
		return this.jdbc.sql("SELECT status FROM inbound_mail ORDER BY id")
			.query(String.class)
			.list()
			.stream()
			.map(InboundMail.Status::valueOf)
			.toList();
	}

	String why() {
		return this.jdbc.sql("SELECT why FROM inbound_mail ORDER BY id DESC LIMIT 1").query(String.class).single();
	}

	List<CaseNumber> suggestions() {
		return this.jdbc.sql("SELECT unnest(suggestions) AS number FROM inbound_mail ORDER BY id")
			.query(Row.as((row) -> row.caseNumber("number")))
			.list();
	}

	/** What the customer said in the case. */
	List<String> contacts(CaseNumber number) {
		return this.notes.notes(number)
			.stream()
			.filter((note) -> note.kind() == MatterNote.Kind.CONTACT)
			.map(MatterNote::text)
			.toList();
	}

	/** What happened in the case, as staff read it. */
	List<String> timeline(CaseNumber number) {
		return this.jdbc.sql("SELECT text FROM timeline_entry WHERE case_number = ? ORDER BY id")
			.param(number.value())
			.query(String.class)
			.list();
	}

}
