package dev.escala.inbound;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.escala.clock.PauseMatter;
import dev.escala.clock.ServiceClock;
import dev.escala.clock.ServiceLevels;
import dev.escala.escalation.course.EndCase;
import dev.escala.inbound.InboundMail.Status;
import dev.escala.inbound.mailbox.Pollers;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.CaseDriver;
import dev.escala.support.Logged;
import jakarta.mail.Flags;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("What customers write by mail becomes a contact of their case, once, or waits for a person")
class InboundMailTests extends InboundStory {

	private static final String REPLY = "userTask_replyToContact";

	@Autowired
	private ServiceLevels serviceLevels;

	@Autowired
	private PauseMatter pauses;

	@Autowired
	private EndCase end;

	@Test
	@DisplayName("The answer to a mail of ours is a contact, starts the clock and gives the owner the reply")
	void answered() {
		CaseNumber number = announced();
		send("Ana <" + this.ana.toUpperCase(Locale.ROOT) + ">", "Re: su caso",
				"Sigue igual.\n\nEl lun, 23 nov 2026 a las 10:00, Escala escribió:\n> Hola\n", "In-Reply-To",
				idOf(told(number)));

		fetch();

		assertThat(statuses()).containsExactly(Status.CONTACT);
		assertThat(contacts(number)).containsExactly("Sigue igual.");
		assertThat(this.people.task(number, REPLY).getAssignee()).isEqualTo("tecnologia");
		assertThat(this.serviceLevels.find(number, ServiceClock.CONTACT_REPLY)).get()
			.matches((deadline) -> deadline.isOpen());
		assertThat(timeline(number)).filteredOn((entry) -> entry.contains("Sigue igual."))
			.singleElement()
			.asString()
			.contains("Contactó el cliente: Sigue igual.");
	}

	@Test
	@DisplayName("The case of a known sender is also found by its number and by its thread")
	void byNumberAndThread() {
		CaseNumber number = reported();
		CaseNumber other = reported();
		send(this.ana, "Sobre " + number.value().toLowerCase(Locale.ROOT), "Por número.");
		send(this.ana, "Re: caso", "Por hilo.", "References", "<otro@x> <escala-case." + other + "@escala.example>");

		fetch();

		assertThat(statuses()).containsExactly(Status.CONTACT, Status.CONTACT);
		assertThat(contacts(number)).containsExactly("Por número.");
		assertThat(contacts(other)).containsExactly("Por hilo.");
	}

	@Test
	@DisplayName("A stranger with the right number, or with the right id, waits for a person and changes nothing")
	void stranger() {
		CaseNumber number = announced();
		send("intruso@malo.example", "Re: " + number, "Soy el cliente.");
		send("\"" + this.ana + "\" <intruso@malo.example>", "Re: caso", "Yo también.", "In-Reply-To",
				idOf(told(number)));

		fetch();

		assertThat(statuses()).containsExactly(Status.WAITING, Status.WAITING);
		assertThat(suggestions()).containsExactly(number, number);
		assertThat(why()).contains("no es un contacto conocido");
		assertThat(contacts(number)).isEmpty();
		assertThat(this.people.tasks(number)).doesNotContain(REPLY);
	}

	@Test
	@DisplayName("A known customer who names another's case waits for a person")
	void othersCase() {
		CaseNumber number = reported();
		customer(this.code + "X", "luis@otra.example");
		send("luis@otra.example", "Re: " + number, "Cuéntenme.");

		fetch();

		assertThat(statuses()).containsExactly(Status.WAITING);
		assertThat(why()).contains("un caso de otro cliente");
		assertThat(contacts(number)).isEmpty();
		this.jdbc.sql("DELETE FROM customer WHERE code = ?").param(this.code + "X").update();
	}

