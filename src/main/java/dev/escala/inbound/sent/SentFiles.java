package dev.escala.inbound.sent;

import java.util.List;

import dev.escala.inbound.InboundProperties;
import dev.escala.inbound.mail.Attachment;
import dev.escala.inbound.mail.FileKind;
import dev.escala.reference.CaseNumber;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The files that customers send with a form: the same kinds and sizes as with a mail, but
 * whoever sends one that is not taken is told so before.
 */
@Service
public class SentFiles {

	private final SentFileRepository repository;

	private final InboundProperties properties;

	SentFiles(SentFileRepository repository, InboundProperties properties) {
		this.repository = repository;
		this.properties = properties;
	}

	/** How large a file may be, in megabytes. */
	public long maxMegabytes() {
		return this.properties.maxAttachmentSize().toMegabytes();
	}

	/** Whether a file of so many bytes is too large. */
	public boolean isTooLarge(long bytes) {
		return bytes > this.properties.maxAttachmentSize().toBytes();
	}

	/** Whether it is something, of a kind that is kept. */
	public boolean isTaken(SentFile file) {
		return file.content().length > 0
				&& this.properties.attachmentKinds().contains(FileKind.of(file.content(), file.name()));
	}

	/**
	 * Keeps files with a case, in the transaction in which it begins.
	 * @param sender the address that whoever sends them typed, or {@code null}
	 * @return what they are called from now on
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public List<String> keep(CaseNumber number, String sender, List<SentFile> files) {
		return files.stream().map((file) -> {
			FileKind kind = FileKind.of(file.content(), file.name());
			String name = kind.named(new Attachment(file.name(), file.content()).name());
			this.repository.add(number, sender, name, kind.mediaType(), file.content());
			return name;
		}).toList();
	}

}
