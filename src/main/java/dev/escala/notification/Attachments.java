package dev.escala.notification;

import java.util.Optional;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The files of mails, whoever has them. */
@Component
public class Attachments {

	private final ObjectProvider<MailFiles> files;

	Attachments(ObjectProvider<MailFiles> files) {
		this.files = files;
	}

	/** The file, or empty where nobody has it. */
	public Optional<MailFile> find(String reference) {
		return this.files.stream()
			.filter((some) -> reference.startsWith(some.prefix()))
			.findFirst()
			.flatMap((some) -> some.find(reference));
	}

	/** Why the file cannot travel, in Spanish, or {@code null}. */
	String problem(String reference) {
		Optional<MailFile> file = find(reference);
		if (file.isEmpty()) {
			return "El archivo adjunto ya no existe.";
		}
		return (file.get().content().length > MailFile.LARGEST)
				? "El archivo adjunto pasa de " + MailFile.LARGEST / 1_000_000 + " MB." : null;
	}

}