	@Test
	@DisplayName("A colleague who answers a mail of ours is no customer")
	void colleague() {
		CaseNumber number = announced();
		var internal = this.outbox.messages(number)
			.stream()
			.filter((one) -> one.recipient().endsWith("@escala.example"))
			.findFirst()
			.orElseThrow();
		send(internal.recipient(), "Re: " + number, "Lo miro yo.", "In-Reply-To", idOf(internal));

		fetch();

		assertThat(statuses()).containsExactly(Status.WAITING);
		assertThat(why()).contains("alguien del equipo");
		assertThat(contacts(number)).isEmpty();
	}

	@Test
	@DisplayName("Without a number, the only open case is meant; of several, a person decides")
	void onlyOpenCase() {
		CaseNumber number = reported();
		send(this.ana, "Hola", "¿Cómo va?");
		fetch();
		CaseNumber second = reported();
		send(this.ana, "Hola", "¿Y ahora?");
		fetch();

		assertThat(statuses()).containsExactly(Status.CONTACT, Status.WAITING);
		assertThat(contacts(number)).containsExactly("¿Cómo va?");
		assertThat(suggestions()).containsExactly(number, second);
		assertThat(why()).contains("varios casos abiertos");
	}

	@Test
	@DisplayName("Who writes twice has two contacts, one clock and one reply")
	void twice() {
		CaseNumber number = reported();
		send(this.ana, number.value(), "Una.");
		send(this.ana, number.value(), "Dos.");

		fetch();

		assertThat(contacts(number)).containsExactly("Una.", "Dos.");
		assertThat(this.people.times(number, REPLY)).isEqualTo(1);
		assertThat(this.serviceLevels.deadlines(number)
			.stream()
			.filter((one) -> one.clock() == ServiceClock.CONTACT_REPLY)).hasSize(1);
	}

	@Test
	@DisplayName("A case that waited for the customer goes on")
	void resumes() {
		CaseNumber number = announced();
		this.people.as("agente", () -> {
			this.pauses.pause(number, new UserId("agente"), "CUSTOMER", "Falta la factura.");
			return null;
		});
		send(this.ana, number.value(), "Aquí está.");

		fetch();

		assertThat(this.pauses.current(number)).isEmpty();
		assertThat(timeline(number)).contains("El cliente respondió: se reanudó el caso.");
	}

	@Test
	@DisplayName("An answer to a case that is over waits for a person, with the case beside it")
	void ended() {
		CaseNumber number = reported();
		this.end.withdraw(number, new UserId("agente"), "Ya no hace falta.");
		send(this.ana, "Re: " + number, "Vuelve a pasar.");

		fetch();

		assertThat(statuses()).containsExactly(Status.WAITING);
		assertThat(why()).contains("Ese caso ya terminó");
		assertThat(suggestions()).containsExactly(number);
	}

	@Test
	@DisplayName("A mail that was kept and not put away is fetched again by nobody")
	void crashBetweenKeepingAndPuttingAway() throws Exception {
		CaseNumber number = reported();
		send(this.ana, number.value(), "Una vez.");
		Pollers.keepOnly(settings(), this.jdbc, this.clock);
		this.processor.run();

		fetch();

		assertThat(statuses()).containsExactly(Status.CONTACT);
		assertThat(contacts(number)).containsExactly("Una vez.");
		assertThat(folder("INBOX")).isZero();
		assertThat(folder("Escala")).isEqualTo(1);
	}

	@Test
	@DisplayName("The same mail by two ways is one contact; another mail under its id is not lost")
	void duplicates() {
		CaseNumber number = reported();
		int way = 0;
		for (String text : List.of("Igual.", "Igual.", "Otra cosa.")) {
			deliver("Received: by mx" + (++way) + "\r\nFrom: " + this.ana + "\r\nSubject: " + number
					+ "\r\nMessage-ID: <uno@x>\r\n\r\n" + text);
		}

		fetch();

		assertThat(statuses()).containsExactly(Status.CONTACT, Status.DUPLICATE, Status.CONTACT);
		assertThat(contacts(number)).containsExactly("Igual.", "Otra cosa.");
	}

