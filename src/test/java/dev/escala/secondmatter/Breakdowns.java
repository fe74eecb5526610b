package dev.escala.secondmatter;

import java.time.Clock;

import dev.escala.clock.MatterClocks;
import dev.escala.database.ReadableNumbers;
import dev.escala.engine.AsSystem;
import dev.escala.matter.ClosingConditions;
import dev.escala.matter.Matters;
import dev.escala.matter.Severity;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;
import dev.escala.secondmatter.Breakdown.Phase;
import dev.escala.timeline.Timeline;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;

import org.springframework.transaction.annotation.Transactional;

/** The two use cases of a breakdown: it is reported, and it is closed. */
class Breakdowns {

	private final BreakdownRepository repository;

	private final ReadableNumbers numbers;

	private final Matters matters;

	private final MatterClocks clocks;

	private final ClosingConditions conditions;

	private final Timeline timeline;

	private final RuntimeService runtime;

	private final AsSystem asSystem;

	private final Clock clock;

	Breakdowns(BreakdownRepository repository, ReadableNumbers numbers, Matters matters, MatterClocks clocks,
			ClosingConditions conditions, Timeline timeline, RuntimeService runtime, AsSystem asSystem, Clock clock) {
		this.repository = repository;
		this.numbers = numbers;
		this.matters = matters;
		this.clocks = clocks;
		this.conditions = conditions;
		this.timeline = timeline;
		this.runtime = runtime;
		this.asSystem = asSystem;
		this.clock = clock;
	}

	/** Registers the breakdown, starts its process and its clocks; returns its number. */
	@Transactional
	CaseNumber report(String user, CustomerId customerId, String subject) {
		CaseNumber number = new CaseNumber(this.numbers.next("AVE", "breakdown_number", this.clock.instant()));
		this.matters.register(number, Breakdown.KIND);
		this.repository.add(new Breakdown(number, subject, customerId, Severity.LOW, null, Phase.REPAIR, false,
				this.clock.instant()));
		this.timeline.add(number, new UserId(user), "Se comunicó la avería: " + subject);
		this.asSystem.run(() -> {
			ProcessInstance carrier = this.runtime.createProcessInstanceByKey("breakdown")
				.businessKey(number.value())
				.setVariables(this.matters.variables(number))
				.execute();
			this.matters.bind(number, carrier.getProcessInstanceId());
		});
		this.clocks.apply(number);
		return number;
	}

	/** Closes what is repaired; refuses while a room still has something open. */
	@Transactional
	public void close(CaseNumber number) {
		this.conditions.require(number);
		this.repository.set(number, "phase", Phase.CLOSED);
		this.matters.end(number, "La avería se cerró.");
	}

}
