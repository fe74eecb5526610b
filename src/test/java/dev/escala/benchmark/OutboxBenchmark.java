package dev.escala.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.escala.notification.Message;
import dev.escala.notification.Outbox;
import dev.escala.notification.channel.Dispatcher;
import dev.escala.reference.CaseNumber;
import dev.escala.support.EscalaTest;
import dev.escala.support.TestServices;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How many mails leave the outbox a second over three connections, each claimed and
 * written down by itself, beside a bare loop that hands as many of the same size to the
 * same server over one connection, and beside one that calls it for each.
 */
@EscalaTest
class OutboxBenchmark {

	private static final int MAILS = Integer.getInteger("benchmark.mails", 500);

	private static final int RUNS = 3;

	private static final int CONNECTIONS = 3;

	private static final int MAILS_OF_A_CASE = 10;

	@Autowired
	private Outbox outbox;

	@Autowired
	private Dispatcher dispatcher;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlatformTransactionManager transactions;

	@Test
	void measure() throws Exception {
		List<Double> kept = new ArrayList<>();
		List<Double> called = new ArrayList<>();
		dispatched();
		loop(true);
		for (int run = 0; run < RUNS; run++) {
			double ours = dispatched();
			double one = loop(true);
			double each = loop(false);
			kept.add(ours / one);
			called.add(ours / each);
			System.out.printf(Locale.ROOT, "mails a second: outbox %.0f, one connection %.0f, one for each %.0f%n",
					ours, one, each);
		}
		System.out.printf(Locale.ROOT, "outbox / one connection: %.2f; outbox / one for each: %.2f (medians of %d)%n",
				median(kept), median(called), RUNS);
	}

	private double dispatched() throws Exception {
		this.jdbc.sql("DELETE FROM outbox_message").update();
		TestServices.mail().purgeEmailFromAllMailboxes();
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
			for (int i = 0; i < MAILS; i++) {
				this.outbox.add(new Message(new CaseNumber("ESC-BENCH-" + i / MAILS_OF_A_CASE), "firstNotice", "Ana",
						"ana" + i + "@acme.es", "customer-announcement", Locale.forLanguageTag("es"),
						Map.of("customer", "Acme", "subject", "Conexión caída")));
			}
		});
		ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
		try {
			long start = System.nanoTime();
			int sent = 0;
			for (Future<Integer> one : threads
				.invokeAll(Collections.<Callable<Integer>>nCopies(CONNECTIONS, this.dispatcher::run))) {
				sent += one.get();
			}
			assertThat(sent).isEqualTo(MAILS);
			return MAILS * 1e9 / (System.nanoTime() - start);
		}
		finally {
			threads.shutdownNow();
		}
	}

	private double loop(boolean keep) throws Exception {
		MimeMessage sample = TestServices.mail().getReceivedMessages()[0];
		TestServices.mail().purgeEmailFromAllMailboxes();
		Session session = Session.getInstance(new Properties());
		long start = System.nanoTime();
		Transport transport = null;
		for (int i = 0; i < MAILS; i++) {
			if (transport == null) {
				transport = session.getTransport("smtp");
				transport.connect("127.0.0.1", TestServices.mail().getSmtp().getPort(), null, null);
			}
			MimeMessage mail = new MimeMessage(sample);
			mail.setRecipient(RecipientType.TO, new InternetAddress("ana" + i + "@acme.es"));
			transport.sendMessage(mail, mail.getAllRecipients());
			if (!keep) {
				transport.close();
				transport = null;
			}
		}
		if (transport != null) {
			transport.close();
		}
		return MAILS * 1e9 / (System.nanoTime() - start);
	}

	private static double median(List<Double> values) {
		return values.stream().sorted().toList().get(values.size() / 2);
	}

}
