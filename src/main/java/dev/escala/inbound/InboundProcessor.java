package dev.escala.inbound;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

import dev.escala.inbound.BouncedMail.NotYetException;
import dev.escala.inbound.InboundMail.Status;
import dev.escala.inbound.InboundQueueRepository.Claimed;
import dev.escala.inbound.mail.ParsedMail;
import dev.escala.validation.ConflictException;
import dev.escala.validation.InvalidInputException;
import dev.escala.validation.NotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Understands mails that are kept, each in a transaction of its own: what becomes of it
 * and what follows from that is there together or not at all. Any number of nodes may run
 * it at once. A mail that cannot be treated is tried again later, then given to a person;
 * it holds up no other.
 */
@Service
public class InboundProcessor {

	private static final Logger logger = LoggerFactory.getLogger(InboundProcessor.class);

	/** So many mails at most in one run. */
	private static final int BATCH = 100;

	private static final int MOST_ATTEMPTS = 5;

	private static final Duration WAIT = Duration.ofMinutes(1);

	private final InboundQueueRepository repository;

	private final InboundSorter sorter;

	private final InboundAttachments attachments;

	private final MailContacts contacts;

	private final MailReader reader;

	private final TransactionTemplate transaction;

	InboundProcessor(InboundQueueRepository repository, InboundSorter sorter, InboundAttachments attachments,
			MailContacts contacts, MailReader reader, PlatformTransactionManager transactions) {
		this.repository = repository;
		this.sorter = sorter;
		this.attachments = attachments;
		this.contacts = contacts;
		this.reader = reader;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Treats the mails that wait.
	 * @return how many were tried
	 */
	public int run() {
		int tried = 0;
		while (tried < BATCH) {
			Optional<Claimed> mail = this.repository.claim(WAIT);
			if (mail.isEmpty()) {
				break;
			}
			treat(mail.get());
			tried++;
		}
		return tried;
	}

	private void treat(Claimed claimed) {
		if (claimed.attempt() > MOST_ATTEMPTS) {
			this.repository.settle(claimed.id(), Verdict.of(Status.WAITING, "Escala no ha podido tratarlo en "
					+ MOST_ATTEMPTS + " intentos. El correo está completo: decida aquí."));
			return;
		}
		try {
			ParsedMail mail = this.reader.read(claimed.source(), claimed.cut());
			decideOrLeave(claimed, mail);
		}
		catch (NotYetException ex) {
			this.repository.again(claimed.id(), Duration.ofSeconds(15));
		}
		catch (RuntimeException ex) {
			logger.warn("Mail {} could not be treated, attempt {}.", claimed.id(), claimed.attempt(), ex);
		}
	}

	private void decideOrLeave(Claimed claimed, ParsedMail mail) {
		try {
			this.transaction.executeWithoutResult((status) -> decide(claimed, mail));
		}
		catch (ConflictException | InvalidInputException | NotFoundException refusal) {
			// The case changed meanwhile, or does not take what was written.
			leaveToPerson(claimed, mail, refusal.getMessage());
		}
	}

	private void decide(Claimed claimed, ParsedMail mail) {
		byte[] hash = contentHash(mail);
		this.repository.takeTurns((hash == null) ? sha256(claimed.source()) : hash);
		if (!this.repository.lock(claimed.id())) {
			return;
		}
		Verdict verdict = this.sorter.sort(claimed.id(), mail, hash);
		this.repository.describe(claimed.id(), mail, hash);
		if (verdict.status() != Status.DUPLICATE && verdict.status() != Status.HELD) {
			this.attachments.keep(claimed.id(), mail, claimed.cut());
		}
		if (verdict.status() == Status.CONTACT) {
			this.contacts.add(verdict.caseNumber(), claimed.id(), mail, verdict.customerId());
		}
		this.repository.settle(claimed.id(), withProblems(verdict, claimed, mail));
	}

	private void leaveToPerson(Claimed claimed, ParsedMail mail, String why) {
		this.transaction.executeWithoutResult((status) -> {
			if (this.repository.lock(claimed.id())) {
				this.repository.describe(claimed.id(), mail, contentHash(mail));
				this.attachments.keep(claimed.id(), mail, claimed.cut());
				this.repository.settle(claimed.id(), Verdict.of(Status.WAITING, why));
			}
		});
	}

	private static Verdict withProblems(Verdict verdict, Claimed claimed, ParsedMail mail) {
		String cut = claimed.cut() ? " Es demasiado grande: solo se guardó el principio." : "";
		String problems = mail.problems().isEmpty() ? ""
				: " " + String.join(" ", mail.problems().stream().distinct().toList());
		return new Verdict(verdict.status(), verdict.why() + cut + problems, verdict.caseNumber(), verdict.customerId(),
				verdict.suggestions());
	}

	/**
	 * Equal for the same mail that came by two ways. Not for one without an id: two
	 * people may well write the same two words.
	 */
	private static byte[] contentHash(ParsedMail mail) {
		if (mail.messageId() == null) {
			return null;
		}
		StringBuilder content = new StringBuilder();
		content.append(mail.messageId()).append('\n').append(mail.sender()).append('\n').append(mail.header("date"));
		content.append('\n').append(mail.subject()).append('\n').append(mail.fullText());
		mail.attachments()
			.forEach((file) -> content.append('\n').append(file.name()).append(Arrays.hashCode(file.content())));
		return sha256(content.toString().getBytes(StandardCharsets.UTF_8));
	}

	private static byte[] sha256(byte[] bytes) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(bytes);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
