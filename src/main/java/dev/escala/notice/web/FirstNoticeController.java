package dev.escala.notice.web;

import java.time.Instant;
import java.util.List;

import dev.escala.access.CurrentUser;
import dev.escala.matter.Entitlement;
import dev.escala.matter.Matters;
import dev.escala.notice.FirstNotice;
import dev.escala.notice.FirstNotices;
import dev.escala.notice.ReachCustomers;
import dev.escala.notice.ReachCustomers.Wanted;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who has the first notice of a case, over HTTP. */
@RestController
@RequestMapping(path = { "/api/escalations/{number}/first-notices", "/api/matters/{number}/first-notices" },
		produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Escalamientos")
class FirstNoticeController {

	private final Matters matters;

	private final FirstNotices notices;

	private final ReachCustomers reaching;

	private final Entitlement entitlement;

	private final CurrentUser user;

	FirstNoticeController(Matters matters, FirstNotices notices, ReachCustomers reaching, Entitlement entitlement,
			CurrentUser user) {
		this.matters = matters;
		this.notices = notices;
		this.reaching = reaching;
		this.entitlement = entitlement;
		this.user = user;
	}

	@Operation(summary = "La prueba del primer aviso, cliente por cliente",
			description = "state: PENDING (en camino), SENT (enviado), FAILED (no llegó), NO_ADDRESS (sin dirección), "
					+ "ACKNOWLEDGED (lo sabe) o WAIVED (no hace falta).")
	@GetMapping
	List<View> list(@PathVariable CaseNumber number) {
		return this.notices.notices(this.matters.get(number).number()).stream().map(View::of).toList();
	}

	@Operation(summary = "Da por avisado a un cliente, o corrige su dirección",
			description = "outcome: TOLD (ya lo sabe; reason dice cómo), WAIVED (no hace falta; reason dice por qué) o "
					+ "ADDRESS (se envía a address, que pasa a ser la del cliente).")
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	List<View> decide(@PathVariable CaseNumber number, @RequestBody Body body) {
		this.entitlement.requireWorker(number);
		this.reaching.decide(number, this.user.id().orElseThrow(),
				Wanted.of((body.notice() == null) ? List.of() : List.of(body.notice()), body.outcome(), body.address(),
						body.reason()));
		return list(number);
	}

	record Body(Long notice, String outcome, String address, String reason) {
	}

	record View(long id, CustomerId customerId, String name, String address, FirstNotice.State state, Instant since,
			UserId by, String reason) {

		static View of(FirstNotice notice) {
			return new View(notice.id(), notice.customerId(), notice.name(), notice.address(), notice.state(),
					notice.stateAt(), notice.stateBy(), notice.reason());
		}

	}

}
