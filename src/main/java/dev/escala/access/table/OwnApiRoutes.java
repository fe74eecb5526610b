package dev.escala.access.table;

import java.util.List;

import dev.escala.access.Role;

import static dev.escala.access.table.Audience.COCKPIT;
import static dev.escala.access.table.Audience.CUSTOMER_EDITORS;
import static dev.escala.access.table.Audience.DEADLINES;
import static dev.escala.access.table.Audience.LEADERS;
import static dev.escala.access.table.Audience.LOGGED_IN;
import static dev.escala.access.table.Audience.REPORTERS;
import static dev.escala.access.table.Audience.REPORTERS_AND_ADMINISTRATORS;
import static dev.escala.access.table.Audience.SALE_IMPORTERS;
import static dev.escala.access.table.Audience.SUPERVISION;

/**
 * Escala's own API, capability by capability. Where the right depends on the row (its
 * owner, its group), the route is open to everybody who might have it, and the use case
 * decides.
 */
final class OwnApiRoutes {

	private OwnApiRoutes() {
	}

	static List<Row> rows() {
		Rows rows = Rows.of(Door.API);
		description(rows);
		escalations(rows);
		customersAndPipeline(rows);
		complaints(rows);
		pursuits(rows);
		requests(rows);
		organisation(rows);
		mail(rows);
		models(rows);
		return rows.list();
	}

	private static void description(Rows rows) {
		rows.open(LOGGED_IN, """
				GET /api/menu
				GET /v3/api-docs
				GET /v3/api-docs.yaml
				""");
	}

	private static void escalations(Rows rows) {
		rows.open(REPORTERS_AND_ADMINISTRATORS, """
				POST /api/escalations
				""");
		rows.open(LOGGED_IN, """
				GET /api/cases
				GET /api/cases/export
				GET /api/escalations
				GET /api/escalations/{number}
				POST /api/escalations/{number}/details
				POST /api/escalations/{number}/details/{id}/settlement
				POST /api/escalations/{number}/withdrawal
				POST /api/escalations/{number}/duplicate
				POST /api/escalations/{number}/assessment
				POST /api/escalations/{number}/pause
				POST /api/escalations/{number}/resumption
				POST /api/escalations/{number}/contacts
				POST /api/escalations/{number}/reopening
				POST /api/escalations/{number}/exceptions
				POST /api/escalations/{number}/unlinking
				GET /api/escalations/{number}/reception
				GET /api/escalations/{number}/clocks
				GET POST /api/escalations/{number}/first-notices
				GET POST /api/escalations/{number}/letters
				GET /api/escalations/{number}/reply-points
				GET POST /api/escalations/{number}/promises
				POST /api/escalations/{number}/promises/{id}/withdrawal
				GET /api/escalations/{number}/files
				GET /api/escalations/{number}/files/{file}
				GET /api/escalations/{number}/rca
				POST /api/escalations/{number}/rca-request
				GET /api/matters/{number}/clocks
				GET POST /api/matters/{number}/first-notices
				GET POST /api/matters/{number}/letters
				GET /api/matters/{number}/reply-points
				GET POST /api/matters/{number}/promises
				POST /api/matters/{number}/promises/{id}/withdrawal
				GET /api/matters/{number}/files
				GET /api/matters/{number}/files/{file}
				GET /api/matters/{number}/rca
				POST /api/matters/{number}/rca-request
				GET /api/tasks/{task}/card
				GET /api/tasks/{task}/ending
				GET /api/tasks/lines
				GET /api/tasks/next
				GET /api/lessons
				POST /api/service-levels/preview
				""");
		rows.open(Audience.of(Role.SUPERVISORS, Role.MANAGERS, Role.DIRECTORS), """
				GET /api/tasks/{task}/candidates
				POST /api/tasks/{task}/assignment
				POST /api/tasks/{task}/release
				""");
		rows.open(Audience.of(Role.SUPERVISORS), """
				PUT /api/escalations/{number}/clocks/{clock}/due
				PUT /api/matters/{number}/clocks/{clock}/due
				POST /api/escalations/{number}/tracking-links/revocation
				POST /api/matters/{number}/tracking-links/revocation
				""");
		rows.open(Audience.of(Role.SUPERVISORS, Role.ADMINISTRATORS), """
				POST /api/escalations/{number}/clocks/repair
				POST /api/matters/{number}/clocks/repair
				""");
		rows.open(LEADERS, """
				GET /api/panel
				GET /api/promises/kept-rate
				""");
		rows.open(DEADLINES, """
				GET /api/recalculations
				GET POST /api/reviews
				GET /api/reviews/{id}
				GET /api/reviews/{id}/customers
				""");
		rows.open(SUPERVISION, """
				GET /api/findings
				POST /api/imports/servicenow
				POST /api/calls/import
				POST /api/purchases
				GET POST /api/purchases/apart
				GET /api/imports
				GET /api/imports/{id}
				""");
	}

