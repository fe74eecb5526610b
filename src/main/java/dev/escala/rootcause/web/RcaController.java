package dev.escala.rootcause.web;

import java.time.Instant;
import java.util.List;

import dev.escala.access.CurrentUser;
import dev.escala.corrective.PlannedAction;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.rootcause.CustomerAccount;
import dev.escala.rootcause.InternalAnalysis;
import dev.escala.rootcause.RcaRequests.Answer;
import dev.escala.rootcause.RcaRequests;
import dev.escala.rootcause.RcaStatus;
import dev.escala.rootcause.RootCauseAnalyses;
import dev.escala.rootcause.RootCauseAnalysis;
import dev.escala.validation.ForbiddenException;
import dev.escala.validation.NotFoundException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The analysis of a case over HTTP, for staff. */
@RestController
@RequestMapping(path = { "/api/escalations/{number}", "/api/matters/{number}" },
		produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Análisis de causa raíz")
class RcaController {

	private final RootCauseAnalyses analyses;

	private final RcaRequests requests;

	private final Matters matters;

	private final CurrentUser currentUser;

	RcaController(RootCauseAnalyses analyses, RcaRequests requests, Matters matters, CurrentUser currentUser) {
		this.analyses = analyses;
		this.requests = requests;
		this.matters = matters;
		this.currentUser = currentUser;
	}

	/** The internal analysis and the customer's version as they stand now. */
	@Operation(summary = "El análisis de causa raíz del caso y la versión del cliente, como están ahora")
	@GetMapping("/rca")
	RcaView find(@PathVariable CaseNumber number) {
		this.currentUser.id()
			.orElseThrow(() -> new ForbiddenException("El análisis de causa raíz lo lee solo el personal."));
		this.matters.get(number);
		return this.analyses.find(number)
			.map(RcaView::of)
			.orElseThrow(() -> new NotFoundException(
					"El caso " + number + " no tiene análisis de causa raíz, o todavía no se ha empezado a escribir."));
	}

	/** Asks for an analysis, while the case runs or after it is closed. */
	@Operation(summary = "Pide el análisis de causa raíz, con su motivo",
			description = "Mientras el caso sigue en marcha, se hará al cerrarlo; si ya se cerró, empieza enseguida.")
	@PostMapping(path = "/rca-request", consumes = MediaType.APPLICATION_JSON_VALUE)
	@ResponseStatus(HttpStatus.ACCEPTED)
	RequestView request(@PathVariable CaseNumber number, @RequestBody RequestBodyOfRca body) {
		Answer answer = this.requests.request(number, body.reason());
		return new RequestView(number, answer, (answer == Answer.STARTED) ? "Se ha iniciado el análisis de causa raíz."
				: "Queda pedido: el análisis de causa raíz se hará al cerrar el caso.");
	}

	record RequestBodyOfRca(String reason) {
	}

	record RequestView(CaseNumber number, Answer answer, String message) {
	}

	record RcaView(CaseNumber number, RcaStatus status, String statusLabel, RequestedView request,
			InternalView internal, CustomerAccount account, CustomerView customerVersion, ReviewView review,
			SharingView sharing) {

		static RcaView of(RootCauseAnalysis rca) {
			return new RcaView(rca.caseNumber(), rca.status(), rca.status().label(),
					new RequestedView(rca.request().by(), rca.request().at(), rca.request().reason()),
					InternalView.of(rca.internal()), rca.account(), CustomerView.of(rca.customerVersion()),
					ReviewView.of(rca.review()), SharingView.of(rca.sharing()));
		}

	}

	record RequestedView(UserId by, Instant at, String reason) {
	}

	record InternalView(UserId author, Instant writtenAt, String summary, List<String> causes,
			List<PlannedAction> actions, String lessons) {

		static InternalView of(InternalAnalysis analysis) {
			return (analysis == null) ? null : new InternalView(analysis.author(), analysis.writtenAt(),
					analysis.summary(), analysis.causes(), analysis.actions(), analysis.lessons());
		}

	}

	record CustomerView(String text, String language) {

		static CustomerView of(RootCauseAnalysis.CustomerVersion version) {
			return (version == null) ? null : new CustomerView(version.text(), version.language());
		}

	}

	record ReviewView(UserId reviewer, Instant at, String verdict, String note) {

		static ReviewView of(RootCauseAnalysis.Review review) {
			return (review == null) ? null
					: new ReviewView(review.reviewer(), review.at(), review.verdict().code(), review.note());
		}

	}

	record SharingView(UserId by, Instant releasedAt, String note, Instant sharedAt) {

		static SharingView of(RootCauseAnalysis.Sharing sharing) {
			return (sharing == null) ? null
					: new SharingView(sharing.by(), sharing.releasedAt(), sharing.note(), sharing.sharedAt());
		}

	}

}
