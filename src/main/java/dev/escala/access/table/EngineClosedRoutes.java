package dev.escala.access.table;

import java.util.List;

import static dev.escala.access.table.Audience.NOBODY;

/**
 * What the engine's REST API has besides, and nothing uses: closed for everybody. A new
 * version of Camunda may add doors; each stays closed, and the build fails until somebody
 * writes it down here or opens it.
 */
final class EngineClosedRoutes {

	private EngineClosedRoutes() {
	}

	static List<Row> rows() {
		return Rows.of(Door.ENGINE)
			// Whole resources.
			.open(NOBODY, """
					* /case-definition/**
					* /case-execution/**
					* /case-instance/**
					* /condition/**
					* /event-subscription/**
					* /message/**
					* /migration/**
					* /modification/**
					* /optimize/**
					* /schema/**
					* /signal/**
					* /history/case-activity-instance/**
					* /history/case-definition/**
					* /history/case-instance/**
					""")
			.open(NOBODY, """
					GET /identity/groups
					POST /identity/verify
					POST /filter/{id}/count
					GET /filter/{id}/list
					GET POST /filter/{id}/singleResult
					DELETE /task/{id}
					* /task/{id}/attachment/**
					PUT DELETE /task/{id}/comment
					GET DELETE /task/{id}/comment/{comment}
					GET /task/{id}/localVariables
					GET PUT /task/{id}/localVariables/{name}
					GET POST /task/{id}/localVariables/{name}/data
					GET POST /task/{id}/variables
					GET PUT DELETE /task/{id}/variables/{name}
					POST /task/{id}/variables/{name}/data
					GET /deployment/registered
					POST /deployment/{id}/redeploy
					""")
			.open(NOBODY, """
					PUT /process-definition/suspended
					GET /process-definition/{id}/diagram
					POST /process-definition/{id}/restart
					POST /process-definition/{id}/restart-async
					DELETE /process-definition/key/{key}
					DELETE /process-definition/key/{key}/delete
					GET /process-definition/key/{key}/diagram
					PUT /process-definition/key/{key}/history-time-to-live
					POST /process-definition/key/{key}/restart
					POST /process-definition/key/{key}/restart-async
					GET /process-definition/key/{key}/static-called-process-definitions
					GET /process-definition/key/{key}/statistics
					PUT /process-definition/key/{key}/suspended
					* /process-definition/key/{key}/tenant-id/**
					GET /decision-definition/{id}/diagram
					POST /decision-definition/{id}/evaluate
					* /decision-definition/key/**
					GET /decision-requirements-definition/{id}/diagram
					* /decision-requirements-definition/key/**
					""")
			.open(NOBODY, """
					POST /process-instance/delete
					POST /process-instance/delete-historic-query-based
					POST /process-instance/job-retries
					POST /process-instance/job-retries-historic-query-based
					POST /process-instance/message-async
					PUT /process-instance/suspended
					POST /process-instance/suspended-async
					POST /process-instance/variables-async
					* /process-instance/{id}/comment/**
					POST /process-instance/{id}/modification
					POST /process-instance/{id}/modification-async
					GET POST /execution
					GET POST /execution/count
					GET /execution/{id}
					POST /execution/{id}/create-incident
					GET /execution/{id}/localVariables
					* /execution/{id}/messageSubscriptions/**
					POST /execution/{id}/signal
					DELETE /incident/{id}
					""")
			.open(NOBODY, """
					POST /external-task/fetchAndLock
					PUT /external-task/retries
					POST /external-task/retries-async
					GET /external-task/topic-names
					POST /external-task/{id}/bpmnError
					POST /external-task/{id}/complete
					POST /external-task/{id}/extendLock
					POST /external-task/{id}/failure
					POST /external-task/{id}/lock
					PUT /external-task/{id}/priority
					POST /external-task/{id}/unlock
					""")
			.open(NOBODY, """
					POST /history/activity-instance
					POST /history/activity-instance/count
					GET /history/activity-instance/{id}
					POST /history/batch/set-removal-time
					POST /history/decision-instance/delete
					POST /history/decision-instance/set-removal-time
					POST /history/detail
					GET /history/detail/{id}
					GET /history/detail/{id}/data
					GET /history/external-task-log/{id}
					GET /history/job-log/{id}
					POST /history/process-instance/delete
					POST /history/process-instance/set-removal-time
					DELETE /history/process-instance/{id}
					DELETE /history/process-instance/{id}/variable-instances
					PUT /history/user-operation/{id}/clear-annotation
					PUT /history/user-operation/{id}/set-annotation
					""")
			.list();
	}

}
