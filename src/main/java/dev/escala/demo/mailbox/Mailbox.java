package dev.escala.demo.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mails that arrived, each in a file of its own, so that they are still there after a
 * restart.
 */
class Mailbox {

	private static final Logger logger = LoggerFactory.getLogger(Mailbox.class);

	private static final String ENDING = ".eml";

	private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSSSSS")
		.withZone(ZoneOffset.UTC);

	private final Path folder;

	private final Clock clock;

	/** Newest first. */
	private final NavigableMap<String, Mail> mails = new ConcurrentSkipListMap<String, Mail>().descendingMap();

	private long counter;

	/**
	 * Opens the mailbox and reads what lies in it.
	 * @param folder where the files are; created where it is missing
	 */
	Mailbox(Path folder, Clock clock) {
		this.folder = folder.toAbsolutePath();
		this.clock = clock;
		try {
			Files.createDirectories(this.folder);
			try (Stream<Path> files = Files.list(this.folder)) {
				files.filter((file) -> file.getFileName().toString().endsWith(ENDING)).forEach(this::load);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The mailbox folder " + this.folder + " cannot be used.", ex);
		}
	}

	/**
	 * Keeps a mail that arrived.
	 * @throws IOException where it cannot be written; then it has not arrived
	 */
	void keep(MimeMessage message) throws MessagingException, IOException {
		Instant now = this.clock.instant();
		String id = nextId(now);
		Path written = Files.createTempFile(this.folder, id, ".tmp");
		try (OutputStream stream = Files.newOutputStream(written)) {
			message.writeTo(stream);
		}
		Path file = this.folder.resolve(id + ENDING);
		Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
		load(file);
	}

	/**
	 * Mails that contain all words, newest first.
	 * @param text words, in whatever case, with or without accents; empty for all
	 */
	List<Mail> find(String text) {
		List<String> words = Stream.of(plain(text).split("\\s+")).filter((word) -> !word.isEmpty()).toList();
		return this.mails.values().stream().filter((mail) -> {
			String content = plain(mail.to() + ' ' + mail.subject() + ' ' + mail.text());
			return words.stream().allMatch(content::contains);
		}).toList();
	}

	Optional<Mail> get(String id) {
		return Optional.ofNullable(this.mails.get(id));
	}

	/**
	 * A file that came with a mail.
	 * @param index which, from 0
	 */
	Optional<Mail.File> file(String id, int index) {
		if (get(id).filter((mail) -> index < mail.files().size()).isEmpty()) {
			return Optional.empty();
		}
		try (InputStream stream = Files.newInputStream(this.folder.resolve(id + ENDING))) {
			return Optional.of(Mail.files(new MimeMessage((Session) null, stream)).get(index));
		}
		catch (IOException | MessagingException ex) {
			throw new IllegalStateException("A mail of the mailbox cannot be read: " + id, ex);
		}
	}

	private synchronized String nextId(Instant now) {
		this.counter++;
		return STAMP.format(now) + String.format("-%06d", this.counter);
	}

	private void load(Path file) {
		String id = file.getFileName().toString().replace(ENDING, "");
		try (InputStream stream = Files.newInputStream(file)) {
			Instant receivedAt = STAMP.parse(id.substring(0, id.indexOf('-')), Instant::from);
			this.mails.put(id, Mail.read(id, receivedAt, new MimeMessage((Session) null, stream)));
		}
		catch (IOException | MessagingException | RuntimeException ex) {
			logger.warn("{} cannot be read as a mail and is left out of the mailbox: {}", file, ex.toString());
		}
	}

	private static String plain(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
	}

}
