package dev.escala.access.table;

import java.util.List;

import static dev.escala.access.table.Audience.LOGGED_IN;

/**
 * What Tasklist and Welcome ask the engine for, and a tool in their place: a person's own
 * tasks, starting a process, the own profile. For every login, because routing may give
 * work to groups that no role knows; the engine's grants decide on each row.
 */
final class EngineWorkRoutes {

	private EngineWorkRoutes() {
	}

	static List<Row> rows() {
		return Rows.of(Door.ENGINE).open(LOGGED_IN, """
				GET /authorization/check
				GET POST /identity/password-policy
				GET POST /group
				GET /group/count
				GET /user
				GET PUT /user/{id}/profile
				PUT /user/{id}/credentials
				""").open(LOGGED_IN, """
				GET OPTIONS /filter
				GET /filter/count
				GET OPTIONS /filter/{id}
				GET /filter/{id}/count
				POST /filter/{id}/list
				""").open(LOGGED_IN, """
				GET /task
				GET PUT /task/{id}
				POST /task/{id}/assignee
				POST /task/{id}/bpmnError
				POST /task/{id}/bpmnEscalation
				POST /task/{id}/claim
				GET /task/{id}/comment
				POST /task/{id}/comment/create
				POST /task/{id}/complete
				POST /task/{id}/delegate
				GET /task/{id}/deployed-form
				GET /task/{id}/form
				GET /task/{id}/form-variables
				GET POST /task/{id}/identity-links
				POST /task/{id}/identity-links/delete
				GET /task/{id}/rendered-form
				POST /task/{id}/resolve
				POST /task/{id}/submit-form
				POST /task/{id}/unclaim
				GET /task/{id}/variables/{name}/data
				GET /history/user-operation
				GET /history/user-operation/count
				GET /variable-instance/{id}
				GET /variable-instance/{id}/data
				""").open(LOGGED_IN, """
				GET /process-definition
				GET /process-definition/count
				GET /process-definition/{id}
				GET /process-definition/{id}/deployed-start-form
				GET /process-definition/{id}/form-variables
				GET /process-definition/{id}/rendered-form
				POST /process-definition/{id}/start
				GET /process-definition/{id}/startForm
				POST /process-definition/{id}/submit-form
				GET /process-definition/{id}/xml
				GET /process-definition/key/{key}
				GET /process-definition/key/{key}/deployed-start-form
				GET /process-definition/key/{key}/form-variables
				GET /process-definition/key/{key}/rendered-form
				POST /process-definition/key/{key}/start
				GET /process-definition/key/{key}/startForm
				POST /process-definition/key/{key}/submit-form
				GET /process-definition/key/{key}/xml
				""").list();
	}

}
