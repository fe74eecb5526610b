package dev.escala.startup;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.FactoryBean;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Tells whoever starts Escala that the engine runs, as soon as it does. It knows the
 * engine by the name of its bean and needs nothing of it.
 */
@Component
class EngineProgress implements BeanPostProcessor {

	private static final Logger log = LoggerFactory.getLogger(EngineProgress.class);

	private static final String ENGINE = "processEngineFactoryBean";

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		if (name.equals(ENGINE) && !(bean instanceof FactoryBean)) {
			log.info("The process engine runs and has the models. Starting the rest.");
		}
		return bean;
	}

}
