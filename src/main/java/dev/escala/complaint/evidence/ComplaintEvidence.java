package dev.escala.complaint.evidence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.Complaints;
import dev.escala.complaint.print.ArchivePdf;
import dev.escala.complaint.print.Faces;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.staffing.PersonNames;
import dev.escala.timeline.Timeline;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts together what every room can prove of a complaint. Each file is new, because more
 * has happened since, at least that somebody took the last one: so its digest is kept.
 */
@Service
@Transactional
public class ComplaintEvidence {

	private static final Locale SPANISH = Locale.forLanguageTag("es");

	private final ArchivePdf pdf = new ArchivePdf("evidence");

	private final Complaints complaints;

	private final List<EvidencePart> parts;

	private final EvidenceRepository repository;

	private final PersonNames people;

	private final Timeline timeline;

	private final Clock clock;

	private final String organisation;

	ComplaintEvidence(Complaints complaints, List<EvidencePart> parts, EvidenceRepository repository,
			PersonNames people, Timeline timeline, Clock clock,
			@Value("${escala.organisation-name:Escala}") String organisation) {
		this.complaints = complaints;
		this.parts = parts;
		this.repository = repository;
		this.people = people;
		this.timeline = timeline;
		this.clock = clock;
		this.organisation = organisation;
	}

	/**
	 * Makes the file for somebody, and writes down that they took it.
	 * @throws dev.escala.validation.NotFoundException where there is no such complaint
	 */
	public File take(CaseNumber number, UserId by) {
		Complaint complaint = this.complaints.get(number);
		Instant now = this.clock.instant();
		byte[] file = this.pdf.print(SPANISH, values(complaint, by, now));
		byte[] digest = sha256(file);
		String hex = HexFormat.of().formatHex(digest);
		this.repository.taken(number, digest, by, now);
		this.timeline.add(number, by, "Tomó el expediente completo en PDF (SHA-256 " + hex + ").");
		return new File("expediente-" + number.value().replaceAll("[^A-Za-z0-9-]", "") + ".pdf", file, hex);
	}

	private Map<String, Object> values(Complaint complaint, UserId by, Instant now) {
		EvidenceTexts texts = new EvidenceTexts(complaint.zone(), this.people);
		List<EvidenceSection> sections = this.parts.stream()
			.flatMap((part) -> part.sections(complaint, texts).stream())
			.toList();
		Map<String, Object> values = new HashMap<>();
		values.put("organisation", Faces.printable(this.organisation));
		values.put("number", complaint.number());
		values.put("subject", Faces.printable(complaint.statement().subject()));
		values.put("standing", complaint.isOpen() ? "Abierta: " + complaint.phase().label()
				: "Terminada: " + complaint.outcome().label());
		values.put("made", Faces.printable(texts.moment(now) + ", por " + texts.person(by)));
		values.put("zone", complaint.zone().getId());
		values.put("sections", sections.stream().map(PrintedSection::of).toList());
		return values;
	}

	private static byte[] sha256(byte[] file) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(file);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The file.
	 *
	 * @param name what it is called
	 * @param pdf PDF/A-2b
	 * @param sha256 in hexadecimal
	 */
	public record File(String name, byte[] pdf, String sha256) {
	}

}