	private static void customersAndPipeline(Rows rows) {
		rows.open(LOGGED_IN, """
				GET /api/customers
				GET /api/customers/{code}
				GET /api/customers/{code}/competitors
				GET /api/customers/{code}/purchases
				GET /api/prospects
				GET /api/prospects/{code}
				GET POST /api/interests
				DELETE /api/interests/{id}
				""");
		rows.open(CUSTOMER_EDITORS, """
				POST /api/customers
				PUT /api/customers/{code}
				POST /api/customers/import
				PUT /api/customers/{code}/competitors
				""");
		rows.open(REPORTERS, """
				POST /api/prospects
				PUT /api/prospects/{code}
				POST /api/prospects/{code}/rejection
				POST /api/prospects/{code}/readmission
				""");
	}

	private static void complaints(Rows rows) {
		rows.open(DEADLINES, """
				GET /api/complaints/figures
				GET /api/follow-ups
				GET /api/follow-ups/figures
				""");
		rows.open(LEADERS, """
				GET /api/complaints/{number}/evidence
				""");
		rows.open(REPORTERS_AND_ADMINISTRATORS, """
				POST /api/complaints
				POST /api/outages
				PUT /api/outages/{id}
				POST /api/outages/{id}/end
				POST /api/outages/{id}/complaints
				POST /api/outages/{id}/texts
				GET POST /api/heard
				""");
		rows.open(LOGGED_IN, """
				GET POST /api/ideas
				GET /api/ideas/{number}
				POST /api/ideas/{number}/figures
				GET /api/measures
				GET POST /api/public-promises
				GET /api/public-promises/{number}
				POST /api/public-promises/{number}/figures
				POST /api/public-promises/{number}/withdrawal
				GET POST /api/improvements
				GET /api/improvements/{number}
				POST /api/escalations/{number}/improvements
				POST /api/matters/{number}/improvements
				GET /api/complaints/deadlines
				GET /api/outages
				GET /api/outages/{id}
				GET /api/complaints/{number}
				POST /api/complaints/{number}/withdrawal
				GET POST /api/complaints/{number}/remedies
				POST /api/complaints/{number}/demands
				GET POST /api/complaints/{number}/points
				POST /api/complaints/{number}/points/{id}
				POST /api/complaints/{number}/abuse
				GET POST /api/complaints/{number}/escalation
				GET /api/complaints/{number}/attention
				POST /api/complaints/{number}/attention/{kind}
				GET /api/complaints/{number}/holds
				POST /api/complaints/{number}/holds/danger
				POST /api/complaints/{number}/disputes
				POST /api/complaints/{number}/disputes/end
				GET /api/complaints/{number}/answer
				POST /api/complaints/{number}/postal-address
				GET /api/complaints/{number}/receipt
				POST /api/complaints/{number}/receipt/mails
				""");
	}

