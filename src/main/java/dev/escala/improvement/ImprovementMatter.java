package dev.escala.improvement;

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

/** What the rooms ask of an improvement. */
class ImprovementMatter implements MatterKind {

	private final ImprovementRepository repository;

	ImprovementMatter(ImprovementRepository repository) {
		this.repository = repository;
	}

	@Override
	public String name() {
		return Improvement.MATTER_KIND;
	}

	@Override
	public String prefix() {
		return Improvement.PREFIX;
	}

	@Override
	public String label() {
		return "mejora";
	}

	@Override
	public String api() {
		return "/api/improvements/";
	}

	@Override
	public Optional<Matter> find(CaseNumber number) {
		return this.repository.find(number).map(Improvement::asMatter);
	}

	@Override
	public Optional<Matter> lock(CaseNumber number) {
		return this.repository.lock(number).map(Improvement::asMatter);
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

	/** The process of its action carries it, and that of the next one. */
	@Override
	public boolean isCarried() {
		return false;
	}

	/** Whoever has its action answers for it. */
	@Override
	public void own(CaseNumber number, UserId userId) {
		throw new ConflictException(
				number + " es de quien tiene su acción: traspase la tarea y cambiará la persona responsable.");
	}

	@Override
	public String ending(CaseNumber number) {
		return this.repository.find(number)
			.map((one) -> "terminó (" + Sentences.within(one.action().state().label()) + ")")
			.orElse("terminó");
	}

	/** An improvement is a kind of matter without clocks of its own. */
	@Configuration(proxyBeanMethods = false)
	static class Plug {

		@Bean
		MatterKind improvementMatter(ImprovementRepository repository) {
			return new ImprovementMatter(repository);
		}

		/** Its dates are those of its action. */
		@Bean
		MatterClocks.OfKind clocksOfImprovements() {
			return new MatterClocks.OfKind(Improvement.MATTER_KIND, Set.of());
		}

	}

}
