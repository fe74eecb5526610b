package dev.escala.engine.rest;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.ws.rs.core.FeatureContext;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;

/**
 * Puts our answers before Camunda's in every JAX-RS application of this process; found by
 * its name in {@code META-INF/services}. One mapper for each type that Camunda maps: of
 * two for the same type the one with the lower number counts.
 */
public class EngineErrors implements AutoDiscoverable {

	private static final int BEFORE_CAMUNDA = 1;

	@Override
	public void configure(FeatureContext context) {
		context.register(TaskAsShown.class);
		context.register(OfAnything.class, BEFORE_CAMUNDA);
		context.register(OfEngine.class, BEFORE_CAMUNDA);
		context.register(OfRest.class, BEFORE_CAMUNDA);
		context.register(OfJson.class, BEFORE_CAMUNDA);
		context.register(OfJsonSyntax.class, BEFORE_CAMUNDA);
	}

	/** Whatever has no mapper of its own. */
	public static class OfAnything extends EngineErrorMapper<Throwable> {

	}

	/** What the engine throws. */
	public static class OfEngine extends EngineErrorMapper<ProcessEngineException> {

	}

	/** What Camunda's REST resources throw. */
	public static class OfRest extends EngineErrorMapper<RestException> {

	}

	/** A body of another shape than expected. */
	public static class OfJson extends EngineErrorMapper<JsonMappingException> {

	}

	/** A body that is not JSON. */
	public static class OfJsonSyntax extends EngineErrorMapper<JsonParseException> {

	}

}
