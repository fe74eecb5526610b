package dev.escala.modelversion.process;

import java.io.ByteArrayInputStream;
import java.util.List;

import dev.escala.diagram.Plane;
import dev.escala.diagram.process.PlaneReader;
import dev.escala.modelversion.ModelDeployment;
import dev.escala.validation.InvalidInputException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;

import org.springframework.stereotype.Component;

/** Deploys through the engine, and so through the gate. */
@Component
class CamundaModelDeployment implements ModelDeployment {

	private final RepositoryService repository;

	CamundaModelDeployment(RepositoryService repository) {
		this.repository = repository;
	}

	@Override
	public void deploy(String file, byte[] content, String why) {
		try {
			this.repository.createDeployment()
				.name(why)
				.addInputStream(file, new ByteArrayInputStream(content))
				.deploy();
		}
		catch (BadUserRequestException ex) {
			throw new InvalidInputException("reason", ex.getMessage());
		}
	}

	@Override
	public List<Plane> planes(byte[] content) {
		return PlaneReader.read(Bpmn.readModelFromStream(new ByteArrayInputStream(content)));
	}

}
