package dev.escala.clock.process;

import java.util.List;

import dev.escala.clock.ClockFlow;
import dev.escala.engine.AsSystem;
import dev.escala.matter.Matters;
import dev.escala.matter.OpenMatter;
import dev.escala.reference.CaseNumber;

import org.springframework.stereotype.Component;

/** Talks to the engine for the clocks. */
@Component
class CamundaClockFlow implements ClockFlow {

	private final Matters matters;

	private final ClockTimers timers;

	private final UnmeasuredDeadlines unmeasured;

	private final ClockInspection inspection;

	private final AsSystem asSystem;

	CamundaClockFlow(Matters matters, ClockTimers timers, UnmeasuredDeadlines unmeasured, ClockInspection inspection,
			AsSystem asSystem) {
		this.matters = matters;
		this.timers = timers;
		this.unmeasured = unmeasured;
		this.inspection = inspection;
		this.asSystem = asSystem;
	}

	@Override
	public void syncTimers(CaseNumber number) {
		this.asSystem.run(() -> this.timers.sync(number));
	}

	@Override
	public void endWatches(CaseNumber number) {
		this.asSystem.run(() -> {
			this.timers.endWatches(number);
			this.unmeasured.end(number);
		});
	}

	@Override
	public List<String> repairTimers(CaseNumber number) {
		this.asSystem.run(() -> this.timers.repair(number));
		// Timers that the engine arms only at the end of that command.
		syncTimers(number);
		OpenMatter open = new OpenMatter(number, this.matters.kindName(number),
				this.matters.processInstanceId(number).orElse(null));
		return this.inspection.troubles(List.of(open)).getOrDefault(number, List.of());
	}

	@Override
	public boolean askToCorrectDeadlines(CaseNumber number, String failure) {
		return this.asSystem.call(() -> this.unmeasured.ask(number, failure, this.matters.variables(number)));
	}

	@Override
	public void deadlinesCorrected(CaseNumber number) {
		this.asSystem.run(() -> this.unmeasured.end(number));
	}

}
