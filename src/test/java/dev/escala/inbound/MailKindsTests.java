package dev.escala.inbound;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

import dev.escala.customer.Customer;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.database.Row;
import dev.escala.inbound.InboundMail.Status;
import dev.escala.inbound.MailKinds.Kind;
import dev.escala.inbound.mailbox.Pollers;
import dev.escala.reference.CaseNumber;
import dev.escala.support.Dovecot;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Of forty kinds of mail each goes where it belongs, whole, and none is lost")
class MailKindsTests extends InboundStory {

	@Test
	@DisplayName("One of each kind")
	void oneOfEach() throws Exception {
		written(1);
	}

	@Test
	@Tag("thorough")
	@DisplayName("Ten of each kind, of twenty people, in seven shapes and four charsets")
	void tenOfEach() throws Exception {
		written(10);
	}

	private void written(int each) throws Exception {
		CaseNumber number = announced();
		List<String> people = IntStream.range(0, 20)
			.mapToObj((i) -> "persona" + i + "@" + this.code.toLowerCase(Locale.ROOT) + ".example")
			.toList();
		List<Customer.Contact> contacts = new ArrayList<>(List.of(new Customer.Contact("Ana", this.ana, null, true)));
		people.forEach((address) -> contacts.add(new Customer.Contact("Persona", address, null, false)));
		this.customers
			.replace(new SaveCustomer(this.code, "Empresa " + this.code, Tier.STANDARD, "es", contacts, List.of()));
		List<Kind> kinds = MailKinds.of(number, told(number));
		assertThat(kinds).hasSize(40).extracting(Kind::name).doesNotHaveDuplicates();
		Map<String, Kind> sent = new LinkedHashMap<>();
		List<byte[]> sources = new ArrayList<>();
		Random random = new Random(17);
		for (int i = 0; i < each * kinds.size(); i++) {
			Kind kind = kinds.get(i % kinds.size());
			String id = "m" + i;
			sent.put(id, kind);
			sources.add(kind.writing().write(new WrittenMail(random, people.get((i * 7 + i / 40) % 20), id)));
		}

		take(sources);

		Map<String, List<String>> wrong = new TreeMap<>();
		Map<Status, Integer> became = new TreeMap<>();
		this.jdbc.sql("SELECT uid, status, why, text FROM inbound_mail ORDER BY uid").query(Row.each((row) -> {
			Kind kind = kinds.get((int) ((row.longNumber("uid") - 1) % kinds.size()));
			Status status = row.constant("status", Status.class);
			became.merge(status, 1, Integer::sum);
			boolean whole = status != Status.CONTACT || row.text("text").contains(MailKinds.WORDS);
			if (status != kind.becomes() || !whole) {
				wrong.computeIfAbsent(kind.name(), (name) -> new ArrayList<>())
					.add(status + ": " + row.text("why") + " " + row.text("text"));
			}
		}));
		kinds.forEach((kind) -> System.out.printf("%-32s %3d of %d%n", kind.name(),
				each - wrong.getOrDefault(kind.name(), List.of()).size(), each));
		int in = became.values().stream().mapToInt(Integer::intValue).sum();
		System.out.println(in + " came in: " + became);
		assertThat(wrong).isEmpty();
		assertThat(in).isEqualTo(sources.size());
		assertThat(became.get(Status.CONTACT)).isEqualTo(contacts(number).size());
		assertThat(became.keySet()).containsExactlyInAnyOrder(Status.CONTACT, Status.WAITING, Status.AUTOMATIC,
				Status.BOUNCE);
	}

	/** Through Dovecot, or GreenMail where there is none. */
	private void take(List<byte[]> sources) throws Exception {
		if (!Dovecot.isInstalled()) {
			for (byte[] source : sources) {
				this.mailbox
					.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(source)));
			}
			treat(settings(), sources.size());
			return;
		}
		try (Dovecot server = Dovecot.start()) {
			sources.forEach(server::deliver);
			treat(settings(Dovecot.PASSWORD, server.port()), sources.size());
		}
	}

	private void treat(InboundProperties settings, int mails) {
		var node = Pollers.node(settings, this.jdbc, this.clock);
		for (int look = 0; look <= mails / 10 && statuses().size() < mails; look++) {
			node.poll();
		}
		while (this.processor.run() > 0) {
			assertThat(statuses()).isNotEmpty();
		}
	}

}
