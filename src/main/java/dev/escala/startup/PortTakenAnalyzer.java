package dev.escala.startup;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says which property moves Escala to another port; Spring Boot's own words do not. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class PortTakenAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, PortInUseException cause) {
		return new FailureAnalysis(
				"Port " + cause.getPort() + " is taken by another program: stop that program, or "
						+ "choose another port with SERVER_PORT (or --server.port=" + (cause.getPort() + 1) + ").",
				null, cause);
	}

}
