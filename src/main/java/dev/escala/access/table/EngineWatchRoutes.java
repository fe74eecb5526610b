package dev.escala.access.table;

import java.util.List;

import static dev.escala.access.table.Audience.COCKPIT;

/**
 * What Cockpit reads, and Modeler before it deploys: definitions, running and past
 * instances, jobs and incidents of everybody. For those who may open Cockpit.
 */
final class EngineWatchRoutes {

	private EngineWatchRoutes() {
	}

	static List<Row> rows() {
		return Rows.of(Door.ENGINE).open(COCKPIT, """
				GET /version
				GET /deployment
				GET /deployment/count
				GET /deployment/{id}
				GET /deployment/{id}/resources
				GET /deployment/{id}/resources/{resource}
				GET /deployment/{id}/resources/{resource}/data
				GET /process-definition/statistics
				GET /process-definition/{id}/statistics
				GET /process-definition/{id}/static-called-process-definitions
				GET /decision-definition
				GET /decision-definition/count
				GET /decision-definition/{id}
				GET /decision-definition/{id}/xml
				GET /decision-requirements-definition
				GET /decision-requirements-definition/count
				GET /decision-requirements-definition/{id}
				GET /decision-requirements-definition/{id}/xml
				GET /case-definition/count
				GET /case-instance/count
				""").open(COCKPIT, """
				GET POST /process-instance
				GET POST /process-instance/count
				GET /process-instance/{id}
				GET /process-instance/{id}/activity-instances
				GET /process-instance/{id}/variables
				GET /process-instance/{id}/variables/{name}
				GET /process-instance/{id}/variables/{name}/data
				GET /execution/{id}/localVariables/{name}
				GET /execution/{id}/localVariables/{name}/data
				GET POST /variable-instance
				GET POST /variable-instance/count
				POST /task
				GET POST /task/count
				GET /task/report/candidate-group-count
				GET POST /external-task
				GET POST /external-task/count
				GET /external-task/{id}
				GET /external-task/{id}/errorDetails
				""").open(COCKPIT, """
				GET POST /job
				GET POST /job/count
				GET /job/{id}
				GET /job/{id}/stacktrace
				GET POST /job-definition
				GET POST /job-definition/count
				GET /job-definition/{id}
				GET /incident
				GET /incident/count
				GET /incident/{id}
				GET /batch
				GET /batch/count
				GET /batch/statistics
				GET /batch/statistics/count
				GET /batch/{id}
				""").open(COCKPIT, """
				GET /history/activity-instance
				GET /history/activity-instance/count
				GET /history/batch
				GET /history/batch/count
				GET /history/batch/{id}
				GET /history/decision-instance
				GET /history/decision-instance/count
				GET /history/decision-instance/{id}
				GET /history/decision-requirements-definition/{id}/statistics
				GET /history/detail
				GET /history/detail/count
				GET POST /history/external-task-log
				GET POST /history/external-task-log/count
				GET /history/external-task-log/{id}/error-details
				GET /history/identity-link-log
				GET /history/identity-link-log/count
				GET /history/incident
				GET /history/incident/count
				GET POST /history/job-log
				GET POST /history/job-log/count
				GET /history/job-log/{id}/stacktrace
				GET /history/process-definition/{id}/statistics
				GET POST /history/process-instance
				GET POST /history/process-instance/count
				GET /history/process-instance/{id}
				GET /history/process-instance/report
				GET POST /history/task
				GET POST /history/task/count
				GET /history/task/report
				GET POST /history/variable-instance
				GET POST /history/variable-instance/count
				GET /history/variable-instance/{id}
				GET /history/variable-instance/{id}/data
				""").list();
	}

}
