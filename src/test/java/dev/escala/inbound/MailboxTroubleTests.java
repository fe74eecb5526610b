package dev.escala.inbound;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.escala.inbound.InboundMail.Status;
import dev.escala.inbound.mailbox.MailboxPoller;
import dev.escala.inbound.mailbox.Pollers;
import dev.escala.reference.CaseNumber;
import dev.escala.support.CaseDriver;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

@ExtendWith(OutputCaptureExtension.class)
@DisplayName("A mailbox that cannot be read is somebody's business, and stops nothing")
class MailboxTroubleTests extends InboundStory {

	private static final Duration SOON = Duration.ofSeconds(30);

	@Test
	@DisplayName("A wrong password is told at once, without the password, and goes away with it")
	void wrongPassword(CapturedOutput output) {
		InboundProperties wrong = settings("Secreta-y-equivocada-9", this.server.getImap().getPort());

		assertThat(Pollers.node(wrong, this.jdbc, this.clock).poll()).isFalse();

		assertThat(Pollers.health(wrong, this.jdbc, this.dates, this.clock).trouble()).get()
			.asString()
			.contains("no acepta el usuario o la contraseña", "escala.inbound")
			.doesNotContain("Secreta-y-equivocada-9");
		assertThat(output).doesNotContain("Secreta-y-equivocada-9");
		assertThat(wrong.toString()).doesNotContain("Secreta");
		assertThat(node().poll()).isTrue();
		assertThat(Pollers.health(wrong, this.jdbc, this.dates, this.clock).trouble()).isEmpty();
	}

	@Test
	@DisplayName("A server that is away is told after some minutes, and the mail comes when it is back")
	void away() throws Exception {
		InboundProperties settings;
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
			settings = settings("x", free.getLocalPort());
		}
		MailboxPoller node = Pollers.node(settings, this.jdbc, this.clock);
		assertTimeoutPreemptively(SOON, node::poll);
		assertThat(Pollers.health(settings, this.jdbc, this.dates, this.clock).trouble()).isEmpty();

		CaseDriver.travel(Duration.ofMinutes(6));
		assertThat(node.poll()).isFalse();

		assertThat(Pollers.health(settings, this.jdbc, this.dates, this.clock).trouble()).get()
			.asString()
			.contains("El servidor o la red fallan");
	}

	@Test
	@DisplayName("A server that says nothing, and one that drips, are left after their time")
	void hangingAndDripping() throws Exception {
		try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
			assertThat(impatientlyPolled(silent)).isFalse();
		}
		try (ServerSocket dripping = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
			Thread thread = new Thread(() -> drip(dripping), "dripping-mail-server");
			thread.setDaemon(true);
			thread.start();
			assertThat(impatientlyPolled(dripping)).isFalse();
		}
	}

	/** Each wait ends after a second, all of it after two. */
	private boolean impatientlyPolled(ServerSocket server) {
		InboundProperties settings = settings("x", server.getLocalPort(), Duration.ofSeconds(1), Duration.ofSeconds(2));
		return assertTimeoutPreemptively(SOON, () -> Pollers.node(settings, this.jdbc, this.clock).poll());
	}

	/** A byte now and then, so that no single wait is ever too long. */
	private static void drip(ServerSocket server) {
		try (Socket socket = server.accept(); OutputStream out = socket.getOutputStream()) {
			out.write("* OK ".getBytes(StandardCharsets.US_ASCII));
			while (!server.isClosed()) {
				out.write('x');
				out.flush();
				LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
			}
		}
		catch (IOException ex) {
			// The client hung up, as it should.
		}
	}

	@Test
	@DisplayName("A certificate that nobody vouches for is refused, and so is a server that does not encrypt")
	void certificates() {
		GreenMail secure = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS).dynamicPort());
		secure.start();
		secure.setUser(SUPPORT, "soporte", "clave-del-buzon");
		Thread.UncaughtExceptionHandler usual = Thread.getDefaultUncaughtExceptionHandler();
		// The server's own thread ends with a trace where a client hangs up.
		Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> assertThat(thread.getName()).contains("imaps"));
		try {
			assertThat(Pollers.node(encrypted("imaps", secure.getImaps().getPort()), this.jdbc, this.clock).poll())
				.isFalse();
			assertThat(failure()).contains("PKIX");
		}
		finally {
			secure.stop();
			Thread.setDefaultUncaughtExceptionHandler(usual);
		}

		assertThat(Pollers.node(encrypted("imap", this.server.getImap().getPort()), this.jdbc, this.clock).poll())
			.isFalse();
		assertThat(failure()).contains("STARTTLS");
	}

	@Test
	@DisplayName("While one node holds the mailbox no other looks into it; when it is dead another does")
	void lease() {
		CaseNumber number = reported();
		send(this.ana, number.value(), "Hola.");
		this.jdbc.sql(
				"INSERT INTO inbound_mailbox (name, holder, leased_until) VALUES (?, 'otro', now() + interval '1 hour')")
			.param(settings().mailbox())
			.update();

		assertThat(node().poll()).isFalse();
		assertThat(statuses()).isEmpty();
		CaseDriver.travel(Duration.ofHours(2));
		assertThat(node().poll()).isTrue();

		assertThat(statuses()).containsExactly(Status.RECEIVED);
	}

	private String failure() {
		return this.jdbc.sql("SELECT failure FROM inbound_mailbox").query(String.class).single();
	}

	private static InboundProperties encrypted(String protocol, int port) {
		return new InboundProperties("127.0.0.1", port, protocol, true, "soporte", "clave-del-buzon", "INBOX", "Escala",
				Duration.ofSeconds(30), Duration.ofSeconds(2), Duration.ofSeconds(4), DataSize.ofMegabytes(1),
				DataSize.ofMegabytes(1), 20, null, 30);
	}

}
