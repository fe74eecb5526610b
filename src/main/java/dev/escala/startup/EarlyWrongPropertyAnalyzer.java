package dev.escala.startup;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * The same before there is an application context: Spring Boot then has no environment to
 * give, and leaves out the analyzers that ask for one.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class EarlyWrongPropertyAnalyzer implements FailureAnalyzer {

	private final WrongPropertyAnalyzer analyzer = new WrongPropertyAnalyzer(null);

	@Override
	public FailureAnalysis analyze(Throwable failure) {
		return this.analyzer.analyze(failure);
	}

}
