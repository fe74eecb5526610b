package dev.escala.pursuit.taken;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Takes imports on every two seconds, and forgets the old ones each night. A long one has
 * a thread of its own. Switched off by {@code escala.sale-import.enabled} for nodes that
 * shall not.
 */
@Component
@ConditionalOnBooleanProperty(name = "escala.sale-import.enabled", matchIfMissing = true)
class SaleImportSchedule {

	private final SaleImportWorker worker;

	private final SaleImports imports;

	private final ExecutorService thread = Executors
		.newSingleThreadExecutor(new CustomizableThreadFactory("sale-import-"));

	private Future<?> work;

	SaleImportSchedule(SaleImportWorker worker, SaleImports imports) {
		this.worker = worker;
		this.imports = imports;
	}

	@Scheduled(fixedDelayString = "PT2S")
	synchronized void run() {
		if (this.work == null || this.work.isDone()) {
			this.work = this.thread.submit(this.worker::run);
		}
	}

	@Scheduled(cron = "0 53 3 * * *")
	void forget() {
		this.imports.forget();
	}

	@PreDestroy
	void stop() throws InterruptedException {
		this.worker.stop();
		this.thread.shutdown();
		this.thread.awaitTermination(20, TimeUnit.SECONDS);
	}

}
