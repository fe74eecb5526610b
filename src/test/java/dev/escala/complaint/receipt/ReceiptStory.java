package dev.escala.complaint.receipt;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import com.icegreen.greenmail.store.FolderException;
import dev.escala.complaint.key.ComplaintKey;
import dev.escala.complaint.key.ComplaintKeys;
import dev.escala.complaint.receipt.ReceiptFacts.Answer;
import dev.escala.complaint.receipt.ReceiptFacts.Channel;
import dev.escala.complaint.receipt.ReceiptFacts.Due;
import dev.escala.complaint.receipt.ReceiptFacts.Kind;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.notification.Outbox;
import dev.escala.notification.OutboxMessage;
import dev.escala.notification.channel.Dispatcher;
import dev.escala.reference.CaseNumber;
import dev.escala.support.CaseDriver;
import dev.escala.support.Forms;
import dev.escala.support.TestServices;
import dev.escala.tracking.TrackingLinks;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Matters with keys and receipts, on a Monday at eleven in Madrid. */
public abstract class ReceiptStory {

	protected static final Instant MONDAY = Instant.parse("2026-11-30T10:00:00Z");

	protected static final String WORDS = "Me cobraron dos veces la cuota de noviembre. ¿Me lo devuelven?";

	@LocalServerPort
	protected int port;

	@Autowired
	protected ProcessEngine engine;

	@Autowired
	protected ComplaintKeys keys;

	@Autowired
	protected ComplaintReceipts receipts;

	@Autowired
	protected Customers customers;

	@Autowired
	protected TrackingLinks links;

	@Autowired
	protected Outbox outbox;

	@Autowired
	protected Dispatcher dispatcher;

	@Autowired
	protected JdbcClient jdbc;

	protected TransactionTemplate transaction;

	protected CaseDriver people;

	@BeforeEach
	void givenPeopleAndCustomers(@Autowired PlatformTransactionManager transactions) throws FolderException {
		this.transaction = new TransactionTemplate(transactions);
		CaseDriver.travelTo(MONDAY);
		this.jdbc.sql("DELETE FROM outbox_message WHERE status = 'PENDING'").update();
		this.jdbc.sql("DELETE FROM counted_try").update();
		TestServices.mail().purgeEmailFromAllMailboxes();
		this.people = new CaseDriver(this.engine);
		this.people.staff();
		customer("JUSTES", "Talleres Íñigo", "es", "inigo@talleres.example");
		customer("JUSTEN", "Thames Clinics", "en", "jo@thames.example");
		customer("JUSTSIN", "Bar sin Correo", "es", null);
	}

	@AfterEach
	void presentTime() {
		ClockUtil.reset();
	}

	protected CaseNumber matter(String customer) {
		return this.people.report("agente", Forms.report(customer));
	}

	/** A matter with its key and its receipt, whose answer goes to that address. */
	protected Presented presented(String customer, String language, String address) {
		CaseNumber number = matter(customer);
		return this.transaction.execute((status) -> {
			ComplaintKey key = this.keys.issue(number);
			return new Presented(number, key, this.receipts.make(facts(number, key, language, address)));
		});
	}

	protected static ReceiptFacts facts(CaseNumber number, ComplaintKey key, String language, String address) {
		return new ReceiptFacts(number, Kind.COMPLAINT, WORDS, MONDAY, ZoneId.of("Europe/Madrid"), key,
				new Due(Instant.parse("2026-12-22T23:00:00Z"), "Ley 10/2025, art. 17.1"),
				new Answer(Channel.EMAIL, address), "Teleco Sur", Locale.forLanguageTag(language));
	}

	protected boolean send(CaseNumber number) {
		return this.transaction.execute((status) -> this.receipts.send(number));
	}

	/** What the customer's mail programs show, of receipts. */
	protected List<MimeMessage> receiptMails(CaseNumber number) {
		return Arrays.stream(TestServices.mail().getReceivedMessages())
			.filter((mail) -> subject(mail).matches(number + " · (Su justificante|Your receipt)"))
			.toList();
	}

	protected List<OutboxMessage> queued(CaseNumber number) {
		return this.outbox.messages(number)
			.stream()
			.filter((message) -> message.step().startsWith("receipt-"))
			.toList();
	}

	private static String subject(MimeMessage mail) {
		try {
			return mail.getSubject();
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void customer(String code, String name, String language, String email) {
		if (this.customers.findByCode(code).isEmpty()) {
			this.customers.create(new SaveCustomer(code, name, Tier.STANDARD, language,
					List.of(new Customer.Contact("Ana", email, "+34 600 000 000", true)), List.of()));
		}
	}

	/**
	 * A matter as the customer has it.
	 *
	 * @param key the key
	 * @param receipt the receipt
	 */
	public record Presented(CaseNumber number, ComplaintKey key, Receipt receipt) {
	}

}
