package dev.escala.tracking;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Issues links and recognises them. A token has 256 random bits and is kept as its hash
 * only: whoever reads the database can open no case with what stands here. Each mail
 * brings a link of its own; all of them open the same.
 */
@Service
public class TrackingLinks {

	private static final int TOKEN_BYTES = 32;

	private static final Duration VISIT = Duration.ofDays(1);

	private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

	private final SecureRandom random = new SecureRandom();

	private final TrackingLinkRepository repository;

	private final Clock clock;

	private final TrackingProperties properties;

	private final String publicUrl;

	TrackingLinks(TrackingLinkRepository repository, Clock clock, TrackingProperties properties,
			@Value("${escala.public-url}") String publicUrl) {
		this.repository = repository;
		this.clock = clock;
		this.properties = properties;
		this.publicUrl = publicUrl.replaceAll("/+$", "");
	}

	/**
	 * Makes a link for a customer of a case, in the transaction of the mail that brings
	 * it.
	 * @return the address of the page
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public String issue(CaseNumber caseNumber, CustomerId customerId, Locale language) {
		return this.publicUrl + add(caseNumber, customerId, language, this.properties.validFor());
	}

	/**
	 * Lets somebody in for a day who has shown otherwise that the matter is theirs.
	 * @return the path of the page
	 */
	@Transactional
	public String open(CaseNumber caseNumber, CustomerId customerId, Locale language) {
		return add(caseNumber, customerId, language, VISIT);
	}

	private String add(CaseNumber caseNumber, CustomerId customerId, Locale language, Duration validFor) {
		byte[] secret = new byte[TOKEN_BYTES];
		this.random.nextBytes(secret);
		String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
		Instant now = this.clock.instant();
		this.repository.add(hash(token), caseNumber, customerId, language, now, now.plus(validFor));
		return "/seguimiento/" + token;
	}

	/**
	 * What a token opens; empty for one that is forged, expired, revoked, or no token.
	 */
	@Transactional(readOnly = true)
	public Optional<TrackingLink> find(String token) {
		if (token == null || !TOKEN.matcher(token).matches()) {
			return Optional.empty();
		}
		return this.repository.find(hash(token), this.clock.instant());
	}

	/**
	 * Makes every link of a case worthless that was issued until now.
	 * @return how many there were
	 */
	@Transactional
	public int revoke(CaseNumber caseNumber) {
		return this.repository.revoke(caseNumber, this.clock.instant());
	}

	/** Forgets what nobody can use any more; on every node, as often as it likes. */
	@Scheduled(cron = "0 17 3 * * *")
	@Transactional
	public void forgetExpired() {
		this.repository.deleteExpired(this.clock.instant());
	}

	private static byte[] hash(String token) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
