package dev.escala.complaint.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.escala.complaint.Complaints;
import dev.escala.complaint.receipt.ReceiptStory;
import dev.escala.inbound.MatterFiles;
import dev.escala.support.StaffClient;
import dev.escala.timeline.Timeline;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody at the public page, with a program that sends forms as browsers do. */
abstract class ComplaintFormStory extends ReceiptStory {

	static final byte[] PNG = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13 };

	private static final String BOUNDARY = "----WebKitFormBoundary7MA4YWxk";

	@Autowired
	Complaints complaints;

	@Autowired
	MatterFiles files;

	@Autowired
	Timeline timeline;

	StaffClient visitor;

	@BeforeEach
	void givenAVisitor() {
		this.visitor = StaffClient.anonymous(this.port);
	}

	/** The page, and the token that it carries. */
	String token() {
		return token(this.visitor.send("GET", "/reclamar?lang=es").body());
	}

	static String token(String page) {
		Matcher token = Pattern.compile("name=\"form\" value=\"([A-Za-z0-9_-]{43})\"").matcher(page);
		assertThat(token.find()).as(page).isTrue();
		return token.group(1);
	}

	/** What somebody types who does everything right; names and values in turn. */
	static Map<String, String> typed(String... changes) {
		Map<String, String> form = new LinkedHashMap<>();
		form.put("lang", "es");
		form.put("website", "");
		form.put("description", "  Me cobraron dos veces.\r\nY nadie contesta: <b>«nadie»</b>.");
		form.put("wish", "Que me devuelvan 40 €.");
		form.put("topic", "BILLING");
		form.put("name", "Rosa Peña");
		form.put("email", "rosa@pena.example");
		form.put("phone", "600 111 222");
		form.put("region", "md");
		form.put("channel", "MAIL");
		form.put("postalAddress", "");
		for (int i = 0; i < changes.length; i += 2) {
			form.put(changes[i], changes[i + 1]);
		}
		return form;
	}

	HttpResponse<String> send(String token, Map<String, String> fields, File... chosen) {
		Map<String, String> all = new LinkedHashMap<>(fields);
		all.put("form", token);
		return sendTo("/reclamar", all, chosen);
	}

	HttpResponse<String> sendTo(String page, Map<String, String> fields, File... chosen) {
		try {
			return HttpClient.newHttpClient()
				.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + page))
					.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
					.POST(BodyPublishers.ofByteArray(parts(fields, Arrays.asList(chosen))))
					.build(), BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] parts(Map<String, String> fields, List<File> chosen) throws IOException {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		for (Map.Entry<String, String> field : fields.entrySet()) {
			write(body, "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n"
					+ field.getValue() + "\r\n");
		}
		// A browser sends a nameless file where none was chosen.
		for (File file : chosen.isEmpty() ? List.of(new File("", new byte[0])) : chosen) {
			write(body, "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\""
					+ file.name() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
			body.write(file.content());
			write(body, "\r\n");
		}
		write(body, "--" + BOUNDARY + "--\r\n");
		return body.toByteArray();
	}

	private static void write(ByteArrayOutputStream body, String text) throws IOException {
		body.write(text.getBytes(StandardCharsets.UTF_8));
	}

	int complaintsOf(String name) {
		return this.jdbc
			.sql("SELECT count(*) FROM complaint c JOIN customer k ON k.id = c.customer_id WHERE k.name = ?")
			.param(name)
			.query(Integer.class)
			.single();
	}

	static String location(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
		return answer.headers().firstValue("Location").orElseThrow();
	}

	static String group(String regex, String text) {
		Matcher found = Pattern.compile(regex).matcher(text);
		assertThat(found.find()).as(regex + " in " + text).isTrue();
		return found.group(1);
	}

	/** A file that somebody chose. */
	record File(String name, byte[] content) {
	}

}
