package dev.escala.inbound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.escala.inbound.mail.Attachment;
import dev.escala.inbound.mail.FileKind;
import dev.escala.inbound.mail.ParsedMail;
import dev.escala.reference.CaseNumber;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The files that came with mails. What a file is, is decided by what it contains; what is
 * not taken is named with its reason, so that somebody can ask for it another way.
 */
@Component
class InboundAttachments {

	private final InboundAttachmentRepository repository;

	private final InboundProperties properties;

	InboundAttachments(InboundAttachmentRepository repository, InboundProperties properties) {
		this.repository = repository;
		this.properties = properties;
	}

	/** Keeps the files of a mail, unless they are kept already. */
	@Transactional(propagation = Propagation.MANDATORY)
	void keep(long mailId, ParsedMail mail, boolean cut) {
		if (!files(mailId).isEmpty()) {
			return;
		}
		int kept = 0;
		for (Attachment file : mail.attachments()) {
			FileKind kind = FileKind.of(file.content(), file.name());
			String refused = refusal(file, kind, cut, kept);
			kept += (refused == null) ? 1 : 0;
			this.repository.add(mailId, (refused == null) ? kind.named(file.name()) : file.name(), kind.mediaType(),
					file.content().length, (refused == null) ? file.content() : null, refused);
		}
	}

	private String refusal(Attachment file, FileKind kind, boolean cut, int kept) {
		if (cut) {
			return "el correo pasa de " + this.properties.maxMailSize().toMegabytes() + " MB";
		}
		if (file.content().length == 0) {
			return "está vacío";
		}
		if (kind == FileKind.ACTIVE) {
			return "es un programa, una página o un documento con macros";
		}
		if (!this.properties.attachmentKinds().contains(kind)) {
			return "no se admite ese tipo de archivo";
		}
		if (file.content().length > this.properties.maxAttachmentSize().toBytes()) {
			return "pasa de " + this.properties.maxAttachmentSize().toMegabytes() + " MB";
		}
		return (kept >= this.properties.maxAttachments())
				? "el correo trae más de " + this.properties.maxAttachments() + " archivos" : null;
	}

	/** The files of a mail, in their order. */
	List<InboundFile> files(long mailId) {
		return this.repository.files(mailId);
	}

	/** The files of a case and of its mails, oldest first. */
	List<InboundFile> ofCase(CaseNumber caseNumber) {
		return this.repository.ofCase(caseNumber);
	}

	/** What is in a file, if it was kept. */
	Optional<byte[]> content(long id) {
		return this.repository.content(id);
	}

	/** Says what came with a mail, for the text of the contact; empty for nothing. */
	String told(long mailId) {
		List<String> kept = new ArrayList<>();
		List<String> refused = new ArrayList<>();
		files(mailId).forEach((file) -> {
			if (file.refused() == null) {
				kept.add(file.name());
			}
			else {
				refused.add(file.name() + " (" + file.refused() + ")");
			}
		});
		String text = kept.isEmpty() ? "" : "Adjuntos: " + String.join(", ", kept) + ".";
		String missing = refused.isEmpty() ? "" : "No se guardó: " + String.join(", ", refused) + ".";
		return (text + "\n" + missing).strip();
	}

}
