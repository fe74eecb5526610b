package dev.escala.inbound.web;

import java.util.List;

import dev.escala.inbound.InboundFile;
import dev.escala.inbound.MatterFiles;
import dev.escala.reference.CaseNumber;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The files that customers sent about a case, for everybody who sees the case. */
@RestController
@RequestMapping(path = { "/api/escalations/{number}/files", "/api/matters/{number}/files" },
		produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Escalamientos")
class MatterFileController {

	private final MatterFiles files;

	MatterFileController(MatterFiles files) {
		this.files = files;
	}

	@Operation(summary = "Lista los archivos que los clientes enviaron por correo")
	@GetMapping
	List<InboundFile> list(@PathVariable CaseNumber number) {
		return this.files.files(number);
	}

	@Operation(summary = "Descarga uno de esos archivos")
	@GetMapping(path = "/{file}", produces = MediaType.ALL_VALUE)
	ResponseEntity<byte[]> get(@PathVariable CaseNumber number, @PathVariable long file) {
		return Downloads.of(this.files.get(number, file));
	}

}
