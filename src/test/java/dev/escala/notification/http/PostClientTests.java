package dev.escala.notification.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import dev.escala.notification.http.Answer.Outcome;
import dev.escala.support.ScriptedHttpServer;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
@DisplayName("A post")
class PostClientTests {

	private static final Duration PATIENT = Duration.ofSeconds(20);

	private static final Duration IMPATIENT = Duration.ofMillis(700);

	private static final byte[] BODY = "{\"text\":\"ñ\"}".getBytes(StandardCharsets.UTF_8);

	private final Names names = new Names();

	@Test
	@DisplayName("arrives as it is, with its headers, and without cookies or wishes of the library")
	void arrives() throws IOException {
		try (ScriptedHttpServer server = new ScriptedHttpServer(); PostClient client = client(PATIENT)) {
			Answer answer = client.post(url(server, "/in?x=1"), Map.of("webhook-id", "msg_1"), BODY);

			assertThat(answer).isEqualTo(Answer.of(200, null, ""));
			assertThat(server.requests()).singleElement().satisfies((request) -> {
				assertThat(request.line()).isEqualTo("POST /in?x=1 HTTP/1.1");
				assertThat(request.body()).isEqualTo(BODY);
				assertThat(request.header("host")).isEqualTo("hooks.test:" + server.port());
				assertThat(request.header("content-type")).startsWith("application/json");
				assertThat(request.header("webhook-id")).isEqualTo("msg_1");
				assertThat(request.headers()).doesNotContainKeys("cookie", "accept-encoding", "upgrade", "expect",
						"authorization");
			});
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 301, 302, 303, 307, 308 })
	@DisplayName("follows no redirect: the other server never hears of it")
	void followsNothing(int status) throws IOException {
		try (ScriptedHttpServer other = new ScriptedHttpServer();
				ScriptedHttpServer server = new ScriptedHttpServer().answering(ScriptedHttpServer.status(status,
						new String[] { "Location: http://hooks.test:" + other.port() }));
				PostClient client = client(PATIENT)) {
			assertThat(client.post(url(server, "/"), Map.of(), BODY).status()).isEqualTo(status);
			assertThat(server.requests()).hasSize(1);
			assertThat(other.connections()).isZero();
		}
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "localhost", "127.0.0.1", "[::1]", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]", "0.0.0.0" })
	@DisplayName("does not reach this machine under any of its names")
	void refusesThisMachine(String host) throws IOException {
		try (ScriptedHttpServer server = new ScriptedHttpServer();
				PostClient client = new PostClient(new CheckedResolver(Set.of()), trustNobody(), PATIENT)) {
			Answer answer = client.post(URI.create("http://" + host + ":" + server.port() + "/"), Map.of(), BODY);

			assertThat(answer.outcome()).isEqualTo(Outcome.NOT_REACHED);
			assertThat(server.connections()).isZero();
		}
	}

	@ParameterizedTest
	@CsvSource({ "other.test, 127.0.0.1", "hooks.test, 169.254.169.254", "hooks.test, 8.8.8.8 169.254.169.254",
			"other.test, 8.8.8.8 10.0.0.1" })
	@DisplayName("goes nowhere where one address of the host is not allowed, also beside good ones")
	void refusesMixedHosts(String host, String addresses) throws Exception {
		try (PostClient client = client(PATIENT)) {
			this.names.answers.add(addresses.split(" "));

			Answer answer = client.post(URI.create("http://" + host + ":9/"), Map.of(), BODY);

			assertThat(answer.outcome()).isEqualTo(Outcome.NOT_REACHED);
			assertThat(answer.detail()).contains("es privada o está reservada");
		}
	}

	@Test
	@DisplayName("connects to the address that was checked, not to what the name means a moment later")
	void looksUpOnce() throws IOException {
		try (ScriptedHttpServer server = new ScriptedHttpServer(); PostClient client = client(PATIENT)) {
			this.names.answers.add(new String[] { "127.0.0.1" });
			this.names.answers.add(new String[] { "169.254.169.254" });

			Answer first = client.post(url(server, "/"), Map.of(), BODY);

			assertThat(first.status()).isEqualTo(200);
			assertThat(this.names.asked).isEqualTo(1);
			Answer second = client.post(url(server, "/"), Map.of(), BODY);
			assertThat(second.detail()).contains("169.254.169.254");
			assertThat(server.requests()).hasSize(1);
		}
	}

	@ParameterizedTest
	@CsvSource({ "SILENCE, IN_DOUBT", "DRIP, IN_DOUBT", "DRIPPING BODY, ANSWERED" })
	@DisplayName("ends at its deadline, however slowly the server talks")
	void endsAtTheDeadline(String behaviour, Outcome outcome) throws IOException {
		try (ScriptedHttpServer server = new ScriptedHttpServer().answering(behaviour);
				PostClient client = client(IMPATIENT)) {
			long before = System.nanoTime();

			Answer answer = client.post(url(server, "/"), Map.of(), BODY);

			assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
			assertThat(answer.outcome()).isEqualTo(outcome);
			assertThat(server.requests()).hasSize(1);
			if (outcome == Outcome.IN_DOUBT) {
				assertThat(answer.detail()).startsWith("no contestó del todo");
			}
		}
	}

