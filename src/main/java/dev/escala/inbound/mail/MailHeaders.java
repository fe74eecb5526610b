package dev.escala.inbound.mail;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.escala.text.Shortening;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.ParseException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.Field;

/** The headers of a mail or of a part of it. */
final class MailHeaders {

	/** Longer than any value that somebody reads. */
	private static final int LONGEST_VALUE = 20_000;

	/**
	 * As much of a subject or a name as is decoded: decoding costs more than its length.
	 */
	private static final int LONGEST_WORDS = 2000;

	private static final int MOST_REFERENCES = 100;

	private static final Pattern ID = Pattern.compile("<[^<>\\s]{1,998}>");

	/** Plain addresses only, as customers have them: see {@code SaveCustomer}. */
	private static final Pattern ADDRESS = Pattern.compile("[\\p{L}\\p{N}._%+'-]{1,64}@[\\p{L}\\p{N}.-]{1,189}");

	/** Programs of Windows write more signs under these names than they have. */
	private static final Pattern LATIN = Pattern.compile("=\\?(iso-8859-1|latin1)\\?", Pattern.CASE_INSENSITIVE);

	private static final Pattern WEEKDAY = Pattern.compile("^\\p{L}{2,10}\\.?\\s*,\\s*");

	private static final Pattern UNIVERSAL = Pattern.compile(" (UTC?|Z)$");

	private final Map<String, List<String>> values = new LinkedHashMap<>();

	void add(Field field) {
		String raw = MailText.decode(field.getRaw().toByteArray(), StandardCharsets.UTF_8.name());
		int colon = raw.indexOf(':');
		if (colon < 0) {
			return;
		}
		String value = Shortening.beginning(raw.substring(colon + 1), LONGEST_VALUE);
		this.values
			.computeIfAbsent(raw.substring(0, colon).strip().toLowerCase(Locale.ROOT), (name) -> new ArrayList<>())
			.add(value.replaceAll("\\r?\\n", "").strip());
	}

	Map<String, List<String>> all() {
		return this.values;
	}

	String first(String name) {
		return this.values.getOrDefault(name, List.of("")).get(0);
	}

	/** A header that people read, with its encoded words decoded. */
	String words(String name, int maximum) {
		return MailText.line(decoded(first(name)), maximum);
	}

	private static String decoded(String value) {
		try {
			String meant = LATIN.matcher(Shortening.withEllipsis(value, LONGEST_WORDS)).replaceAll("=?windows-1252?");
			return DecoderUtil.decodeEncodedWords(meant, DecodeMonitor.SILENT, StandardCharsets.UTF_8);
		}
		catch (RuntimeException ex) {
			return value;
		}
	}

	/**
	 * The header in which the author stands: {@code from}, but where a form on the web or
	 * a group writes as ourselves, the one in which they name whom they write for.
	 */
	String author(Ourselves own) {
		if (own.address().equals(sender("from"))) {
			for (String other : List.of("reply-to", "x-original-from", "x-original-sender")) {
				String named = sender(other);
				if (named != null && !named.equals(own.address())) {
					return other;
				}
			}
		}
		return "from";
	}

	/** The address in a header with senders, or {@code null}. */
	String sender(String header) {
		try {
			InternetAddress[] addresses = InternetAddress.parseHeader(first(header), false);
			String address = (addresses.length == 0) ? null : addresses[0].getAddress();
			return (address != null && ADDRESS.matcher(address).matches() && address.indexOf("..") < 0)
					? address.toLowerCase(Locale.ROOT) : null;
		}
		catch (AddressException ex) {
			return null;
		}
	}

	String senderName(String header) {
		String from = first(header);
		try {
			InternetAddress[] addresses = InternetAddress.parseHeader(from, false);
			if (addresses.length > 0 && addresses[0].getPersonal() != null) {
				return MailText.line(decoded(addresses[0].getPersonal()), 200);
			}
		}
		catch (AddressException ex) {
			// Then all that stands there is shown.
		}
		return (sender(header) == null) ? MailText.line(decoded(from), 200) : "";
	}

	/**
	 * The mails that this one answers: the direct one, then its ancestors, newest first.
	 */
	List<String> references() {
		Set<String> ids = new LinkedHashSet<>(ids(first("in-reply-to")));
		List<String> ancestors = ids(first("references"));
		for (int i = ancestors.size() - 1; i >= 0; i--) {
			ids.add(ancestors.get(i));
		}
		return ids.stream().limit(MOST_REFERENCES).toList();
	}

	String messageId() {
		return ids(first("message-id")).stream().findFirst().orElse(null);
	}

	private static List<String> ids(String value) {
		List<String> ids = new ArrayList<>();
		Matcher matcher = ID.matcher(value);
		while (matcher.find()) {
			ids.add(MailText.readable(matcher.group()));
		}
		return ids;
	}

	/**
	 * The moment in {@code Date}, or {@code null} where there is none that one can read.
	 */
	Instant sentAt() {
		String written = Shortening.beginning(first("date"), 200).replaceAll("\\([^)]*\\)", "");
		// The weekday says nothing new, and may be wrong.
		String day = WEEKDAY.matcher(MailText.line(written, 200)).replaceFirst("");
		String date = UNIVERSAL.matcher(day).replaceFirst(" GMT");
		try {
			Instant moment = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
			return moment.isAfter(Instant.EPOCH) && moment.isBefore(Instant.parse("2200-01-01T00:00:00Z")) ? moment
					: null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	/** The media type in lower case; plain text where none is readable. */
	String type() {
		String type = first("content-type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
		return type.matches("[a-z0-9.+-]+/[a-z0-9.+-]+") ? type : "text/plain";
	}

	/**
	 * How the part is encoded, in lower case, without a comment or a parameter behind.
	 */
	String coding() {
		String value = first("content-transfer-encoding").strip().toLowerCase(Locale.ROOT);
		int end = 0;
		while (end < value.length() && (Character.isLetterOrDigit(value.charAt(end)) || value.charAt(end) == '-')) {
			end++;
		}
		return value.substring(0, end);
	}

	/** Whether something stands behind the coding, by which libraries do not know it. */
	boolean isCodingDisguised() {
		return first("content-transfer-encoding").strip().length() > coding().length();
	}

	String charset() {
		return typeParameter("charset");
	}

	boolean isAttached() {
		return first("content-disposition").strip().toLowerCase(Locale.ROOT).startsWith("attachment");
	}

	/** The name of the file, or {@code null} where the part is none. */
	String fileName() {
		try {
			String name = new ContentDisposition(first("content-disposition")).getParameter("filename");
			if (name != null) {
				return decoded(name);
			}
		}
		catch (ParseException | RuntimeException ex) {
			Matcher plain = Pattern.compile("filename\\*?=\"?([^\";]{1,300})").matcher(first("content-disposition"));
			if (plain.find()) {
				return decoded(plain.group(1));
			}
		}
		String name = typeParameter("name");
		return (name == null) ? null : decoded(name);
	}

	private String typeParameter(String parameter) {
		String value = first("content-type");
		try {
			return new ContentType(value).getParameter(parameter);
		}
		catch (ParseException | RuntimeException ex) {
			Matcher plain = Pattern
				.compile("\\b" + parameter + "\\s*=\\s*\"?([^\";\\s]{1,100})", Pattern.CASE_INSENSITIVE)
				.matcher(value);
			return plain.find() ? plain.group(1) : null;
		}
	}

}
