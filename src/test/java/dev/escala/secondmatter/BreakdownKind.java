package dev.escala.secondmatter;

import java.util.List;
import java.util.Optional;

import dev.escala.matter.Matter;
import dev.escala.matter.MatterKind;
import dev.escala.matter.Severity;
import dev.escala.promise.PromiseBroken;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.Reference;
import dev.escala.reference.UserId;
import dev.escala.secondmatter.Breakdown.Phase;

import org.springframework.context.event.EventListener;

/** What the rooms ask of breakdowns. */
class BreakdownKind implements MatterKind {

	private final BreakdownRepository repository;

	BreakdownKind(BreakdownRepository repository) {
		this.repository = repository;
	}

	@Override
	public String name() {
		return Breakdown.KIND;
	}

	@Override
	public String prefix() {
		return Breakdown.PREFIX;
	}

	@Override
	public String label() {
		return "parte de avería";
	}

	@Override
	public Optional<Matter> find(CaseNumber number) {
		return this.repository.find(number).map(Breakdown::asMatter);
	}

	@Override
	public Optional<Matter> lock(CaseNumber number) {
		return this.repository.lock(number).map(Breakdown::asMatter);
	}

	@Override
	public List<CaseNumber> openOf(CustomerId customerId) {
		return this.repository.openOf(customerId).stream().map(Breakdown::number).toList();
	}

	@Override
	public List<CaseNumber> openOwnOf(CustomerId customerId) {
		return openOf(customerId);
	}

	@Override
	public boolean isClosing(CaseNumber number) {
		return this.repository.find(number).filter((one) -> one.phase() == Phase.REPAIRED).isPresent();
	}

	@Override
	public void own(CaseNumber number, UserId userId) {
		this.repository.set(number, "owner_id", Reference.valueOrNull(userId));
	}

	/** Whoever claims the repair first owns it. */
	@Override
	public boolean isTakenOver(CaseNumber number) {
		return true;
	}

	/** A broken promise makes it worse, whatever the table says. */
	@EventListener
	void promiseBroken(PromiseBroken broken) {
		this.repository.find(broken.number())
			.ifPresent((one) -> this.repository.set(one.number(), "severity", Severity.HIGH));
	}

}
