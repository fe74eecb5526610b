package dev.escala.retention;

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

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the rooms ask of a case of a leaving customer. */
class RetentionMatter implements MatterKind {

	private final RetentionCaseRepository repository;

	RetentionMatter(RetentionCaseRepository repository) {
		this.repository = repository;
	}

	@Override
	public String name() {
		return RetentionCase.MATTER_KIND;
	}

	@Override
	public String prefix() {
		return RetentionCase.PREFIX;
	}

	@Override
	public String label() {
		return "caso de retención";
	}

	@Override
	public Optional<Matter> find(CaseNumber number) {
		return this.repository.find(number).map(RetentionCase::asMatter);
	}

	@Override
	public Optional<Matter> lock(CaseNumber number) {
		return this.repository.lock(number).map(RetentionCase::asMatter);
	}

	@Override
	public List<CaseNumber> openOf(CustomerId customerId) {
		return this.repository.openOf(customerId).stream().map(RetentionCase::number).toList();
	}

	@Override
	public List<CaseNumber> openOwnOf(CustomerId customerId) {
		return openOf(customerId);
	}

	@Override
	public void own(CaseNumber number, UserId userId) {
		this.repository.assign(number, userId);
	}

	/** Whoever claims its first task owns it. */
	@Override
	public boolean isTakenOver(CaseNumber number) {
		return true;
	}

	@Override
	public String ending(CaseNumber number) {
		return this.repository.find(number)
			.map((one) -> "terminó (" + Sentences.within(one.state().label()) + ")")
			.orElse("terminó");
	}

	/** It is a kind of matter without clocks of its own. */
	@Configuration(proxyBeanMethods = false)
	static class Plug {

		@Bean
		MatterKind retentionMatter(RetentionCaseRepository repository) {
			return new RetentionMatter(repository);
		}

		/** Its dates are those of its table. */
		@Bean
		MatterClocks.OfKind clocksOfRetention() {
			return new MatterClocks.OfKind(RetentionCase.MATTER_KIND, Set.of());
		}

	}

}
