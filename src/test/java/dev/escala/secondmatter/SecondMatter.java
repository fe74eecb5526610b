package dev.escala.secondmatter;

import java.util.Set;

import dev.escala.clock.MatterClocks;
import dev.escala.clock.ServiceClock;
import dev.escala.reference.CaseNumber;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * All that a kind of matter plugs in. Only a test that asks for it has it: its classes
 * are no components.
 */
@TestConfiguration(proxyBeanMethods = false)
@Import({ BreakdownRepository.class, BreakdownKind.class, Breakdowns.class, RepairTask.class, BreakdownCards.class,
		BreakdownPage.class, BreakdownAnalyses.class })
class SecondMatter {

	/**
	 * Nobody waits for a first notice of a breakdown; by when it is mended says a law.
	 */
	@Bean
	MatterClocks.OfKind clocksOfBreakdowns() {
		return new MatterClocks.OfKind(Breakdown.KIND, Set.of(ServiceClock.UPDATE, ServiceClock.RESOLUTION),
				Set.of(ServiceClock.RESOLUTION));
	}

	@Bean
	JavaDelegate closeBreakdown(Breakdowns breakdowns) {
		return (execution) -> breakdowns.close(new CaseNumber(execution.getProcessBusinessKey()));
	}

}
