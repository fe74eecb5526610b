package dev.escala.escalation.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.escala.access.Role;
import dev.escala.matter.MatterNote;
import dev.escala.modelgate.ModelFile;
import dev.escala.modelgate.Modeler;
import dev.escala.reference.CaseNumber;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.StaffClient;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A step that a process owner adds in Modeler, without anybody who writes Java. */
@EscalaTest
@DisplayName("A process owner adds a step, and a case goes through it")
class StageStoryTests extends EscalationStory {

	static final String STAGE = "userTask_checkContract";

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient tables;

	@AfterEach
	void asBefore() {
		this.engine.getRepositoryService()
			.createDeploymentQuery()
			.deploymentName("stage story")
			.list()
			.forEach((deployment) -> this.engine.getRepositoryService().deleteDeployment(deployment.getId(), true));
	}

	@Test
	@DisplayName("Its group gets it by a date of the table, with what the model says; what they wrote is kept with the case")
	void addedStep() throws Exception {
		this.people.person("propietario", Role.PROCESS_OWNERS);
		var answer = Modeler.deploy(StaffClient.basic(this.port, "propietario", CaseDriver.PASSWORD), "stage story",
				Map.of(), List.of(withStage(), form()));
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);

		CaseNumber number = this.people.report("agente", moderate());

		Task task = this.people.task(number, STAGE);
		assertThat(task.getDescription()).isEqualTo("Busque el contrato del cliente. Después el grupo se hace cargo.");
		assertThat(task.getDueDate()).isNotNull();
		assertThat(StaffClient.basic(this.port, "finanzas", CaseDriver.PASSWORD)
			.send("GET", "/api/tasks/" + task.getId() + "/card")
			.body())
			.contains("El modelo del proceso da este paso a «Finanzas» (propiedad «Candidate groups»). "
					+ "Para cuándo es lo dice la tabla «Plazo de las tareas sin reloj»");
		assertThat(this.engine.getTaskService().getIdentityLinksForTask(task.getId()))
			.extracting(IdentityLink::getGroupId)
			.contains("finance");
		this.people.complete(number, "finanzas", STAGE,
				Map.of("contractFound", "valid", "contractNote", "Lo firmó en marzo."));
		assertThat(this.people.tasks(number)).contains("userTask_takeOver").doesNotContain(STAGE);
		assertThat(this.notes.notes(number)).extracting(MatterNote::text)
			.anySatisfy((text) -> assertThat(text).isEqualTo("Comprobar el contrato. ¿Tiene contrato?: Sí, en vigor"))
			.anySatisfy((text) -> assertThat(text).contains("Comprobar el contrato. Qué dice el contrato:",
					"Lo firmó en marzo."));
		assertThat(variables(number)).contains("contractFound").doesNotContain("contractNote");
	}

	private List<String> variables(CaseNumber number) {
		return this.tables.sql("SELECT name_ FROM act_ru_variable WHERE proc_inst_id_ = ?")
			.param(this.people.process(number).getId())
			.query(String.class)
			.list();
	}

	static ModelFile form() throws IOException {
		return new ModelFile("check-contract.form",
				Files.readAllBytes(Path.of("src/test/resources/modelgate/check-contract.form")));
	}

	/** As Modeler writes a task with the template for stages. */
	static ModelFile withStage() throws IOException {
		String flow = "<bpmn:sequenceFlow id=\"flow_assignGroup_takeOver\" sourceRef=\"businessRuleTask_assignGroup\" targetRef=\"userTask_takeOver\" />";
		String model = Files.readString(Path.of("bpmn/customer-escalation/customer-escalation.bpmn"));
		assertThat(model).contains(flow);
		return new ModelFile("customer-escalation.bpmn", model
			.replace("camunda:versionTag=\"1.2.0\"", "camunda:versionTag=\"1.2.0-contrato\"")
			.replace(flow,
					"""
							<bpmn:userTask id="userTask_checkContract" name="Comprobar el contrato" camunda:formRef="check-contract" camunda:formRefBinding="latest" camunda:candidateGroups="finance" camunda:dueDate="${assignment.dueDate(execution)}">
							  <bpmn:documentation>Busque el contrato del cliente. Después el grupo se hace cargo.</bpmn:documentation>
							  <bpmn:extensionElements>
							    <camunda:properties>
							      <camunda:property name="stage" value="yes" />
							    </camunda:properties>
							  </bpmn:extensionElements>
							  <bpmn:incoming>flow_assignGroup_takeOver</bpmn:incoming>
							  <bpmn:outgoing>flow_checkContract_takeOver</bpmn:outgoing>
							</bpmn:userTask>
							<bpmn:sequenceFlow id="flow_assignGroup_takeOver" sourceRef="businessRuleTask_assignGroup" targetRef="userTask_checkContract" />
							<bpmn:sequenceFlow id="flow_checkContract_takeOver" sourceRef="userTask_checkContract" targetRef="userTask_takeOver" />
							""")
			.replace(
					"<bpmn:incoming>flow_assignGroup_takeOver</bpmn:incoming>\n          <bpmn:outgoing>flow_takeOver_rightGroup",
					"<bpmn:incoming>flow_checkContract_takeOver</bpmn:incoming>\n          <bpmn:outgoing>flow_takeOver_rightGroup")
			.getBytes(StandardCharsets.UTF_8));
	}

}
