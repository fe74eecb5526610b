package dev.escala.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** Tells whoever starts Escala that the engine runs, as soon as there is one. */
@Component
class EngineProgress {

	private static final Logger log = LoggerFactory.getLogger(EngineProgress.class);

	EngineProgress(ProcessEngine engine) {
		log.info("The process engine {} runs and has the models. Starting the rest.", engine.getName());
	}

}
