package dev.escala.complaint.evidence;

import java.util.ArrayList;
import java.util.List;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.Statement;
import dev.escala.complaint.receipt.ComplaintReceipts;
import dev.escala.matter.Matters;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What was said, when and how it arrived, and what the customer was given at once. */
@Component
@Order(10)
class ArrivalPart implements EvidencePart {

	private final EvidenceRepository repository;

	private final ComplaintReceipts receipts;

	private final Matters matters;

	ArrivalPart(EvidenceRepository repository, ComplaintReceipts receipts, Matters matters) {
		this.repository = repository;
		this.receipts = receipts;
		this.matters = matters;
	}

	@Override
	public List<EvidenceSection> sections(Complaint complaint, EvidenceTexts texts) {
		List<EvidenceSection> sections = new ArrayList<>();
		Statement said = complaint.statement();
		sections.addAll(EvidenceSection.of("Quién reclama y qué")
			.line("Cliente",
					this.matters.customer(complaint.asMatter())
						.map((one) -> one.name() + " (" + one.code() + ")")
						.orElse(said.customer()))
			.line("Como lo escribió", said.customer())
			.line("Qué es", said.kind().label() + ", " + said.topic().label())
			.line("Idioma", said.language())
			.line("País y comunidad", said.country() + ((said.region() == null) ? "" : ", " + said.region()))
			.line("Consumidor", EvidenceTexts.yes(said.consumer()))
			.line("Respuesta por", said.channel().label())
			.line("Dirección postal", said.postalAddress())
			.build());
		sections.addAll(EvidenceSection.of("Lo que dijo, palabra por palabra")
			.line("Qué ha pasado", said.description())
			.line("Qué pide", said.wish())
			.line("Se le leyó y estuvo conforme", said.readBack() ? "sí" : null)
			.line("Grabación", said.recording())
			.line("Permiso para grabar",
					(said.recording() == null) ? null : said.recordingConsent() ? "expreso" : "no consta")
			.build());
		EvidenceSection.Builder arrival = EvidenceSection.of("Cuándo y por dónde llegó")
			.line("Presentada", texts.moment(said.presentedAt()) + ", zona " + complaint.zone())
			.line("Por", said.door().label())
			.line("Anotada en el sistema", texts.moment(complaint.receivedAt()))
			.line("La recibió", texts.person(complaint.receivedBy()));
		this.repository.files(complaint.number())
			.forEach((file) -> arrival
				.line("Archivo recibido", file.name() + "\n" + file.mediaType() + ", " + file.size() + " bytes\n"
						+ ((file.sha256() == null) ? "No se guardó: " + file.refused() : "SHA-256 " + file.sha256())));
		sections.addAll(arrival.build());
		sections.addAll(receipt(complaint, texts));
		return sections;
	}

	private List<EvidenceSection> receipt(Complaint complaint, EvidenceTexts texts) {
		EvidenceSection.Builder section = EvidenceSection.of("Clave y justificante que se le dieron")
			.line("Clave comunicada", this.repository.keyIssuedAt(complaint.number()).map(texts::moment).orElse(null));
		this.receipts.find(complaint.number())
			.ifPresent((receipt) -> section.line("Justificante", texts.moment(receipt.madeAt()))
				.line("SHA-256 del justificante", receipt.sha256())
				.line("Dirección para el justificante", receipt.mailTo()));
		return section.build();
	}

}