	@Test
	@DisplayName("A mail that somebody has read or marked in the mailbox is fetched all the same")
	void readByHand() throws Exception {
		CaseNumber number = reported();
		send(this.ana, number.value(), "Leído a mano.");
		var stored = this.server.getManagers().getImapHostManager().getInbox(this.mailbox).getMessages().get(0);
		stored.setFlag(Flags.Flag.SEEN, true);

		fetch();

		assertThat(contacts(number)).containsExactly("Leído a mano.");
	}

	@Test
	@DisplayName("Two nodes at once, whether fetching or treating, make one contact of one mail")
	void twoNodes() throws Exception {
		CaseNumber number = reported();
		for (int i = 0; i < 5; i++) {
			deliver("From: " + this.ana + "\r\nSubject: " + number + "\r\nMessage-ID: <m" + i + "@x>\r\n\r\nUno " + i);
			deliver("Received: again\r\nFrom: " + this.ana + "\r\nSubject: " + number + "\r\nMessage-ID: <m" + i
					+ "@x>\r\n\r\nUno " + i);
		}
		ExecutorService nodes = Executors.newFixedThreadPool(4);
		CountDownLatch start = new CountDownLatch(1);
		List<Future<?>> work = List.of(nodes.submit(() -> atOnce(start)), nodes.submit(() -> atOnce(start)),
				nodes.submit(() -> atOnce(start)), nodes.submit(() -> atOnce(start)));
		start.countDown();
		for (Future<?> one : work) {
			one.get();
		}
		fetch();

		assertThat(statuses()).hasSize(10).doesNotContain(Status.RECEIVED, Status.WAITING);
		assertThat(contacts(number)).hasSize(5).doesNotHaveDuplicates();
		nodes.shutdown();
	}

	private Void atOnce(CountDownLatch start) throws InterruptedException {
		start.await();
		fetch();
		return null;
	}

	@Test
	@DisplayName("Whoever reads the case reads what a mail is that only a mail program opens, and where it is; an empty file says so")
	void sealed() {
		CaseNumber number = reported();
		deliver("From: " + this.ana + "\r\nSubject: " + number + "\r\nMessage-ID: <s@x>\r\nContent-Type: "
				+ "application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\r\n\r\nx");
		deliver("From: " + this.ana + "\r\nSubject: " + number + "\r\nMessage-ID: <v@x>\r\nContent-Type: "
				+ "multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nAdjunto.\r\n--x\r\nContent-Type: application/pdf; "
				+ "name=factura.pdf\r\n\r\n--x--");
		fetch();

		assertThat(contacts(number)).anyMatch((text) -> text.contains("S/MIME") && text.contains("/entrada"))
			.anyMatch((text) -> text.contains("factura.pdf (está vacío)"));
	}

	@Test
	@DisplayName("Absence notices, lists, receipts and our own mails start nothing")
	void automatic() {
		CaseNumber number = announced();
		String id = idOf(told(number));
		send(this.ana, "Respuesta automática: " + number, "Estoy de vacaciones.", "In-Reply-To", id);
		send(this.ana, number.value(), "Fuera.", "Auto-Submitted", "auto-replied");
		send(this.ana, number.value(), "Boletín.", "Precedence", "bulk");
		send(this.ana, number.value(), "Fuera.", "X-Autoreply", "yes");
		send(SUPPORT, number.value(), "Yo misma.");
		send(this.ana, number.value(), "Reenviado por una regla.", "X-Escala-Loop", number.value());
		deliver("From: " + this.ana + "\r\nSubject: Leído\r\nContent-Type: multipart/report; "
				+ "report-type=disposition-notification; boundary=x\r\n\r\n--x\r\n\r\nLeído\r\n--x\r\n"
				+ "Content-Type: message/disposition-notification\r\n\r\nDisposition: displayed\r\n--x--");

		fetch();

		assertThat(statuses()).hasSize(7).containsOnly(Status.AUTOMATIC);
		assertThat(contacts(number)).isEmpty();
		assertThat(this.people.tasks(number)).doesNotContain(REPLY);
	}

