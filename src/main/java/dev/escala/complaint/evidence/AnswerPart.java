package dev.escala.complaint.evidence;

import java.util.ArrayList;
import java.util.List;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.answer.ComplaintPoint;
import dev.escala.complaint.answer.ComplaintPoints;
import dev.escala.complaint.paper.AnswerSheets;
import dev.escala.complaint.remedy.Remedies;
import dev.escala.letter.CustomerLetter;
import dev.escala.letter.CustomerLetters;
import dev.escala.text.Sentences;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What was answered to each point and why, who wrote and who read each letter, what was
 * granted, and what left for the customer.
 */
@Component
@Order(30)
class AnswerPart implements EvidencePart {

	private final EvidenceRepository repository;

	private final ComplaintPoints points;

	private final CustomerLetters letters;

	private final Remedies remedies;

	private final AnswerSheets sheets;

	AnswerPart(EvidenceRepository repository, ComplaintPoints points, CustomerLetters letters, Remedies remedies,
			AnswerSheets sheets) {
		this.repository = repository;
		this.points = points;
		this.letters = letters;
		this.remedies = remedies;
		this.sheets = sheets;
	}

	@Override
	public List<EvidenceSection> sections(Complaint complaint, EvidenceTexts texts) {
		List<EvidenceSection> sections = new ArrayList<>();
		this.points.list(complaint.number()).forEach((point) -> sections.addAll(point(point, texts)));
		this.letters.letters(complaint.number()).forEach((letter) -> sections.addAll(letter(letter, texts)));
		this.sheets.list(complaint.number())
			.forEach((sheet) -> sections
				.addAll(EvidenceSection.of("Respuesta en papel (carta n.º " + sheet.letterId() + ")")
					.line("Se imprimió", texts.moment(sheet.madeAt()))
					.line("SHA-256 del PDF", sheet.sha256())
					.build()));
		EvidenceSection.Builder granted = EvidenceSection.of("Lo que se le concedió");
		this.remedies.granted(complaint.number())
			.forEach((one) -> granted.line(one.kind().label(),
					one.what() + ((one.amount().signum() == 0) ? "" : "\n" + one.amount() + " " + one.currency())
							+ ((one.reason() == null) ? "" : "\n" + one.reason()) + "\n" + texts.person(one.grantedBy())
							+ ", " + texts.moment(one.grantedAt())));
		sections.addAll(granted.build());
		this.repository.messages(complaint.number()).forEach((message) -> sections.addAll(message(message, texts)));
		return sections;
	}

	private static List<EvidenceSection> point(ComplaintPoint point, EvidenceTexts texts) {
		return EvidenceSection.of("Punto " + point.position())
			.line("Lo que dice", point.words())
			.line("Se decidió", (point.ruling() == null) ? "sin decidir" : point.ruling().label())
			.line("Por qué", point.reason())
			.line("Norma o condición", point.norm())
			.line("Quién y cuándo",
					(point.decidedBy() == null) ? null
							: texts.person(point.decidedBy()) + ", " + texts.moment(point.decidedAt()))
			.line("Lo que se le respondió antes",
					(point.before() == null || point.before().reason() == null) ? null : point.before().reason())
			.build();
	}

	private static List<EvidenceSection> letter(CustomerLetter letter, EvidenceTexts texts) {
		EvidenceSection.Builder section = EvidenceSection
			.of("Carta: " + letter.intent().label() + " (n.º " + letter.id() + ")")
			.line("Cómo quedó", Sentences.beginning(letter.status().label()))
			.line("Por qué se leyó antes", letter.readingReason());
		letter.versions()
			.forEach(
					(version) -> section
						.line("Versión " + version.number(),
								texts.person(version.author()) + ", " + texts.moment(version.writtenAt()) + "\n\n"
										+ version.text())
						.line("A pesar de las observaciones", version.overrideReason()));
		letter.readings()
			.forEach((reading) -> section.line("Lectura de la versión " + reading.version(),
					texts.person(reading.reader()) + ", " + texts.moment(reading.readAt()) + ": "
							+ (reading.approved() ? "visto bueno" : "devuelta")
							+ ((reading.comment() == null) ? "" : "\n" + reading.comment())));
		return section.build();
	}

	private static List<EvidenceSection> message(EvidenceRepository.Sent message, EvidenceTexts texts) {
		return EvidenceSection.of("Enviado al cliente: " + message.subject())
			.line("A", message.recipient())
			.line("En cola", texts.moment(message.createdAt()))
			.line("Lo aceptó el servidor de correo", texts.moment(message.sentAt()))
			.line("Estado",
					message.status().label() + ", " + Sentences.counted(message.attempts(), "intento", "intentos"))
			.line("Lo último que dijo el servidor", message.error())
			.line("Texto", message.text())
			.build();
	}

}
