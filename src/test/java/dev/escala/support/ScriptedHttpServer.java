package dev.escala.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * A web server that misbehaves as told. It keeps what it received, byte by byte, and
 * knows nothing of the client's library.
 */
public final class ScriptedHttpServer extends ScriptedServer {

	/** Keeps the line open and says nothing. */
	public static final String SILENCE = "SILENCE";

	/** Closes the line without an answer. */
	public static final String HANG_UP = "HANG UP";

	/** Answers with a header that never ends, a byte every tenth of a second. */
	public static final String DRIP = "DRIP";

	/** Answers with headers without an end, as fast as it can. */
	public static final String FLOOD = "FLOOD";

	/** Says something that is not HTTP. */
	public static final String BABBLE = "BABBLE";

	/** Takes it at once, and drips a body. */
	public static final String DRIPPING_BODY = "DRIPPING BODY";

	private final List<Request> requests = new CopyOnWriteArrayList<>();

	private volatile String answer = status(200);

	public ScriptedHttpServer() {
		this(localSocket(0));
	}

	/** Speaks through this socket, for example with TLS. */
	public ScriptedHttpServer(ServerSocket socket) {
		super(socket, "scripted-http-server");
		listen();
	}

	/** A whole answer without a body. */
	public static String status(int status, String... headers) {
		return "HTTP/1.1 " + status + " Whatever\r\n"
				+ String.join("", List.of(headers).stream().map((h) -> h + "\r\n").toList())
				+ "Content-Length: 0\r\nConnection: close\r\n\r\n";
	}

	/** A whole answer with a body. */
	public static String status(int status, String body) {
		return "HTTP/1.1 " + status + " Whatever\r\nContent-Length: " + body.length() + "\r\nConnection: close\r\n\r\n"
				+ body;
	}

	/** Says how it answers from now on: one of the constants, or bytes. */
	public ScriptedHttpServer answering(String answer) {
		this.answer = answer;
		return this;
	}

	/** The requests that came whole. */
	public List<Request> requests() {
		return List.copyOf(this.requests);
	}

	/** How many connections were opened, whatever came of them. */
	public int connections() {
		return this.open.size();
	}

	@Override
	void talk(Socket connection) {
		try (connection) {
			this.requests.add(read(connection.getInputStream()));
			answer(connection.getOutputStream());
		}
		catch (IOException | InterruptedException ex) {
			// The client went away, or the test is over.
		}
	}

	private void answer(OutputStream out) throws IOException, InterruptedException {
		switch (this.answer) {
			case SILENCE -> this.closed.await();
			case HANG_UP -> {
			}
			case BABBLE -> write(out, "220 mail.example ready\r\n".repeat(50));
			case FLOOD -> {
				write(out, "HTTP/1.1 200 OK\r\n");
				while (true) {
					write(out, "X-More: " + "x".repeat(1000) + "\r\n");
				}
			}
			case DRIP -> {
				write(out, "HTTP/1.1 200 OK\r\nX-Slow: ");
				drip(out);
			}
			case DRIPPING_BODY -> {
				write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
				drip(out);
			}
			default -> write(out, this.answer);
		}
	}

	private void drip(OutputStream out) throws IOException, InterruptedException {
		while (!this.closed.await(100, TimeUnit.MILLISECONDS)) {
			write(out, "x");
		}
	}

	private static void write(OutputStream out, String text) throws IOException {
		out.write(text.getBytes(StandardCharsets.ISO_8859_1));
		out.flush();
	}

	private static Request read(InputStream in) throws IOException {
		String first = line(in);
		Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		for (String line = line(in); !line.isEmpty(); line = line(in)) {
			int colon = line.indexOf(':');
			headers.merge(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip(),
					(one, other) -> one + "\n" + other);
		}
		int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
		return new Request(first, headers, in.readNBytes(length));
	}

	private static String line(InputStream in) throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		for (int c = in.read(); c != '\n'; c = in.read()) {
			if (c < 0) {
				throw new IOException("The client hung up.");
			}
			line.write(c);
		}
		return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
	}

	/**
	 * A request that came whole.
	 *
	 * @param line the first line
	 * @param headers by name in lower case; of two with the same name, both
	 * @param body the bytes
	 */
	public record Request(String line, Map<String, String> headers, byte[] body) {

		public String header(String name) {
			return this.headers.get(name);
		}

		public String text() {
			return new String(this.body, StandardCharsets.UTF_8);
		}

	}

}
