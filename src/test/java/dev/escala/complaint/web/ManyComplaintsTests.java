package dev.escala.complaint.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import dev.escala.complaint.course.ComplaintProgress;
import dev.escala.complaint.key.ComplaintKeys;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.CaseDriver;
import dev.escala.support.OtherSettings;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What the law's last day brings: everybody at once, and each more than once. */
@OtherSettings
@DisplayName("Fifty people complain at once behind the declared proxy")
class ManyComplaintsTests {

	/** As many as one connection presents at once, see {@link ComplaintPosts}. */
	private static final int AT_ONCE = 10;

	private static final String PROXY = "127.0.0.2";

	@LocalServerPort
	private int port;

	@Autowired
	private ComplaintKeys keys;

	@Autowired
	private ComplaintProgress progress;

	@Autowired
	private JdbcClient jdbc;

	/** Of this test's people: their mail's domain, and the net that they call from. */
	private String domain;

	private String net;

	private final AtomicLong slowest = new AtomicLong();

	@AfterEach
	void presentTime() {
		ClockUtil.reset();
	}

	@Test
	@DisplayName("Twenty complaints of two people, each sent twice: twenty numbers, keys and receipts, no doubles")
	void few() throws Exception {
		this.domain = "de-a-pocos.example";
		this.net = "203.0.113.";
		complainAtOnce(2, 1);
	}

	@Test
	@Tag("thorough")
	@DisplayName("A thousand complaints, each sent twice: a thousand numbers, keys and receipts, no doubles, and the limit is each address's own")
	void many() throws Exception {
		this.domain = "de-golpe.example";
		this.net = "198.51.100.";
		complainAtOnce(50, 2);
	}

	private void complainAtOnce(int people, int waves) throws Exception {
		List<Confirmed> confirmed = new ArrayList<>();
		long spent = 0;
		for (int wave = 0; wave < waves; wave++) {
			int first = wave * AT_ONCE;
			long begin = System.nanoTime();
			confirmed.addAll(atOnce(people, (person) -> {
				List<Confirmed> own = new ArrayList<>();
				for (int one = first; one < first + AT_ONCE; one++) {
					own.add(complain(person, one));
				}
				return own;
			}));
			spent += System.nanoTime() - begin;
			String eleventh = post(1, token(1), "Una más.");
			assertThat(eleventh).startsWith("HTTP/1.1 429");
			CaseDriver.travel(Duration.ofHours(2));
		}
		int wanted = people * AT_ONCE * waves;
		System.out.printf("Complaints: %d of %d people, each sent twice, in %.1f s; slowest answer %.2f s%n",
				confirmed.size(), people, spent / 1e9, this.slowest.get() / 1e9);

		assertThat(confirmed).hasSize(wanted);
		assertThat(distinct(confirmed.stream().map(Confirmed::number).toList())).hasSize(wanted);
		assertThat(distinct(confirmed.stream().map(Confirmed::key).toList())).hasSize(wanted);
		assertThat(confirmed)
			.allSatisfy((one) -> assertThat(this.keys.find(one.key(), one.number()).toString()).contains(one.number()));
		assertThat(count("complaint c", "c.number")).isEqualTo(wanted);
		assertThat(count("complaint_receipt r JOIN complaint c ON c.number = r.case_number", "r.digest"))
			.isEqualTo(wanted);
		assertThat(count("act_ru_execution e JOIN complaint c ON e.business_key_ = c.number", "e.business_key_"))
			.isEqualTo(wanted);

		confirmed
			.forEach((one) -> this.progress.withdraw(new CaseNumber(one.number()), UserId.CUSTOMER, "Era una prueba."));
	}

	/** Each form is sent again before its answer is looked at, as a double click does. */
	private Confirmed complain(int person, int one) {
		String token = token(person);
		String said = "Queja " + one + " de la persona " + person + ": no funciona.";
		String first = post(person, token, said);
		String second = post(person, token, said);
		assertThat(first).startsWith("HTTP/1.1 303");
		assertThat(second).startsWith("HTTP/1.1 303");
		String page = send(person, "GET", "/reclamar/" + token + "?lang=es", "");
		return new Confirmed(group("id=\"number\"[^>]*>([^<]+)<", page), group("id=\"key\"[^>]*>([^<]+)<", page));
	}

	private String token(int person) {
		return group("name=\"form\" value=\"([A-Za-z0-9_-]{43})\"", send(person, "GET", "/reclamar?lang=es", ""));
	}

	private String post(int person, String token, String said) {
		long begin = System.nanoTime();
		String answer = send(person, "POST", "/reclamar",
				"form=" + token + "&lang=es&website=&topic=OTHER&channel=MAIL&wish=" + "&phone=&region=&name="
						+ encoded("Persona " + person) + "&email=" + encoded(person + "@" + this.domain)
						+ "&description=" + encoded(said));
		this.slowest.accumulateAndGet(System.nanoTime() - begin, Math::max);
		return answer;
	}

	private interface Visit {

		List<Confirmed> of(int person) throws Exception;

	}

	private List<Confirmed> atOnce(int people, Visit visit) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(people);
		try {
			List<Confirmed> all = new ArrayList<>();
			List<Callable<List<Confirmed>>> visits = IntStream.rangeClosed(1, people)
				.mapToObj((person) -> (Callable<List<Confirmed>>) () -> visit.of(person))
				.toList();
			for (Future<List<Confirmed>> one : threads.invokeAll(visits)) {
				all.addAll(one.get());
			}
			return all;
		}
		finally {
			threads.shutdownNow();
		}
	}

	/** Java's own client cannot choose the address that it calls from. */
	private String send(int person, String method, String path, String body) {
		try (Socket socket = new Socket()) {
			socket.bind(new InetSocketAddress(InetAddress.getByName(PROXY), 0));
			socket.connect(new InetSocketAddress("127.0.0.1", this.port));
			byte[] content = body.getBytes(StandardCharsets.UTF_8);
			socket.getOutputStream()
				.write((method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + this.port
						+ "\r\nConnection: close\r\nX-Forwarded-For: " + this.net + person
						+ "\r\nX-Forwarded-Proto: https\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
						+ content.length + "\r\n\r\n" + body)
					.getBytes(StandardCharsets.UTF_8));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private int count(String from, String what) {
		return this.jdbc
			.sql("SELECT count(DISTINCT " + what + ") FROM " + from
					+ " JOIN customer_contact k ON k.customer_id = c.customer_id WHERE k.email LIKE '%@" + this.domain
					+ "'")
			.query(Integer.class)
			.single();
	}

	private static Set<String> distinct(List<String> all) {
		return new HashSet<>(all);
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private static String group(String regex, String text) {
		Matcher found = Pattern.compile(regex).matcher(text);
		assertThat(found.find()).as(regex + " in " + text).isTrue();
		return found.group(1).strip();
	}

	/** What somebody was shown. */
	private record Confirmed(String number, String key) {
	}

}
