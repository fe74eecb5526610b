#!/usr/bin/env bash
# Camunda 7.24.0 (camunda-engine, camunda-engine-rest-core-jakarta), Jersey 3.1.10, H2 2.3.232 in memory, JDK 17
#
# With authorization on and TASK_WORK as the permission that candidates and assignees get (the setting that the manual
# recommends where people must not give tasks away), a person can claim a task and complete it. One would guess that
# the same person can put it back: "unclaim" undoes "claim". It cannot over REST, and so not with Tasklist's button: the
# REST resource assigns the task to nobody, for which the engine asks for TASK_ASSIGN. The Java call claim(task, null)
# does the same work and asks for TASK_WORK only.
#
# Seen:
#   claim by REST: done
#   unclaim by REST: AuthorizationException
#   claim(task, null) in Java: done
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir -p "$folder/src/main/java"
cat > "$folder/pom.xml" <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
	<modelVersion>4.0.0</modelVersion>
	<groupId>finding</groupId>
	<artifactId>finding</artifactId>
	<version>1</version>
	<properties>
		<maven.compiler.release>17</maven.compiler.release>
		<project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
	</properties>
	<dependencies>
		<dependency>
			<groupId>org.camunda.bpm</groupId>
			<artifactId>camunda-engine</artifactId>
			<version>7.24.0</version>
		</dependency>
		<dependency>
			<groupId>org.camunda.bpm</groupId>
			<artifactId>camunda-engine-rest-core-jakarta</artifactId>
			<version>7.24.0</version>
		</dependency>
		<dependency>
			<groupId>org.glassfish.jersey.core</groupId>
			<artifactId>jersey-server</artifactId>
			<version>3.1.10</version>
		</dependency>
		<dependency>
			<groupId>com.h2database</groupId>
			<artifactId>h2</artifactId>
			<version>2.3.232</version>
		</dependency>
	</dependencies>
</project>
POM
cat > "$folder/src/main/java/Finding.java" <<'JAVA'
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.rest.dto.task.UserIdDto;
import org.camunda.bpm.engine.rest.sub.task.impl.TaskResourceImpl;
import org.camunda.bpm.model.bpmn.Bpmn;

public class Finding {

	public static void main(String[] arguments) {
		StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
		configuration.setAuthorizationEnabled(true);
		configuration.setDefaultUserPermissionNameForTask("TASK_WORK");
		configuration.setEnforceHistoryTimeToLive(false);
		ProcessEngine engine = configuration.buildProcessEngine();
		engine.getRepositoryService()
			.createDeployment()
			.addModelInstance("work.bpmn", Bpmn.createExecutableProcess("work")
				.startEvent()
				.userTask()
				.camundaCandidateGroups("team")
				.endEvent()
				.done())
			.deploy();
		engine.getRuntimeService().startProcessInstanceByKey("work");
		String task = engine.getTaskService().createTaskQuery().singleResult().getId();
		engine.getIdentityService().setAuthentication("ana", List.of("team"));
		TaskResourceImpl rest = new TaskResourceImpl(engine, task, "", new ObjectMapper(), false, false, false);
		UserIdDto ana = new UserIdDto();
		ana.setUserId("ana");

		tell("claim by REST", () -> rest.claim(ana));
		tell("unclaim by REST", rest::unclaim);
		tell("claim(task, null) in Java", () -> engine.getTaskService().claim(task, null));
	}

	private static void tell(String what, Runnable call) {
		try {
			call.run();
			System.out.println(what + ": done");
		}
		catch (AuthorizationException ex) {
			System.out.println(what + ": " + ex.getClass().getSimpleName());
		}
	}

}
JAVA
"$root/mvnw" -q -B -f "$folder/pom.xml" compile dependency:build-classpath -Dmdep.outputFile="$folder/classpath"
seen=$(java -cp "$folder/target/classes:$(cat "$folder/classpath")" Finding 2> "$folder/log" || { cat "$folder/log" >&2; exit 1; })
echo "$seen"
diff <(printf '%s\n' 'claim by REST: done' 'unclaim by REST: AuthorizationException' 'claim(task, null) in Java: done') <(echo "$seen")
