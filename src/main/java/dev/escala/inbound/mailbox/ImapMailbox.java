package dev.escala.inbound.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

import dev.escala.inbound.InboundProperties;
import dev.escala.limit.SocketDeadline;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;

/**
 * One conversation with the mail server, for a limited time. Certificates are checked;
 * what is read stays unread for whoever else looks into the mailbox.
 */
final class ImapMailbox implements AutoCloseable {

	private static final int CHUNK = 512 * 1024;

	private final SocketDeadline.Conversation conversation;

	private final IMAPStore store;

	private final IMAPFolder folder;

	private final InboundProperties properties;

	private ImapMailbox(SocketDeadline.Conversation conversation, IMAPStore store, IMAPFolder folder,
			InboundProperties properties) {
		this.conversation = conversation;
		this.store = store;
		this.folder = folder;
		this.properties = properties;
	}

	/**
	 * Logs in and opens the folder.
	 * @param limit how long the conversation may take
	 * @throws MessagingException where the server is away, refuses, or has no such folder
	 */
	static ImapMailbox open(InboundProperties properties, Duration limit) throws MessagingException {
		SocketDeadline sockets = new SocketDeadline(limit);
		SocketDeadline.Conversation conversation = sockets.begin();
		IMAPStore store = null;
		try {
			store = (IMAPStore) Session.getInstance(settings(properties, sockets)).getStore(properties.protocol());
			store.connect(properties.host(), (properties.port() == 0) ? -1 : properties.port(), properties.username(),
					properties.password());
			IMAPFolder folder = (IMAPFolder) store.getFolder(properties.folder());
			folder.open(Folder.READ_WRITE);
			return new ImapMailbox(conversation, store, folder, properties);
		}
		catch (MessagingException | RuntimeException ex) {
			conversation.close();
			closeQuietly(store);
			throw ex;
		}
	}

	private static Properties settings(InboundProperties properties, SocketDeadline sockets) {
		String prefix = "mail." + properties.protocol() + ".";
		String timeout = String.valueOf(properties.timeout().toMillis());
		Properties settings = new Properties();
		settings.put(prefix + "socketFactory", sockets);
		settings.setProperty(prefix + "socketFactory.fallback", "false");
		settings.setProperty(prefix + "connectiontimeout", timeout);
		settings.setProperty(prefix + "timeout", timeout);
		settings.setProperty(prefix + "writetimeout", timeout);
		settings.setProperty(prefix + "ssl.checkserveridentity", "true");
		settings.setProperty(prefix + "starttls.enable", "true");
		settings.setProperty(prefix + "starttls.required",
				String.valueOf(properties.protocol().equals("imap") && properties.requireTls()));
		settings.setProperty(prefix + "peek", "true");
		settings.setProperty(prefix + "fetchsize", String.valueOf(CHUNK));
		settings.setProperty(prefix + "connectionpoolsize", "1");
		settings.setProperty(prefix + "closefoldersonstorefailure", "false");
		return settings;
	}

	/** Changes when the server numbers its mails anew. */
	long uidValidity() throws MessagingException {
		return this.folder.getUIDValidity();
	}

	/** The numbers of all mails in the folder, oldest first, whatever their flags. */
	List<Long> uids() throws MessagingException {
		if (this.folder.getMessageCount() == 0) {
			return List.of();
		}
		Message[] messages = this.folder.getMessages();
		FetchProfile uid = new FetchProfile();
		uid.add(UIDFolder.FetchProfileItem.UID);
		this.folder.fetch(messages, uid);
		List<Long> uids = new ArrayList<>();
		for (Message message : messages) {
			uids.add(this.folder.getUID(message));
		}
		return uids;
	}

