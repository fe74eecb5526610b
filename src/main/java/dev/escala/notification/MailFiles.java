package dev.escala.notification;

import java.util.Optional;

/**
 * Files that mails carry. They stay with whoever made them; the outbox keeps what they
 * are called and asks for them when the mail leaves. A module that has files to send
 * brings a bean of this type.
 */
public interface MailFiles {

	/** What the references to its files begin with, for example {@code receipt/}. */
	String prefix();

	/**
	 * The file, or empty where it is gone. The same one at every try.
	 * @param reference with the prefix
	 */
	Optional<MailFile> find(String reference);

}
