package dev.escala.complaint.web;

import dev.escala.access.CurrentUser;
import dev.escala.complaint.paper.AnswerSheet;
import dev.escala.complaint.paper.AnswerSheets;
import dev.escala.complaint.paper.PostalAddress;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The answers that go on paper, and where to, over HTTP. */
@RestController
@RequestMapping("/api/complaints/{number}")
@Tag(name = "Reclamaciones")
class PaperAnswerController {

	private final AnswerSheets sheets;

	private final PostalAddress address;

	private final Matters matters;

	private final Entitlement entitlement;

	private final CurrentUser user;

	PaperAnswerController(AnswerSheets sheets, PostalAddress address, Matters matters, Entitlement entitlement,
			CurrentUser user) {
		this.sheets = sheets;
		this.address = address;
		this.matters = matters;
		this.entitlement = entitlement;
		this.user = user;
	}

	@Operation(summary = "La respuesta en papel, para imprimirla",
			description = "PDF/A-2b con membrete, siempre los mismos bytes; ETag es su SHA-256. 404 mientras no esté escrita, "
					+ "o si la respuesta va por correo electrónico.")
	@GetMapping(path = "/answer", produces = MediaType.APPLICATION_PDF_VALUE)
	ResponseEntity<byte[]> pdf(@PathVariable CaseNumber number) {
		this.matters.requireSeen(number);
		this.entitlement.requireWorker(number);
		AnswerSheet sheet = this.sheets.get(number);
		return ResponseEntity.ok()
			.eTag(sheet.sha256())
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + sheet.fileName() + "\"")
			.header(HttpHeaders.CACHE_CONTROL, "no-store")
			.body(sheet.pdf());
	}

	@Operation(summary = "Anota o corrige la dirección postal para la respuesta",
			description = "address: hasta 300 caracteres. La carta que espera a que alguien la envíe se imprime de nuevo. 409 "
					+ "si la respuesta ya salió.")
	@PostMapping(path = "/postal-address", consumes = MediaType.APPLICATION_JSON_VALUE)
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void address(@PathVariable CaseNumber number, @RequestBody AddressBody body) {
		this.matters.requireSeen(number);
		this.entitlement.requireWorker(number);
		this.address.note(number, this.user.id().orElseThrow(), body.address());
	}

	/** Where the customer lives. */
	record AddressBody(String address) {
	}

}
