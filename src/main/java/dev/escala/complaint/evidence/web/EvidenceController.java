package dev.escala.complaint.evidence.web;

import dev.escala.access.CurrentUser;
import dev.escala.complaint.evidence.ComplaintEvidence;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The whole of a complaint as one file, for those who lead. */
@RestController
@RequestMapping("/api/complaints/{number}/evidence")
@Tag(name = "Reclamaciones")
class EvidenceController {

	private final ComplaintEvidence evidence;

	private final Matters matters;

	private final CurrentUser user;

	EvidenceController(ComplaintEvidence evidence, Matters matters, CurrentUser user) {
		this.evidence = evidence;
		this.matters = matters;
		this.user = user;
	}

	@Operation(summary = "El expediente completo de una reclamación, para probar lo que se hizo",
			description = "PDF/A-2b con lo que dijo el cliente, cómo llegó, los plazos con su norma y su cálculo, lo que se "
					+ "pidió, los puntos, las cartas con quién las leyó, los envíos y el final (Ley 10/2025, arts. 4.7 y "
					+ "13.4). ETag es su SHA-256, que queda anotado con quién lo tomó y cuándo; el archivo no se guarda. "
					+ "Para Supervisión, Gerencia, Dirección y Administración.")
	@GetMapping(produces = MediaType.APPLICATION_PDF_VALUE)
	ResponseEntity<byte[]> pdf(@PathVariable CaseNumber number) {
		this.matters.requireSeen(number);
		ComplaintEvidence.File file = this.evidence.take(number, this.user.id().orElseThrow());
		return ResponseEntity.ok()
			.eTag(file.sha256())
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + "\"")
			.header(HttpHeaders.CACHE_CONTROL, "no-store")
			.body(file.pdf());
	}

}