	@Test
	@DisplayName("Of a mail bomb, only so many reach the case; the others are held and nothing is lost")
	void bomb() {
		CaseNumber number = reported();
		for (int i = 0; i < 40; i++) {
			deliver("From: " + this.ana + "\r\nSubject: " + number + "\r\nMessage-ID: <b" + i + "@x>\r\n\r\nBomba "
					+ i);
		}

		fetch();

		assertThat(statuses()).hasSize(40);
		assertThat(contacts(number)).hasSize(30);
		assertThat(statuses().stream().filter((one) -> one == Status.HELD)).hasSize(10);
	}

	@Test
	@DisplayName("A mail that is too large still tells the case; a mail without anything readable waits")
	void tooLarge() {
		CaseNumber number = reported();
		deliver("From: " + this.ana + "\r\nSubject: " + number
				+ "\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nLe adjunto el disco.\r\n--x\r\n"
				+ "Content-Type: application/pdf; name=disco.pdf\r\n\r\n%PDF-" + "a".repeat(3_000_000) + "\r\n--x--");
		deliver("\r\n\r\n");

		fetch();

		assertThat(statuses()).containsExactly(Status.CONTACT, Status.WAITING);
		assertThat(contacts(number)).singleElement()
			.asString()
			.startsWith("Le adjunto el disco.")
			.contains("disco.pdf (el correo pasa de");
	}

	@Test
	@DisplayName("A mail that cannot be treated does not hold up the ones behind it, and ends with a person")
	void poison() {
		CaseNumber number = reported();
		send(this.ana, number.value(), "Veneno.");
		send(this.ana, number.value(), "Detrás.");
		node().poll();
		this.jdbc.sql("ALTER TABLE case_note ADD CONSTRAINT poison CHECK (text <> 'Veneno.')").update();
		try (Logged said = Logged.by(InboundProcessor.class)) {
			this.processor.run();
			assertThat(statuses()).containsExactly(Status.RECEIVED, Status.CONTACT);
			for (int i = 0; i < 6; i++) {
				CaseDriver.travel(Duration.ofMinutes(2));
				this.processor.run();
			}
			assertThat(said.lines()).hasSize(5)
				.allMatch((line) -> line.contains("violates check constraint \"poison\""));
		}
		finally {
			this.jdbc.sql("ALTER TABLE case_note DROP CONSTRAINT poison").update();
		}

		assertThat(statuses()).containsExactly(Status.WAITING, Status.CONTACT);
		assertThat(why()).isNotEmpty();
		assertThat(contacts(number)).containsExactly("Detrás.");
	}

	@Test
	@DisplayName("Markup in subject, name and text is text wherever staff read it")
	void markupIsText() {
		CaseNumber number = reported();
		send("\"<script>alert(1)</script>\" <" + this.ana + ">", "<img src=x onerror=alert(2)> " + number,
				"<b>hola</b>\0");

		fetch();

		assertThat(contacts(number)).containsExactly("<b>hola</b>");
	}

	@Test
	@DisplayName("The reply goes to the customer who wrote")
	void replied() {
		CaseNumber number = announced();
		send(this.ana, number.value(), "¿Hay novedades?");
		fetch();

		this.people.reply(number, "tecnologia", Map.of("replyMessage", "Lo tendrán mañana a las diez."));
		this.people.run(number, "serviceTask_sendMessage");

		assertThat(this.outbox.messages(number)).filteredOn((one) -> one.step().equals("reply-1"))
			.extracting((one) -> one.recipient())
			.containsExactly(this.ana);
	}

	private int folder(String name) {
		try {
			var folder = this.server.getManagers().getImapHostManager().getFolder(this.mailbox, name);
			return (folder == null) ? -1 : folder.getMessageCount();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
