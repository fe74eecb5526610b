package dev.escala.inbound.mail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

	/**
	 * A form on the web and whoever sends what nobody answers write for somebody else.
	 */
	private static final Pattern FOR_OTHERS = Pattern.compile("(?:do-?)?no[t._-]?-?repl(?:y|ies)|no-?responder?|"
			+ "wordpress|web(?:master|forms?)?|www(?:-data)?|formularios?|forms?|contacto?|apache");

	/** Where the author stands when somebody else sends; a program's own come last. */
	private static final List<String> AUTHORS = List.of("reply-to", "x-original-from", "x-original-sender",
			"x-mailfrom");

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
			return DecoderUtil.decodeEncodedWords(EncodedWords.mended(Shortening.withEllipsis(value, LONGEST_WORDS)),
					DecodeMonitor.SILENT, StandardCharsets.UTF_8);
		}
		catch (RuntimeException ex) {
			return value;
		}
	}

	/**
	 * The address of the author, in lower case, or {@code null}: the one in {@code From},
	 * but where a form on the web or a group writes as we do, whom they name apart.
	 */
	String author(Ourselves own) {
		String from = sender("from");
		return authorHeader(own, from).map((header) -> named(header, own, from)).orElse(from);
	}

	/** The name beside it. */
	String authorName(Ourselves own) {
		return senderName(authorHeader(own, sender("from")).orElse("from"));
	}

	private Optional<String> authorHeader(Ourselves own, String from) {
		return isForOthers(own, from)
				? AUTHORS.stream().filter((header) -> named(header, own, from) != null).findFirst() : Optional.empty();
	}

	private boolean isForOthers(Ourselves own, String from) {
		if (from == null || !from.endsWith("@" + own.domain())) {
			return false;
		}
		return from.equals(own.address()) || own.isOurList(this.values)
				|| FOR_OTHERS.matcher(from.substring(0, from.indexOf('@'))).matches();
	}

	/** Who stands in the header besides ourselves. */
	private String named(String header, Ourselves own, String from) {
		return addresses(header).stream()
			.filter((one) -> !one.equals(own.address()) && !one.equals(from))
			.findFirst()
			.orElse(null);
	}

	/** The first address in a header with senders, or {@code null}. */
	private String sender(String header) {
		return addresses(header).stream().findFirst().orElse(null);
	}

	/** Whole addresses only: a comma in a name that nobody quoted begins none. */
	private List<String> addresses(String header) {
		return Arrays.stream(parsed(header))
			.map(InternetAddress::getAddress)
			.filter((address) -> address != null && ADDRESS.matcher(address).matches() && address.indexOf("..") < 0)
			.map((address) -> address.toLowerCase(Locale.ROOT))
			.toList();
	}

	private InternetAddress[] parsed(String header) {
		try {
			return InternetAddress.parseHeader(EncodedWords.mended(first(header)), false);
		}
		catch (AddressException ex) {
			return new InternetAddress[0];
		}
	}

	private String senderName(String header) {
		String written = first(header);
		InternetAddress[] addresses = parsed(header);
		int end = written.indexOf('<');
		if (addresses.length > 1 && end > 0 && addresses[0].getAddress().indexOf('@') < 0) {
			return MailText.line(decoded(written.substring(0, end)), 200);
		}
		if (addresses.length > 0 && addresses[0].getPersonal() != null) {
			return MailText.line(decoded(addresses[0].getPersonal()), 200);
		}
		return (sender(header) == null) ? MailText.line(decoded(written), 200) : "";
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
		return MailDate.of(first("date"));
	}

	/** The media type in lower case; plain text where none is readable. */
	String type() {
		String type = first("content-type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
		return type.matches("[a-z0-9.+-]+/[a-z0-9.+-]+") ? type : "text/plain";
	}

	/**
	 * How the part is encoded, in lower case, without a comment or a parameter around it.
	 */
	String coding() {
		String value = HeaderComments.without(first("content-transfer-encoding"))
			.replace('"', ' ')
			.strip()
			.toLowerCase(Locale.ROOT);
		int end = 0;
		while (end < value.length() && (Character.isLetterOrDigit(value.charAt(end)) || value.charAt(end) == '-')) {
			end++;
		}
		return value.substring(0, end);
	}

	/** Whether something stands around the coding, by which libraries do not know it. */
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
