package dev.escala.tracking.web;

import dev.escala.access.CurrentUser;
import dev.escala.matter.Entitlement;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.timeline.Timeline;
import dev.escala.tracking.TrackingLinks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The customers' links of a case over HTTP. */
@RestController
@RequestMapping(path = { "/api/escalations/{number}/tracking-links", "/api/matters/{number}/tracking-links" },
		produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Escalamientos")
class TrackingLinkController {

	private final TrackingLinks links;

	private final Matters matters;

	private final Entitlement entitlement;

	private final CurrentUser user;

	private final Timeline timeline;

	TrackingLinkController(TrackingLinks links, Matters matters, Entitlement entitlement, CurrentUser user,
			Timeline timeline) {
		this.links = links;
		this.matters = matters;
		this.entitlement = entitlement;
		this.user = user;
		this.timeline = timeline;
	}

	@Operation(summary = "Anula los enlaces que los clientes tienen de un caso",
			description = "Para supervisión, por ejemplo si un correo llegó a quien no debía. Los correos siguientes "
					+ "llevan un enlace nuevo.")
	@PostMapping("/revocation")
	@Transactional
	Revoked revoke(@PathVariable CaseNumber number) {
		this.entitlement.requireSupervisor();
		this.matters.get(number);
		int revoked = this.links.revoke(number);
		this.timeline.add(number, this.user.id().orElseThrow(), "Anuló los enlaces de los clientes (" + revoked + ").");
		return new Revoked(revoked);
	}

	record Revoked(int revoked) {
	}

}
