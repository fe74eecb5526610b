package dev.escala.modelversion.process;

import java.io.ByteArrayInputStream;
import java.util.List;

import dev.escala.diagram.Plane;
import dev.escala.diagram.process.PlaneReader;
import dev.escala.modelgate.ModelFile;
import dev.escala.modelversion.ModelDeployment;
import dev.escala.validation.InvalidInputException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.model.bpmn.Bpmn;

import org.springframework.stereotype.Component;

/** Deploys through the engine, and so through the gate. */
@Component
class CamundaModelDeployment implements ModelDeployment {

	/** By which the name of a deployment without an author is known to be a reason. */
	private static final String OWN = "escala";

	private final RepositoryService repository;

	CamundaModelDeployment(RepositoryService repository) {
		this.repository = repository;
	}

	@Override
	public String deploy(List<ModelFile> files, String why) {
		DeploymentBuilder sent = this.repository.createDeployment().name(why);
		files.forEach((file) -> sent.addInputStream(file.name(), new ByteArrayInputStream(file.content())));
		try {
			return sent.deploy().getId();
		}
		catch (BadUserRequestException ex) {
			throw new InvalidInputException("files", ex.getMessage());
		}
	}

	@Override
	public String deployOwn(String file, byte[] content, String why) {
		return this.repository.createDeployment()
			.name(why)
			.source(OWN)
			.addInputStream(file, new ByteArrayInputStream(content))
			.deploy()
			.getId();
	}

	@Override
	public List<Plane> planes(byte[] content) {
		return PlaneReader.read(Bpmn.readModelFromStream(new ByteArrayInputStream(content)));
	}

}
