package dev.escala.pipeline.web;

import java.net.URI;
import java.util.List;

import dev.escala.access.CurrentUser;
import dev.escala.pipeline.Interests;
import dev.escala.pipeline.Interests.Interest;
import dev.escala.reference.UserId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own interests over HTTP. Nobody reads or changes a colleague's. */
@RestController
@RequestMapping(path = "/api/interests", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Conflictos de interés")
class InterestController {

	private static final String PATH = "/api/interests";

	private final Interests interests;

	private final CurrentUser user;

	InterestController(Interests interests, CurrentUser user) {
		this.interests = interests;
		this.user = user;
	}

	@Operation(summary = "Con quién declaró usted que tiene relación")
	@GetMapping
	List<Interest> list() {
		return this.interests.interests(userId());
	}

	@Operation(summary = "Declara que tiene relación con un cliente, un prospecto u otra empresa",
			description = "party es su nombre, o el código de un cliente o prospecto; relation dice qué relación es. "
					+ "Solo la ve usted: cuando pregunte por esa empresa, Escala le recuerda que hay un posible conflicto "
					+ "de interés.")
	@ResponseStatus(HttpStatus.CREATED)
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Interest> declare(@RequestBody InterestBody body) {
		Interest interest = this.interests.declare(userId(), body.party(), body.relation());
		return ResponseEntity.created(URI.create(PATH + "/" + interest.id())).body(interest);
	}

	@Operation(summary = "Borra una declaración propia")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@DeleteMapping("/{id}")
	void remove(@PathVariable long id) {
		this.interests.remove(userId(), id);
	}

	private UserId userId() {
		return this.user.id().orElseThrow();
	}

	record InterestBody(String party, String relation) {
	}

}
