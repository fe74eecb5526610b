package dev.escala.idea;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.escala.clock.MatterClocks;
import dev.escala.matter.Matter;
import dev.escala.matter.MatterKind;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;
import dev.escala.text.Sentences;
import dev.escala.validation.ConflictException;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the rooms ask of an idea. */
class IdeaMatter implements MatterKind {

	private final IdeaRepository repository;

	IdeaMatter(IdeaRepository repository) {
		this.repository = repository;
	}

	@Override
	public String name() {
		return Idea.MATTER_KIND;
	}

	@Override
	public String prefix() {
		return Idea.PREFIX;
	}

	@Override
	public String label() {
		return "idea";
	}

	@Override
	public String api() {
		return "/api/ideas/";
	}

	@Override
	public Optional<Matter> find(CaseNumber number) {
		return this.repository.find(number).map(Idea::asMatter);
	}

	@Override
	public Optional<Matter> lock(CaseNumber number) {
		return this.repository.lock(number).map(Idea::asMatter);
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

	/** It waits for its day and has no clock that others would watch. */
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
		return this.repository.find(number)
			.map((one) -> "se decidió (" + Sentences.within(one.state().label()) + ")")
			.orElse("se decidió");
	}

	/** An idea is a kind of matter without clocks of its own. */
	@Configuration(proxyBeanMethods = false)
	static class Plug {

		@Bean
		MatterKind ideaMatter(IdeaRepository repository) {
			return new IdeaMatter(repository);
		}

		/** Its day is watched by its own process. */
		@Bean
		MatterClocks.OfKind clocksOfIdeas() {
			return new MatterClocks.OfKind(Idea.MATTER_KIND, Set.of());
		}

	}

}