	private static void pursuits(Rows rows) {
		// Whoever signs what they send.
		rows.open(Audience.ANYBODY, """
				POST /api/leads
				""");
		rows.open(SALE_IMPORTERS, """
				GET POST /api/pursuit-imports
				GET /api/pursuit-imports/{id}
				GET /api/pursuit-imports/{id}/problems
				POST /api/pursuit-imports/{id}/choices
				POST /api/pursuit-imports/{id}/confirmation
				""");
		rows.open(REPORTERS_AND_ADMINISTRATORS, """
				POST /api/pursuits/prospects
				POST /api/pursuits/opportunities
				""");
		rows.open(LOGGED_IN, """
				GET /api/retention-cases
				GET /api/retention-cases/{number}
				GET /api/pursuits/calls
				GET /api/pursuits/{number}
				POST /api/pursuits/{number}/moves
				POST /api/pursuits/{number}/calls
				POST /api/pursuits/{number}/profile
				POST /api/pursuits/{number}/figures
				POST /api/pursuits/{number}/resumption
				GET /api/pursuits/{number}/quotes
				POST /api/pursuits/{number}/quotes
				POST /api/pursuits/{number}/quotes/withdrawal
				""");
		rows.open(DEADLINES.and(Role.SALES), """
				POST /api/retention-cases
				GET POST /api/lost-customers
				GET /api/lost-customers/figures
				GET /api/pursuits/figures
				GET /api/pursuits/figures/cohorts
				GET /api/pursuits/figures/forecast
				""");
	}

	private static void requests(Rows rows) {
		rows.open(REPORTERS_AND_ADMINISTRATORS, """
				POST /api/internal-requests
				POST /api/internal-requests/holding-reply
				POST /api/commitments
				""");
		rows.open(LOGGED_IN, """
				GET /api/internal-requests
				GET /api/internal-requests/{number}
				POST /api/internal-requests/{number}/withdrawal
				GET /api/commitments/{number}
				POST /api/commitments/{number}/confirmation
				GET /api/decisions
				GET /api/decisions/{number}
				GET /api/decisions/similar
				POST /api/decisions/{number}/revocation
				""");
		rows.open(LEADERS, """
				GET /api/internal-requests/service-levels
				GET /api/internal-requests/feelings
				""");
		rows.open(Audience.of(Role.MANAGERS, Role.DIRECTORS), """
				POST /api/decisions
				""");
	}

	private static void organisation(Rows rows) {
		rows.open(LOGGED_IN, """
				GET /api/staff
				GET /api/staff/{id}
				GET POST /api/staff/{id}/absences
				GET DELETE /api/staff/{id}/absences/{absence}
				GET /api/calendars
				GET /api/calendars/countries
				GET /api/calendars/{code}
				GET /api/calendars/{code}/days
				""");
		rows.open(LEADERS, """
				PUT DELETE /api/staff/{id}/manager
				PUT DELETE /api/staff/{id}/on-duty
				""");
		rows.open(DEADLINES, """
				POST /api/calendars
				PUT DELETE /api/calendars/{code}
				POST /api/calendars/{code}/preview
				POST /api/calendars/{code}/teams/{group}/preview
				POST /api/calendars/{code}/customers/{customer}/preview
				POST /api/calendars/{code}/official-days
				POST /api/calendars/{code}/official-days/preview
				PUT DELETE /api/calendars/{code}/teams/{group}
				PUT DELETE /api/calendars/{code}/customers/{customer}
				""");
	}

	private static void models(Rows rows) {
		rows.open(COCKPIT, """
				GET POST /api/models
				POST /api/models/check
				GET /api/models/{kind}/{key}/versions
				GET /api/models/{kind}/{key}/versions/{version}/difference
				POST /api/models/{kind}/{key}/versions/{version}/restoration
				GET POST /api/models/replays
				GET /api/models/replays/{id}
				""");
	}

	private static void mail(Rows rows) {
		rows.open(SUPERVISION, """
				GET /api/messages
				GET /api/messages/{id}
				POST /api/messages/{id}/resend
				POST /api/messages/{id}/cancel
				GET /api/inbound-mails
				GET /api/inbound-mails/{id}
				POST /api/inbound-mails/{id}/assignment
				POST /api/inbound-mails/{id}/matters
				POST /api/inbound-mails/{id}/discard
				GET /api/inbound-mails/{id}/source
				GET /api/inbound-mails/{id}/files/{file}
				""");
	}

}
