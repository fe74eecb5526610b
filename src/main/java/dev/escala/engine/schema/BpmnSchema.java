package dev.escala.engine.schema;

import java.io.ByteArrayInputStream;
import java.util.Optional;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.xml.ModelException;
import org.xml.sax.SAXParseException;

/** Whether a file is BPMN 2.0 as its schema says, which the engine asks for. */
public final class BpmnSchema {

	private BpmnSchema() {
	}

	/** Where it is not, in Spanish to be put in brackets; empty where all is well. */
	public static Optional<String> problem(byte[] content) {
		try {
			Bpmn.readModelFromStream(new ByteArrayInputStream(content));
			return Optional.empty();
		}
		catch (ModelException ex) {
			for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
				if (cause instanceof SAXParseException parse && parse.getLineNumber() > 0) {
					return Optional.of("línea " + parse.getLineNumber() + ": " + parse.getMessage());
				}
			}
			return Optional.of(String.valueOf(ex.getMessage()));
		}
	}

}
