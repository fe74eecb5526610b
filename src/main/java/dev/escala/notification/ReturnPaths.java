package dev.escala.notification;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.stereotype.Component;

/**
 * An address for each mail to return to, which names the message and is signed with its
 * recipient (variable envelope return paths): whatever a mail server makes of the mail
 * that comes back, its address tells which one it was and to whom. Sub-addresses (RFC
 * 5233) of the address that we write from, so that they arrive in the same mailbox.
 */
@Component
public class ReturnPaths {

	private static final String ALGORITHM = "HmacSHA256";

	/** Of the signature, so many signs of four bits: 96 bits nobody guesses. */
	private static final int SIGNS = 24;

	/** What a mailbox may have before the at sign (RFC 5321, 4.5.3.1.1). */
	private static final int LONGEST_LOCAL = 64;

	private static final Pattern SIGNED = Pattern
		.compile("[A-Za-z0-9._%'-]{1,64}\\+b([0-9a-z]{1,13})-([0-9a-f]{" + SIGNS + "})@", Pattern.CASE_INSENSITIVE);

	private final String address;

	private final List<String> keys;

	private final OutboxQueueRepository repository;

	public ReturnPaths(NotificationProperties notification, ReturnPathProperties properties,
			OutboxQueueRepository repository) {
		this.address = notification.customerCare().mailFrom();
		this.keys = properties.keys();
		this.repository = repository;
	}

	/**
	 * Where that message returns to; empty where mails have no return path of their own.
	 * @param id the message's id
	 * @param recipient its address
	 */
	public Optional<String> of(long id, String recipient) {
		if (this.keys.isEmpty()) {
			return Optional.empty();
		}
		int at = this.address.lastIndexOf('@');
		String local = this.address.substring(0, at) + "+b" + Long.toString(id, Character.MAX_RADIX) + "-"
				+ signature(this.keys.get(0), id, recipient);
		// Then nobody would take it: the mail is worth more than its way back.
		return (local.length() > LONGEST_LOCAL) ? Optional.empty() : Optional.of(local + this.address.substring(at));
	}

	/**
	 * The message whose return path stands in one of these headers; none where nobody
	 * signed it, or it went to somebody else meanwhile.
	 * @param headers values of headers with addresses
	 */
	public Optional<OutboxMessage> message(List<String> headers) {
		for (String header : this.keys.isEmpty() ? List.<String>of() : headers) {
			Matcher signed = SIGNED.matcher(header);
			while (signed.find()) {
				Optional<OutboxMessage> message = message(signed.group(1).toLowerCase(Locale.ROOT),
						signed.group(2).toLowerCase(Locale.ROOT));
				if (message.isPresent()) {
					return message;
				}
			}
		}
		return Optional.empty();
	}

	private Optional<OutboxMessage> message(String number, String signature) {
		try {
			long id = Long.parseLong(number, Character.MAX_RADIX);
			return Optional.ofNullable(this.repository.find(List.of(id)).get(id))
				.filter((message) -> this.keys.stream()
					.anyMatch((key) -> isEqual(signature(key, id, message.recipient()), signature)));
		}
		catch (NumberFormatException ex) {
			return Optional.empty();
		}
	}

	private static boolean isEqual(String one, String other) {
		return MessageDigest.isEqual(one.getBytes(StandardCharsets.US_ASCII),
				other.getBytes(StandardCharsets.US_ASCII));
	}

	/** Letters before the at sign may change their case on the way: hexadecimal. */
	private static String signature(String key, long id, String recipient) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
			byte[] digest = mac
				.doFinal((id + "\n" + recipient.toLowerCase(Locale.ROOT)).getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest).substring(0, SIGNS);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java has " + ALGORITHM, ex);
		}
	}

}
