package dev.escala.pursuit.matter;

import java.util.List;
import java.util.Optional;

import dev.escala.matter.Matter;
import dev.escala.matter.MatterKind;
import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.PursuitKind;
import dev.escala.pursuit.persistence.PursuitRepository;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;
import dev.escala.text.Sentences;

/** What the rooms ask of a prospect or an opportunity. */
class PursuitMatter implements MatterKind {

	private final PursuitKind kind;

	private final PursuitRepository repository;

	PursuitMatter(PursuitKind kind, PursuitRepository repository) {
		this.kind = kind;
		this.repository = repository;
	}

	@Override
	public String name() {
		return this.kind.matterKind();
	}

	@Override
	public String prefix() {
		return this.kind.prefix();
	}

	@Override
	public String label() {
		return this.kind.label();
	}

	@Override
	public Optional<Matter> find(CaseNumber number) {
		return this.repository.find(number).map(Pursuit::asMatter);
	}

	@Override
	public Optional<Matter> lock(CaseNumber number) {
		return this.repository.lock(number).map(Pursuit::asMatter);
	}

	@Override
	public List<CaseNumber> openOf(CustomerId customerId) {
		return this.repository.openOf(this.kind, customerId);
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
			.map((pursuit) -> "terminó («" + Sentences.within(pursuit.standing().name()) + "»)")
			.orElse("terminó");
	}

}
