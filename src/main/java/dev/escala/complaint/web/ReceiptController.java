package dev.escala.complaint.web;

import dev.escala.access.CurrentUser;
import dev.escala.complaint.receipt.ComplaintReceipts;
import dev.escala.complaint.receipt.Receipt;
import dev.escala.matter.Entitlement;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The receipts of complaints over HTTP, for staff. */
@RestController
@RequestMapping("/api/complaints/{number}/receipt")
@Tag(name = "Reclamaciones")
class ReceiptController {

	private final ComplaintReceipts receipts;

	private final Matters matters;

	private final Entitlement entitlement;

	private final CurrentUser user;

	ReceiptController(ComplaintReceipts receipts, Matters matters, Entitlement entitlement, CurrentUser user) {
		this.receipts = receipts;
		this.matters = matters;
		this.entitlement = entitlement;
		this.user = user;
	}

	@Operation(summary = "El justificante que tiene el cliente",
			description = "PDF/A-2b, siempre los mismos bytes; ETag es su SHA-256. Lo ve quien puede cambiar el asunto, "
					+ "porque lleva la clave del cliente.")
	@GetMapping(produces = MediaType.APPLICATION_PDF_VALUE)
	ResponseEntity<byte[]> pdf(@PathVariable CaseNumber number) {
		this.matters.requireSeen(number);
		this.entitlement.requireWorker(number);
		Receipt receipt = this.receipts.get(number);
		return ResponseEntity.ok()
			.eTag(receipt.sha256())
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + receipt.fileName() + "\"")
			.header(HttpHeaders.CACHE_CONTROL, "no-store")
			.body(receipt.pdf());
	}

	@Operation(summary = "Envía otra vez el justificante al cliente por correo",
			description = "A la dirección que eligió para la respuesta o, si no eligió ninguna, a la persona de contacto. "
					+ "409 si no hay dirección.")
	@PostMapping("/mails")
	@ResponseStatus(HttpStatus.ACCEPTED)
	void resend(@PathVariable CaseNumber number) {
		this.matters.requireSeen(number);
		this.entitlement.requireWorker(number);
		this.receipts.resend(number, this.user.id().orElseThrow());
	}

}
