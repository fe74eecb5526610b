package dev.escala.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail server that misbehaves as told: it answers a command with whatever the test
 * says, keeps silent or hangs up.
 */
public final class ScriptedMailServer extends ScriptedServer {

	/** In place of an answer: the server keeps the line open and says nothing. */
	public static final String SILENCE = "SILENCE";

	/** In place of an answer: the server closes the line. */
	public static final String HANG_UP = "HANG UP";

	/** In place of an answer: a line that never ends, a byte every tenth of a second. */
	public static final String DRIP = "DRIP";

	private static final Pattern MESSAGE_ID = Pattern.compile("(?i)^Message-ID: *(.+)$");

	private final Map<String, String> answers = new ConcurrentHashMap<>(Map.of("CONNECT", "220 ready", "EHLO",
			"250 hello", "MAIL", "250 ok", "RCPT", "250 ok", "DATA", "354 go on", ".", "250 taken", "QUIT", "221 bye"));

	private volatile int mostMails = Integer.MAX_VALUE;

	private final List<String> complete = new CopyOnWriteArrayList<>();

	public ScriptedMailServer() {
		this(0);
	}

	/** Listens at this port, for example that of a server that went away. */
	public ScriptedMailServer(int port) {
		super(localSocket(port), "scripted-mail-server");
		listen();
	}

	/**
	 * Says how the server answers.
	 * @param command {@code CONNECT}, {@code EHLO}, {@code MAIL}, {@code RCPT},
	 * {@code DATA}, {@code QUIT}, or {@code .} for the end of the mail
	 * @param answer a line, {@link #SILENCE}, {@link #HANG_UP} or {@link #DRIP}
	 */
	public ScriptedMailServer answering(String command, String answer) {
		this.answers.put(command, answer);
		return this;
	}

	/** Says after how many mails of a connection the server ends it, saying nothing. */
	public ScriptedMailServer endingAfter(int mails) {
		this.mostMails = mails;
		return this;
	}

	/** How often it was called. */
	public int connections() {
		return this.open.size();
	}

	/** Whether every connection has ended. */
	public boolean hungUp() {
		return this.open.stream().allMatch(Socket::isClosed);
	}

	/** How many mails came through to their final dot. */
	public int completeMails() {
		return this.complete.size();
	}

	/** The Message-ID of each of them, in the order in which they came. */
	public List<String> completeIds() {
		return List.copyOf(this.complete);
	}

	@Override
	void talk(Socket connection) {
		try (connection;
				var in = new BufferedReader(
						new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1))) {
			if (!answer(connection, "CONNECT")) {
				return;
			}
			boolean data = false;
			String id = null;
			int mails = 0;
			for (String line = in.readLine(); line != null; line = in.readLine()) {
				if (data && !line.equals(".")) {
					Matcher header = MESSAGE_ID.matcher(line);
					id = (id == null && header.matches()) ? header.group(1) : id;
					continue;
				}
				String command = data ? "." : line.split(" ")[0].toUpperCase(Locale.ROOT);
				if (data) {
					this.complete.add(String.valueOf(id));
					id = null;
				}
				data = command.equals("DATA") && this.answers.get("DATA").startsWith("354");
				if (!answer(connection, command)) {
					return;
				}
				mails += command.equals(".") ? 1 : 0;
				if (mails == this.mostMails) {
					return;
				}
			}
		}
		catch (IOException | InterruptedException ex) {
			// The client went away, or the test is over.
		}
	}

	/** Answers, and says whether the conversation goes on. */
	private boolean answer(Socket connection, String command) throws IOException, InterruptedException {
		String answer = this.answers.getOrDefault(command, "250 ok");
		if (answer.equals(HANG_UP)) {
			return false;
		}
		if (answer.equals(DRIP)) {
			while (!this.closed.await(100, TimeUnit.MILLISECONDS)) {
				connection.getOutputStream().write('2');
			}
			return false;
		}
		if (!answer.equals(SILENCE)) {
			connection.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
		}
		return true;
	}

}
