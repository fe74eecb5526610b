package dev.escala.inbound;

import java.util.List;

import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.validation.NotFoundException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files that customers sent about a case, for whoever sees the case. */
@Service
@Transactional(readOnly = true)
public class MatterFiles {

	private final Matters matters;

	private final InboundAttachments attachments;

	MatterFiles(Matters matters, InboundAttachments attachments) {
		this.matters = matters;
		this.attachments = attachments;
	}

	/**
	 * The files of a case, oldest first.
	 * @throws NotFoundException where there is no such case
	 */
	public List<InboundFile> files(CaseNumber caseNumber) {
		return this.attachments.ofCase(this.matters.get(caseNumber).number());
	}

	/**
	 * One file of a case.
	 * @throws NotFoundException where the case has no such file or it was not kept
	 */
	public FileContent get(CaseNumber caseNumber, long fileId) {
		return files(caseNumber).stream()
			.filter((file) -> file.id() == fileId)
			.findFirst()
			.flatMap((file) -> this.attachments.content(fileId).map((content) -> new FileContent(file, content)))
			.orElseThrow(() -> new NotFoundException(caseNumber + " no tiene ese archivo, o no se guardó."));
	}

}
