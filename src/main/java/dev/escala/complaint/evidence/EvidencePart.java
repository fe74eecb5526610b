package dev.escala.complaint.evidence;

import java.util.List;

import dev.escala.complaint.Complaint;

/**
 * A room that has something to prove of a complaint brings a bean of this type, in its
 * place by {@code @Order}.
 */
public interface EvidencePart {

	/** What it has to say; nothing where it has nothing. */
	List<EvidenceSection> sections(Complaint complaint, EvidenceTexts texts);

}
