package dev.escala.monitoring;

import java.util.function.ToDoubleFunction;

import dev.escala.monitoring.Figures.Reading;
import dev.escala.notification.OutboxMessage.Status;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.stereotype.Component;

/** Gauges of what stands still; not a number where nobody knows. */
@Component
class MonitoringMetrics implements MeterBinder {

	private final Figures figures;

	private final Checks checks;

	MonitoringMetrics(Figures figures, Checks checks) {
		this.figures = figures;
		this.checks = checks;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		gauge("escala.jobs.oldest.due.seconds", this.figures::oldestDueSeconds)
			.description("Seconds since the oldest job that waits was due; 0 where none waits")
			.register(registry);
		gauge("escala.jobs.due", (reading) -> reading.jobs().waiting())
			.description("Jobs that are due and not being run")
			.register(registry);
		gauge("escala.jobs.failed", (reading) -> reading.jobs().failed()).description("Jobs without a retry left")
			.register(registry);
		this.checks.kinds()
			.keySet()
			.forEach((kind) -> gauge("escala.findings", (reading) -> reading.findings(kind)).tag("kind", kind)
				.description("Open findings of the self-audit")
				.register(registry));
		outbox(registry, "waiting", Status.PENDING, Status.SENDING);
		outbox(registry, "failed", Status.FAILED);
		outbox(registry, "unknown", Status.UNKNOWN);
	}

	private void outbox(MeterRegistry registry, String state, Status... states) {
		gauge("escala.outbox", (reading) -> reading.unsent(states)).tag("state", state)
			.description("Messages that were not sent")
			.register(registry);
	}

	private Gauge.Builder<Figures> gauge(String name, ToDoubleFunction<Reading> figure) {
		return Gauge.builder(name, this.figures,
				(figures) -> figures.current().map(figure::applyAsDouble).orElse(Double.NaN));
	}

}