	@Test
	@DisplayName("waits for no greeting for ever: a server that takes the call and says nothing has nothing")
	void silentBeforeTls() throws Exception {
		try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
				PostClient client = client(IMPATIENT)) {
			Answer answer = client.post(URI.create("https://hooks.test:" + silent.getLocalPort() + "/"), Map.of(),
					BODY);

			assertThat(answer.outcome()).isEqualTo(Outcome.NOT_REACHED);
			assertThat(answer.detail()).startsWith("no contestó del todo");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { ScriptedHttpServer.HANG_UP, ScriptedHttpServer.BABBLE, ScriptedHttpServer.FLOOD })
	@DisplayName("that came to no answer is in doubt, and is not sent a second time by the library")
	void inDoubt(String behaviour) throws IOException {
		try (ScriptedHttpServer server = new ScriptedHttpServer().answering(behaviour);
				PostClient client = client(PATIENT)) {
			Answer answer = client.post(url(server, "/"), Map.of(), BODY);

			assertThat(answer.outcome()).isEqualTo(Outcome.IN_DOUBT);
			assertThat(answer.detail()).isEqualTo("la conexión se cortó sin una respuesta que se entienda.");
			assertThat(server.requests()).hasSize(1);
			assertThat(server.connections()).isEqualTo(1);
		}
	}

	@Test
	@DisplayName("reaches nobody where nobody listens, or the name is none, and says so without the path")
	void reachesNobody() throws IOException {
		int port;
		try (ServerSocket socket = new ServerSocket(0)) {
			port = socket.getLocalPort();
		}
		try (PostClient client = client(PATIENT)) {
			Answer closed = client.post(URI.create("http://hooks.test:" + port + "/T0/secret"), Map.of(), BODY);
			assertThat(closed.outcome()).isEqualTo(Outcome.NOT_REACHED);
			assertThat(closed.detail()).isEqualTo("no acepta conexiones.");

			this.names.answers.add(new String[0]);
			assertThat(client.post(URI.create("http://hooks.test/T0/secret"), Map.of(), BODY).detail())
				.isEqualTo("no se encuentra su nombre en la red.");
		}
	}

	@Test
	@DisplayName("goes over TLS to a trusted server, and to no other")
	void tls(@TempDir Path folder) throws Exception {
		KeyStore keys = selfSigned(folder);
		try (ScriptedHttpServer server = new ScriptedHttpServer(tlsSocket(keys));
				PostClient trusting = new PostClient(new CheckedResolver(this.names, Set.of("hooks.test", "evil.test")),
						trusting(keys), PATIENT);
				PostClient client = client(PATIENT)) {
			String port = ":" + server.port() + "/";

			assertThat(client.post(URI.create("https://hooks.test" + port), Map.of(), BODY))
				.isEqualTo(Answer.none(false, "su certificado o su cifrado no es válido."));
			assertThat(trusting.post(URI.create("https://evil.test" + port), Map.of(), BODY).outcome())
				.isEqualTo(Outcome.NOT_REACHED);
			assertThat(server.requests()).isEmpty();
			assertThat(trusting.post(URI.create("https://hooks.test" + port), Map.of(), BODY).status()).isEqualTo(200);
			assertThat(server.requests()).hasSize(1);
		}
	}

	private PostClient client(Duration deadline) {
		return new PostClient(new CheckedResolver(this.names, Set.of("hooks.test")), trustNobody(), deadline);
	}

	private static URI url(ScriptedHttpServer server, String path) {
		return URI.create("http://hooks.test:" + server.port() + path);
	}

	private static SSLContext trustNobody() {
		try {
			return SSLContext.getDefault();
		}
		catch (java.security.NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static KeyStore selfSigned(Path folder) throws Exception {
		Path file = folder.resolve("keys.p12");
		Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=hooks.test", "-ext",
				"SAN=dns:hooks.test", "-storetype", "PKCS12", "-storepass", "changeit", "-keystore", file.toString())
			.redirectErrorStream(true)
			.start();
		assertThat(keytool.waitFor()).as(new String(keytool.getInputStream().readAllBytes())).isZero();
		KeyStore keys = KeyStore.getInstance("PKCS12");
		try (InputStream stream = Files.newInputStream(file)) {
			keys.load(stream, "changeit".toCharArray());
		}
		return keys;
	}

	private static ServerSocket tlsSocket(KeyStore keys) throws Exception {
		KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		own.init(keys, "changeit".toCharArray());
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(own.getKeyManagers(), null, null);
		return context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
	}

	private static SSLContext trusting(KeyStore keys) throws Exception {
		KeyStore certificates = KeyStore.getInstance("PKCS12");
		certificates.load(null);
		certificates.setCertificateEntry("server", keys.getCertificate("server"));
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(certificates);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, trust.getTrustManagers(), null);
		return context;
	}

	/**
	 * Names that mean what the test says, one answer after the other; else this machine.
	 */
	private static final class Names implements DnsResolver {

		private final List<String[]> answers = new ArrayList<>();

		private int asked;

		@Override
		public InetAddress[] resolve(String host) throws UnknownHostException {
			this.asked++;
			String[] answer = this.answers.isEmpty() ? new String[] { "127.0.0.1" } : this.answers.remove(0);
			InetAddress[] addresses = new InetAddress[answer.length];
			for (int i = 0; i < answer.length; i++) {
				addresses[i] = InetAddress.getByName(answer[i]);
			}
			return addresses;
		}

		@Override
		public String resolveCanonicalHostname(String host) {
			return host;
		}

	}

}