	/**
	 * How large the server says that a mail is, in bytes; 0 where it does not say.
	 */
	int size(long uid) throws MessagingException {
		Message message = this.folder.getMessageByUID(uid);
		if (message == null) {
			return 0;
		}
		try {
			// Asked for alone: otherwise the envelope comes along, and one address in it
			// that is not strictly valid would keep the whole mail from being read.
			FetchProfile size = new FetchProfile();
			size.add(FetchProfile.Item.SIZE);
			this.folder.fetch(new Message[] { message }, size);
			return Math.max(0, message.getSize());
		}
		catch (MessagingException ex) {
			if (!isConnected()) {
				throw ex;
			}
			return 0;
		}
	}

	/**
	 * The source of a mail, at most so many bytes of it, whatever the server said of its
	 * size; {@code null} where the mail is gone.
	 */
	byte[] source(long uid, int maximum) throws MessagingException, IOException {
		IMAPMessage message = (IMAPMessage) this.folder.getMessageByUID(uid);
		if (message == null) {
			return null;
		}
		try (InputStream stream = message.getMimeStream()) {
			return stream.readNBytes(maximum);
		}
		finally {
			message.invalidateHeaders();
		}
	}

	/**
	 * When the server got a mail, by its own clock; {@code null} where it does not say.
	 */
	Instant arrival(long uid) throws MessagingException {
		IMAPMessage message = (IMAPMessage) this.folder.getMessageByUID(uid);
		if (message == null) {
			return null;
		}
		try {
			// Alone, as its size, so that no address in the envelope is in the way.
			FetchProfile date = new FetchProfile();
			date.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
			this.folder.fetch(new Message[] { message }, date);
			// Its milliseconds, so that nothing here knows the old kind of date.
			Object arrived = message.getReceivedDate();
			return (arrived == null) ? null
					: Instant.ofEpochMilli(Long.parseLong(String.format(Locale.ROOT, "%tQ", arrived)));
		}
		catch (MessagingException ex) {
			if (!isConnected()) {
				throw ex;
			}
			return null;
		}
	}

	/**
	 * The headers of a mail whose source does not come; empty where they do not either.
	 */
	byte[] headers(long uid) {
		StringBuilder lines = new StringBuilder();
		try {
			IMAPMessage message = (IMAPMessage) this.folder.getMessageByUID(uid);
			Enumeration<String> all = (message == null) ? Collections.emptyEnumeration() : message.getAllHeaderLines();
			while (all.hasMoreElements()) {
				lines.append(all.nextElement()).append("\r\n");
			}
		}
		catch (MessagingException | RuntimeException ex) {
			return new byte[0];
		}
		return lines.toString().getBytes(StandardCharsets.ISO_8859_1);
	}

	/**
	 * Puts mails that are kept into the other folder, which is created where it is
	 * missing. A server that cannot move gets a copy and a mark as deleted.
	 */
	void putAway(Collection<Long> uids) throws MessagingException {
		if (uids.isEmpty() || this.properties.processedFolder().isBlank()) {
			return;
		}
		Folder target = this.store.getFolder(this.properties.processedFolder());
		if (!target.exists()) {
			target.create(Folder.HOLDS_MESSAGES);
		}
		List<Message> messages = new ArrayList<>();
		for (Message message : this.folder.getMessagesByUID(uids.stream().mapToLong(Long::longValue).toArray())) {
			if (message != null) {
				messages.add(message);
			}
		}
		Message[] present = messages.toArray(Message[]::new);
		if (present.length > 0 && this.store.hasCapability("MOVE")) {
			this.folder.moveMessages(present, target);
		}
		else if (present.length > 0) {
			this.folder.copyMessages(present, target);
			this.folder.setFlags(present, new Flags(Flags.Flag.DELETED), true);
			if (this.store.hasCapability("UIDPLUS")) {
				this.folder.expunge(present);
			}
		}
	}

	boolean isConnected() {
		return this.folder.isOpen() && this.store.isConnected();
	}

	@Override
	public void close() {
		closeQuietly(this.store);
		this.conversation.close();
	}

	private static void closeQuietly(IMAPStore store) {
		try {
			if (store != null) {
				store.close();
			}
		}
		catch (MessagingException ex) {
			// All that was wanted from the server is here.
		}
	}

}
