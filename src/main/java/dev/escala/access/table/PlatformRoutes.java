package dev.escala.access.table;

import java.util.ArrayList;
import java.util.List;

import static dev.escala.access.table.Audience.ADMINISTRATORS;
import static dev.escala.access.table.Audience.ANYBODY;
import static dev.escala.access.table.Audience.COCKPIT;
import static dev.escala.access.table.Audience.LOGGED_IN;
import static dev.escala.access.table.Audience.NOBODY;

/** What Spring Boot and Camunda's web applications bring with them. */
final class PlatformRoutes {

	private PlatformRoutes() {
	}

	static List<Row> rows() {
		List<Row> rows = new ArrayList<>(actuator());
		rows.addAll(webapps());
		return rows;
	}

	private static List<Row> actuator() {
		return Rows.of(Door.ACTUATOR)
			.open(ANYBODY, """
					GET /actuator/health
					GET /actuator/health/liveness
					GET /actuator/health/readiness
					""")
			.open(ADMINISTRATORS, """
					GET /actuator
					GET /actuator/health/**
					GET /actuator/info
					GET /actuator/prometheus
					""")
			// Where errors are written, which nobody asks for by its address.
			.open(NOBODY, """
					* /error
					""")
			.list();
	}

	private static List<Row> webapps() {
		return Rows.of(Door.WEBAPPS)
			// Files, and what the login page asks before anybody is logged in: it takes a
			// refusal of the engines' names for a failed login.
			.open(ANYBODY, """
					GET /camunda
					GET /camunda/
					GET /camunda/app/**
					GET /camunda/lib/**
					GET /camunda/assets/**
					GET /camunda/favicon.ico
					GET /camunda/api/admin/plugin/adminPlugins/static/**
					GET /camunda/api/cockpit/plugin/base/static/**
					GET /camunda/api/cockpit/plugin/cockpitPlugins/static/**
					GET /camunda/api/tasklist/plugin/tasklistPlugins/static/**
					GET /camunda/api/admin/auth/user/default
					POST /camunda/api/admin/auth/user/default/login/{app}
					POST /camunda/api/admin/auth/user/default/logout
					GET /camunda/api/engine/engine/
					""")
			.open(LOGGED_IN, """
					GET /camunda/api/engine/engine
					GET /engine-rest/engine
					""")
			.open(COCKPIT, """
					GET POST /camunda/api/cockpit/plugin/base/default/incident
					GET POST /camunda/api/cockpit/plugin/base/default/incident/count
					GET /camunda/api/cockpit/plugin/base/default/process-definition/statistics
					GET /camunda/api/cockpit/plugin/base/default/process-definition/statistics-count
					GET POST /camunda/api/cockpit/plugin/base/default/process-definition/{id}/called-process-definitions
					GET POST /camunda/api/cockpit/plugin/base/default/process-instance
					GET POST /camunda/api/cockpit/plugin/base/default/process-instance/count
					GET POST /camunda/api/cockpit/plugin/base/default/process-instance/{id}/called-process-instances
					""")
			.open(ADMINISTRATORS, """
					GET /camunda/api/admin/plugin/adminPlugins/default/metrics/aggregated
					""")
			// The first administrator is made from the configuration, never by a request.
			.open(NOBODY, """
					* /camunda/api/admin/setup/**
					""")
			.list();
	}

}
