package dev.escala.inbound;

import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import dev.escala.customer.Customer;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.inbound.InboundMail.Status;
import dev.escala.inbound.mailbox.MailboxPoller;
import dev.escala.inbound.mailbox.Pollers;
import dev.escala.reference.CaseNumber;
import dev.escala.support.Dovecot;
import dev.escala.support.Logged;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Mails that nobody can read hold up no other, fill no log and stay in no memory")
class MailFloodTests extends InboundStory {

	/** Of ten mails one that the server does not give, and one with an odd address. */
	private static final int UNREADABLE = 10;

	private static final int PEOPLE = 50;

	@Test
	@DisplayName("Forty mails, four of which the server does not give, come with one look")
	void few() throws Exception {
		flood(40);
	}

	@Test
	@DisplayName("A server that hangs up on every mail is what is wrong, not its mails, and they come when it is well")
	void every() throws Exception {
		CaseNumber number = reported();
		try (Dovecot server = Dovecot.start(); Logged said = Logged.below("dev.escala")) {
			Path folder = null;
			for (int i = 0; i < 20; i++) {
				Path file = server.deliver(mail(i, number));
				Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
				folder = file.getParent().resolveSibling("cur");
			}
			MailboxPoller node = Pollers.node(settings(Dovecot.PASSWORD, server.port()), this.jdbc, this.clock);

			assertThat(node.poll()).isFalse();

			assertThat(said.lines()).hasSize(6).last().asString().contains("cannot be read");
			try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
				for (Path file : files) {
					Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
				}
			}
			assertThat(node.poll()).isTrue();
			assertThat(statuses()).hasSize(20);
		}
	}

	@Test
	@Tag("thorough")
	@DisplayName("A thousand mails, a hundred of which the server does not give, hold up none")
	void many() throws Exception {
		long before = heap();

		Duration took = flood(1000);

		long after = heap();
		System.out.printf("heap %d MB before, %d MB after%n", before >> 20, after >> 20);
		assertThat(after - before).isLessThan(30 << 20);
		assertThat(took).isLessThan(Duration.ofMinutes(3));
	}

	private Duration flood(int mails) throws Exception {
		CaseNumber number = reported();
		List<Customer.Contact> contacts = new ArrayList<>(List.of(new Customer.Contact("Ana", this.ana, null, true)));
		IntStream.range(0, PEOPLE)
			.forEach((i) -> contacts.add(new Customer.Contact("Persona", address(i), null, false)));
		this.customers
			.replace(new SaveCustomer(this.code, "Empresa " + this.code, Tier.STANDARD, "es", contacts, List.of()));
		int unreadable = mails / UNREADABLE;
		try (Dovecot server = Dovecot.start(); Logged said = Logged.below("dev.escala")) {
			for (int i = 0; i < mails; i++) {
				var file = server.deliver(mail(i, number));
				if (i % UNREADABLE == UNREADABLE / 2) {
					Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
				}
			}
			MailboxPoller node = Pollers.node(
					settings(Dovecot.PASSWORD, server.port(), Duration.ofSeconds(10), Duration.ofMinutes(2)), this.jdbc,
					this.clock);

			long begin = System.nanoTime();
			int looks = 0;
			while (readable() < mails - unreadable && looks < mails) {
				node.poll();
				looks++;
				while (this.processor.run() > 0) {
					assertThat(looks).isPositive();
				}
			}
			Duration took = Duration.ofNanos(System.nanoTime() - begin);
			for (int i = 0; i < 10 && statuses().size() < mails; i++) {
				assertThat(node.poll()).isTrue();
			}

			System.out.printf("%d mails, %d unreadable: %d looks, %d ms, %d log lines%n", mails, unreadable, looks,
					took.toMillis(), said.lines().size());
			assertThat(looks).isLessThanOrEqualTo(1 + mails / 200);
			assertThat(said.lines()).hasSizeLessThanOrEqualTo(unreadable + 5);
			assertThat(contacts(number)).hasSize(mails - unreadable).doesNotHaveDuplicates();
			assertThat(statuses()).hasSize(mails).filteredOn(Status.WAITING::equals).hasSize(unreadable);
			return took;
		}
	}

	private String address(int person) {
		return "persona" + person % PEOPLE + "@" + this.code.toLowerCase(Locale.ROOT) + ".example";
	}

	private byte[] mail(int i, CaseNumber number) {
		String odd = (i % UNREADABLE == 0) ? "Cc: Luis Gil\r\n" : "";
		return ("From: Persona <" + address(i) + ">\r\n" + odd + "Message-ID: <" + i + "@mail.example>\r\nSubject: "
				+ number + "\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nSigue sin llegar el camión " + i + ".")
			.getBytes(StandardCharsets.UTF_8);
	}

	private long readable() {
		return this.jdbc.sql("SELECT count(*) FROM inbound_mail WHERE status = 'CONTACT'").query(Long.class).single();
	}

	private static long heap() {
		System.gc();
		System.gc();
		Runtime runtime = Runtime.getRuntime();
		return runtime.totalMemory() - runtime.freeMemory();
	}

}
