package dev.escala.demo;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Has the demo's cases created once Escala is ready, so that nobody waits for them. A
 * word in the data folder says that they were begun, another that they are complete: who
 * is stopped in between, however hard, goes on with the next start, and each step is
 * taken once.
 */
@Component
@OnlyInDemo
class CreateDemoCases {

	private static final Logger log = LoggerFactory.getLogger(CreateDemoCases.class);

	private static final String FILE = "demo-cases";

	private static final String BEGUN = "begun";

	private static final String COMPLETE = "complete";

	/** Longer than any step takes. */
	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final DemoCases cases;

	private final DemoProgress progress;

	private final DataFolder folder;

	private Thread thread;

	CreateDemoCases(DemoCases cases, DemoProgress progress, DataFolder folder) {
		this.cases = cases;
		this.progress = progress;
		this.folder = folder;
	}

	@EventListener(ApplicationReadyEvent.class)
	void begin() {
		String word = this.folder.readSecret(FILE).orElse("");
		if (word.equals(COMPLETE) || word.isEmpty() && this.cases.hasAny()) {
			return;
		}
		this.folder.writeSecret(FILE, BEGUN);
		List<Runnable> stories = this.cases.stories();
		this.progress.expect(stories.size());
		log.info("The demo's cases are being created{}.", word.isEmpty() ? "" : " where the last start left off");
		this.thread = new Thread(() -> create(stories), "demo-cases");
		this.thread.start();
	}

	/** First of all that happens when Escala stops: the engine is still there. */
	@EventListener(ContextClosedEvent.class)
	void end() throws InterruptedException {
		this.progress.stop();
		if (this.thread != null) {
			this.thread.join(PATIENCE.toMillis());
		}
	}

	private void create(List<Runnable> stories) {
		try {
			for (Runnable story : stories) {
				story.run();
				this.progress.oneMore();
				log.debug("{} of {} parts of the demo are there.", this.progress.there(), this.progress.total());
			}
			this.folder.writeSecret(FILE, COMPLETE);
			log.info("The demo's cases are there.");
		}
		catch (CancellationException ex) {
			log.info("The demo's cases are not complete: the next start goes on.");
		}
		catch (RuntimeException ex) {
			log.warn("The demo's cases are not complete: the next start goes on.", ex);
		}
	}

}
