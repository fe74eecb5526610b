package dev.escala.pursuit.taken.row;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.escala.owner.MatterOwner;
import dev.escala.pipeline.Party;
import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.PursuitFlow;
import dev.escala.pursuit.Pursuits;
import dev.escala.pursuit.Strategy;
import dev.escala.pursuit.course.PursuitWork;
import dev.escala.pursuit.course.RegisterPursuit;
import dev.escala.pursuit.course.SaidPursuit;
import dev.escala.pursuit.persistence.PursuitRepository;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.timeline.Timeline;
import dev.escala.validation.Refusal;

import org.springframework.stereotype.Component;

/**
 * Begins what a row says and brings it to its stage: registered as by the form, moved by
 * completing the task of each stage on the way.
 */
@Component
class RowPursuit {

	private final RegisterPursuit registering;

	private final PursuitWork work;

	private final Pursuits pursuits;

	private final PursuitRepository repository;

	private final PursuitFlow flow;

	private final MatterOwner owners;

	private final Timeline timeline;

	RowPursuit(RegisterPursuit registering, PursuitWork work, Pursuits pursuits, PursuitRepository repository,
			PursuitFlow flow, MatterOwner owners, Timeline timeline) {
		this.registering = registering;
		this.work = work;
		this.pursuits = pursuits;
		this.repository = repository;
		this.flow = flow;
		this.owners = owners;
		this.timeline = timeline;
	}

	/**
	 * Begins it, and goes the way.
	 * @return as it stands then
	 * @throws StepRefusedException where a stage refuses
	 */
	Pursuit begin(SaidRow row, Party party, StageRoutes.Route route, RunFacts facts, UserId by) {
		Optional<UserId> owner = facts.seller(row.owner());
		SaidPursuit said = new SaidPursuit(party.code(), row.sector(), row.employees(), row.capture().name(),
				Strategy.BOTTOM_UP.name(), facts.deals() ? row.title() : null, row.profile());
		// Whoever has the task of a stage completes it: the owner gets it afterwards.
		CaseNumber number = (owner.isPresent() && route.forms().isEmpty()) ? beginOwned(said, owner.get(), facts, by)
				: this.registering.begin(facts.kind(), said, by);
		if (!row.rest().isEmpty()) {
			this.timeline.add(number, by, "De " + facts.system().label() + ":\n" + row.rest());
		}
		money(this.pursuits.get(number), row);
		go(number, route.forms(), by);
		Pursuit pursuit = this.pursuits.get(number);
		if (pursuit.isOpen() && owner.isPresent() && !owner.get().equals(pursuit.ownerId())) {
			this.owners.reassign(number, by, owner.get());
		}
		return this.pursuits.get(number);
	}

	private CaseNumber beginOwned(SaidPursuit said, UserId owner, RunFacts facts, UserId by) {
		CaseNumber number = this.registering.register(facts.kind(), said, by).number();
		this.repository.assign(number, owner);
		this.flow.start(this.pursuits.get(number));
		return number;
	}

	/** For how much it may be; a sale says it again. */
	void money(Pursuit pursuit, SaidRow row) {
		if (row.money() != null) {
			this.repository.deal(pursuit.number(),
					new Pursuit.Deal(pursuit.deal().quote(), row.money().amount(), row.money().currency()));
		}
	}

	/**
	 * Completes one task after the other.
	 * @throws StepRefusedException where a stage refuses, or somebody else has the task
	 */
	void go(CaseNumber number, List<Map<String, Object>> forms, UserId by) {
		for (int i = 0; i < forms.size(); i++) {
			try {
				this.work.move(number, by, forms.get(i));
			}
			catch (Refusal ex) {
				throw new StepRefusedException(i, ex.getMessage());
			}
		}
	}

}
