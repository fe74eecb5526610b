package dev.escala.inbound;

import java.time.Duration;
import java.util.Set;

import dev.escala.inbound.mail.FileKind;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where customers' mail arrives and how much of it is taken. Without a host nothing is
 * fetched.
 *
 * @param host name of the IMAP server, or empty
 * @param port its port, or 0 for the usual one of the protocol
 * @param protocol {@code imaps} (encrypted from the first byte) or {@code imap}
 * @param requireTls whether {@code imap} must change to encryption before the login
 * @param username the mailbox's user
 * @param password its password; never logged
 * @param folder the folder that is looked into
 * @param processedFolder where mails go once they are kept; empty leaves them
 * @param pollInterval from one look to the next
 * @param timeout how long one answer of the server may take
 * @param pollLimit how long one look may take altogether
 * @param maxMailSize larger mails are not read, only shown with their beginning
 * @param maxAttachmentSize larger files are named and not kept
 * @param maxAttachments more files than that are named and not kept
 * @param attachmentKinds the kinds of files that are kept, by what they contain
 * @param maxPerSender so many mails of one sender an hour; more are held for a person
 */
@ConfigurationProperties("escala.inbound")
public record InboundProperties(@DefaultValue("") String host, @DefaultValue("0") int port,
		@DefaultValue("imaps") String protocol, @DefaultValue("true") boolean requireTls,
		@DefaultValue("") String username, @DefaultValue("") String password, @DefaultValue("INBOX") String folder,
		@DefaultValue("Escala") String processedFolder, @DefaultValue("PT30S") Duration pollInterval,
		@DefaultValue("PT10S") Duration timeout, @DefaultValue("PT2M") Duration pollLimit,
		@DefaultValue("20MB") DataSize maxMailSize, @DefaultValue("10MB") DataSize maxAttachmentSize,
		@DefaultValue("20") int maxAttachments, Set<FileKind> attachmentKinds, @DefaultValue("30") int maxPerSender) {

	public InboundProperties {
		if (!Set.of("imap", "imaps").contains(protocol)) {
			throw new IllegalArgumentException("escala.inbound.protocol must be imap or imaps, not " + protocol);
		}
		attachmentKinds = (attachmentKinds == null) ? FileKind.HARMLESS : Set.copyOf(attachmentKinds);
		if (attachmentKinds.contains(FileKind.ACTIVE)) {
			throw new IllegalArgumentException("escala.inbound.attachment-kinds: programs and scripts are never kept");
		}
		if (maxMailSize.toBytes() < 65_536 || maxMailSize.toMegabytes() > 200) {
			throw new IllegalArgumentException("escala.inbound.max-mail-size must be between 64KB and 200MB");
		}
		if (maxPerSender < 1 || maxAttachments < 0 || timeout.isNegative() || timeout.isZero()
				|| pollLimit.compareTo(timeout) < 0 || pollLimit.toMinutes() > 10) {
			throw new IllegalArgumentException(
					"escala.inbound: limits must be positive, " + "and poll-limit between timeout and 10 minutes");
		}
	}

	/** Names the mailbox, for people and for the database: not the same as another's. */
	public String mailbox() {
		return this.username + "@" + this.host + "/" + this.folder;
	}

	/** Without the password. */
	@Override
	public String toString() {
		return "InboundProperties[" + this.protocol + "://" + mailbox() + "]";
	}

}
