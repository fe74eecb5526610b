#!/usr/bin/env bash
# Camunda 7.24.0 (camunda-engine), H2 2.3.232, JDK 17
#
# A start listener of the start event is where a process that a form started registers its case, and gives itself the
# business key. One would guess that whatever the process waits for begins after that. But the timer of an event
# subprocess that stands in the process itself is made first: its date is evaluated when neither the business key nor any
# variable is there that the listener sets, and a bean that asks for the case finds none. The same event subprocess inside
# an embedded subprocess is made when the flow gets there, and finds both.
#
# Seen:
#   in the process: key null, number null
#   in a subprocess: key K-1, number 1
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
			<groupId>com.h2database</groupId>
			<artifactId>h2</artifactId>
			<version>2.3.232</version>
		</dependency>
	</dependencies>
</project>
POM
cat > "$folder/src/main/java/Finding.java" <<'JAVA'
import java.util.Date;
import java.util.Map;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;

public class Finding {

	private static final String WATCH = "<subProcess id=\"watch\" triggeredByEvent=\"true\">"
			+ "<startEvent id=\"near\" isInterrupting=\"false\"><outgoing>w</outgoing><timerEventDefinition>"
			+ "<timeDate>${probe.date(execution)}</timeDate></timerEventDefinition></startEvent>"
			+ "<sequenceFlow id=\"w\" sourceRef=\"near\" targetRef=\"looked\"/><endEvent id=\"looked\"/></subProcess>";

	private static final String WORK = "<startEvent id=\"begin\"/><sequenceFlow id=\"b\" sourceRef=\"begin\" "
			+ "targetRef=\"task\"/><userTask id=\"task\"/>";

	public static void main(String[] args) {
		StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
		Probe probe = new Probe();
		configuration.setBeans(Map.of("register", new Register(), "probe", probe));
		ProcessEngine engine = configuration.setJobExecutorActivate(false).buildProcessEngine();
		start(engine, "inProcess", "<userTask id=\"work\"/>" + WATCH);
		System.out.println("in the process: " + probe.seen);
		start(engine, "inSubprocess", "<subProcess id=\"work\">" + WORK + WATCH + "</subProcess>");
		System.out.println("in a subprocess: " + probe.seen);
		engine.close();
	}

	private static void start(ProcessEngine engine, String key, String rest) {
		engine.getRepositoryService()
			.createDeployment()
			.addString(key + ".bpmn", "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" "
					+ "xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\" targetNamespace=\"finding\">"
					+ "<process id=\"" + key + "\" isExecutable=\"true\" camunda:historyTimeToLive=\"P1D\">"
					+ "<startEvent id=\"start\"><extensionElements><camunda:executionListener event=\"start\" "
					+ "delegateExpression=\"${register}\"/></extensionElements></startEvent>"
					+ "<sequenceFlow id=\"f\" sourceRef=\"start\" targetRef=\"work\"/>" + rest
					+ "</process></definitions>")
			.deploy();
		engine.getRuntimeService().startProcessInstanceByKey(key);
	}

	public static class Register implements ExecutionListener {

		@Override
		public void notify(DelegateExecution execution) {
			execution.setProcessBusinessKey("K-1");
			execution.setVariable("number", 1);
		}

	}

	public static class Probe {

		private String seen;

		public Date date(DelegateExecution execution) {
			this.seen = "key " + execution.getProcessBusinessKey() + ", number " + execution.getVariable("number");
			return new Date(System.currentTimeMillis() + 3_600_000);
		}

	}

}
JAVA
"$root/mvnw" -q -B -f "$folder/pom.xml" compile dependency:build-classpath -Dmdep.outputFile="$folder/classpath"
seen=$(java -cp "$folder/target/classes:$(cat "$folder/classpath")" Finding 2> "$folder/log" || { cat "$folder/log" >&2; exit 1; })
echo "$seen"
diff <(printf '%s\n' 'in the process: key null, number null' 'in a subprocess: key K-1, number 1') <(echo "$seen")
