package dev.escala.pursuit.matter;

import java.util.Set;

import dev.escala.clock.MatterClocks;
import dev.escala.matter.MatterKind;
import dev.escala.pursuit.PursuitKind;
import dev.escala.pursuit.persistence.PursuitRepository;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Prospects and opportunities are matters, each a kind of its own. */
@Configuration(proxyBeanMethods = false)
class PursuitMatters {

	@Bean
	MatterKind prospectMatter(PursuitRepository repository) {
		return new PursuitMatter(PursuitKind.PROSPECT, repository);
	}

	@Bean
	MatterKind opportunityMatter(PursuitRepository repository) {
		return new PursuitMatter(PursuitKind.OPPORTUNITY, repository);
	}

	/** Its dates are those of the protocol and of what was agreed, and no clock's. */
	@Bean
	MatterClocks.OfKind clocksOfProspects() {
		return new MatterClocks.OfKind(PursuitKind.PROSPECT.matterKind(), Set.of());
	}

	@Bean
	MatterClocks.OfKind clocksOfOpportunities() {
		return new MatterClocks.OfKind(PursuitKind.OPPORTUNITY.matterKind(), Set.of());
	}

}
