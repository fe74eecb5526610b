package dev.escala.complaint.evidence;

import java.util.ArrayList;
import java.util.List;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.Complaints;
import dev.escala.complaint.course.ComplaintProgress;
import dev.escala.timeline.Timeline;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How it ended, what the customer says of it, all that happened, and who took a file. */
@Component
@Order(100)
class EndPart implements EvidencePart {

	private final EvidenceRepository repository;

	private final Complaints complaints;

	private final ComplaintProgress progress;

	private final Timeline timeline;

	EndPart(EvidenceRepository repository, Complaints complaints, ComplaintProgress progress, Timeline timeline) {
		this.repository = repository;
		this.complaints = complaints;
		this.progress = progress;
		this.timeline = timeline;
	}

	@Override
	public List<EvidenceSection> sections(Complaint complaint, EvidenceTexts texts) {
		List<EvidenceSection> sections = new ArrayList<>();
		EvidenceRepository.End end = this.repository.end(complaint.number());
		EvidenceSection.Builder ended = EvidenceSection.of("Respuesta y final")
			.line("Se decidió", (complaint.decision() == null) ? null : complaint.decision().label())
			.line("Cuándo", texts.moment(complaint.decidedAt()))
			.line("La respuesta salió", texts.moment(complaint.answeredAt()))
			.line("Prueba de la salida", end.proof())
			.line("Terminó", texts.moment(end.endedAt()))
			.line("Resultado", (complaint.outcome() == null) ? null : complaint.outcome().label())
			.line("Sigue en", complaint.joinedTo())
			.line("Se suprimieron sus textos", texts.moment(end.emptiedAt()));
		this.progress.judgement(complaint.number())
			.ifPresent((judgement) -> ended.line("¿Se le escuchó?", EvidenceTexts.yes(judgement.heard()))
				.line("¿Se resolvió?", EvidenceTexts.yes(judgement.solved()))
				.line("Qué añade", judgement.text()));
		this.complaints.others(complaint)
			.forEach((other) -> ended.line("Otra del mismo cliente",
					other.number() + ", presentada " + texts.moment(other.statement().presentedAt())));
		sections.addAll(ended.build());
		EvidenceSection.Builder happened = EvidenceSection.of("Todo lo que pasó");
		this.timeline.entries(complaint.number())
			.forEach((entry) -> happened.line(texts.moment(entry.happenedAt()),
					texts.person(entry.actor()) + ": " + entry.text()));
		sections.addAll(happened.build());
		EvidenceSection.Builder taken = EvidenceSection.of("Quién tomó este expediente antes");
		this.repository.taken(complaint.number())
			.forEach((one) -> taken.line(texts.moment(one.at()), texts.person(one.by()) + "\nSHA-256 " + one.sha256()));
		sections.addAll(taken.build());
		return sections;
	}

}
