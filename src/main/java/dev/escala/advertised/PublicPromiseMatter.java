package dev.escala.advertised;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.escala.clock.MatterClocks;
import dev.escala.matter.Matter;
import dev.escala.matter.MatterKind;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;
import dev.escala.validation.ConflictException;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the rooms ask of a public promise. */
class PublicPromiseMatter implements MatterKind {

	private final PublicPromiseRepository repository;

	PublicPromiseMatter(PublicPromiseRepository repository) {
		this.repository = repository;
	}

	@Override
	public String name() {
		return PublicPromise.MATTER_KIND;
	}

	@Override
	public String prefix() {
		return PublicPromise.PREFIX;
	}

	@Override
	public String label() {
		return "promesa pública";
	}

	@Override
	public String api() {
		return "/api/public-promises/";
	}

	@Override
	public Optional<Matter> find(CaseNumber number) {
		return this.repository.find(number).map(PublicPromise::asMatter);
	}

	@Override
	public Optional<Matter> lock(CaseNumber number) {
		return this.repository.lock(number).map(PublicPromise::asMatter);
	}

	/** No customer asked for it. */
	@Override
	public List<CaseNumber> openOf(CustomerId customerId) {
		return List.of();
	}

	@Override
	public List<CaseNumber> openOwnOf(CustomerId customerId) {
		return List.of();
	}

	/** It has no end of its own, and no clock. */
	@Override
	public boolean isCarried() {
		return false;
	}

	@Override
	public void own(CaseNumber number, UserId userId) {
		if (userId == null) {
			throw new ConflictException("De " + number + " responde siempre una persona: elija a quién se traspasa.");
		}
		this.repository.own(number, userId);
	}

	@Override
	public String ending(CaseNumber number) {
		return "se retiró";
	}

	/** A public promise is a kind of matter without clocks of its own. */
	@Configuration(proxyBeanMethods = false)
	static class Plug {

		@Bean
		MatterKind publicPromiseMatter(PublicPromiseRepository repository) {
			return new PublicPromiseMatter(repository);
		}

		/** It is compared when a month is over. */
		@Bean
		MatterClocks.OfKind clocksOfPublicPromises() {
			return new MatterClocks.OfKind(PublicPromise.MATTER_KIND, Set.of());
		}

	}

}
