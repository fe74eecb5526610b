package dev.escala.access.table;

import java.util.List;

import static dev.escala.access.table.Audience.ADMINISTRATORS;
import static dev.escala.access.table.Audience.COCKPIT;

/**
 * What Admin does, what Cockpit changes, deploying, and whatever touches the jobs of the
 * engine itself, the clean-up of history included. Process owners deploy, too: what they
 * send is judged before it takes effect.
 */
final class EngineAdminRoutes {

	private EngineAdminRoutes() {
	}

	static List<Row> rows() {
		return Rows.of(Door.ENGINE).open(COCKPIT, """
				POST /deployment/create
				""").open(ADMINISTRATORS, """
				OPTIONS /user
				GET /user/count
				POST /user/create
				DELETE OPTIONS /user/{id}
				POST /user/{id}/unlock
				OPTIONS /group
				POST /group/count
				POST /group/create
				GET PUT DELETE OPTIONS /group/{id}
				OPTIONS /group/{id}/members
				PUT DELETE /group/{id}/members/{user}
				GET OPTIONS /tenant
				GET /tenant/count
				POST /tenant/create
				GET PUT DELETE OPTIONS /tenant/{id}
				OPTIONS /tenant/{id}/group-members
				PUT DELETE /tenant/{id}/group-members/{group}
				OPTIONS /tenant/{id}/user-members
				PUT DELETE /tenant/{id}/user-members/{user}
				GET OPTIONS /authorization
				GET /authorization/count
				POST /authorization/create
				GET PUT DELETE OPTIONS /authorization/{id}
				""").open(ADMINISTRATORS, """
				POST /filter/create
				PUT DELETE /filter/{id}
				POST /task/create
				POST /task/{id}/localVariables
				DELETE /task/{id}/localVariables/{name}
				""").open(ADMINISTRATORS, """
				DELETE /deployment/{id}
				DELETE /process-definition/{id}
				PUT /process-definition/{id}/history-time-to-live
				PUT /process-definition/{id}/suspended
				PUT /decision-definition/{id}/history-time-to-live
				DELETE /process-instance/{id}
				PUT /process-instance/{id}/suspended
				POST /process-instance/{id}/variables
				PUT DELETE /process-instance/{id}/variables/{name}
				POST /process-instance/{id}/variables/{name}/data
				POST /execution/{id}/localVariables
				PUT DELETE /execution/{id}/localVariables/{name}
				POST /execution/{id}/localVariables/{name}/data
				PUT DELETE /incident/{id}/annotation
				PUT /external-task/{id}/retries
				DELETE /batch/{id}
				PUT /batch/{id}/suspended
				DELETE /history/batch/{id}
				DELETE /history/variable-instance/{id}
				""").open(ADMINISTRATORS, """
				POST /job/retries
				PUT /job/suspended
				DELETE /job/{id}
				PUT /job/{id}/duedate
				POST /job/{id}/duedate/recalculate
				POST /job/{id}/execute
				PUT /job/{id}/priority
				PUT /job/{id}/retries
				PUT /job/{id}/suspended
				PUT /job-definition/suspended
				PUT /job-definition/{id}/jobPriority
				PUT /job-definition/{id}/retries
				PUT /job-definition/{id}/suspended
				POST /history/cleanup
				GET /history/cleanup/configuration
				GET /history/cleanup/job
				GET /history/cleanup/jobs
				GET /history/batch/cleanable-batch-report
				GET /history/batch/cleanable-batch-report/count
				GET /history/decision-definition/cleanable-decision-instance-report
				GET /history/decision-definition/cleanable-decision-instance-report/count
				GET /history/process-definition/cleanable-process-instance-report
				GET /history/process-definition/cleanable-process-instance-report/count
				GET /metrics
				GET /metrics/{name}/sum
				DELETE /metrics/task-worker
				GET POST /telemetry/configuration
				GET /telemetry/data
				""").list();
	}

}
