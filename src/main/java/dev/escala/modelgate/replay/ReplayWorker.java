package dev.escala.modelgate.replay;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import dev.escala.routing.DecisionArchive;
import dev.escala.routing.FiledDecision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes replays on, some records at a time. Each step is a transaction that remembers how
 * far it came: whichever node comes next goes on there, and nothing is tried twice.
 */
@Component
public class ReplayWorker {

	private static final Logger log = LoggerFactory.getLogger(ReplayWorker.class);

	private static final int AT_ONCE = 500;

	private final ReplayRepository replays;

	private final DecisionArchive archive;

	private final List<ReplayConsequence> consequences;

	private final TransactionTemplate transactions;

	private final Clock clock;

	ReplayWorker(ReplayRepository replays, DecisionArchive archive, List<ReplayConsequence> consequences,
			PlatformTransactionManager transactions, Clock clock) {
		this.replays = replays;
		this.archive = archive;
		this.consequences = consequences;
		this.transactions = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/** Works until nothing is left that another node does not do. */
	public void run() {
		Tables tables = null;
		do {
			tables = step(tables);
		}
		while (tables != null && !Thread.currentThread().isInterrupted());
	}

	/** One step of one replay, or {@code null} where there is none. */
	private Tables step(Tables known) {
		ReplayRun[] taken = new ReplayRun[1];
		try {
			return this.transactions.execute((status) -> {
				Optional<ReplayRun> run = this.replays.take();
				if (run.isEmpty()) {
					return null;
				}
				taken[0] = run.get();
				Tables tables = (known != null && known.id() == taken[0].id()) ? known : tables(taken[0]);
				advance(taken[0], tables.comparison());
				return tables;
			});
		}
		catch (RuntimeException ex) {
			if (taken[0] == null) {
				throw ex;
			}
			log.warn("The replay {} cannot go on.", taken[0].id(), ex);
			this.transactions.executeWithoutResult((status) -> this.replays.end(taken[0].id(), ReplayRun.Status.FAILED,
					"La tabla no se pudo aplicar a una decisión anterior.", this.clock.instant()));
			return new Tables(taken[0].id(), null);
		}
	}

	private Tables tables(ReplayRun run) {
		return new Tables(run.id(), new Comparison(new EditedTables(this.replays.file(run)), this.consequences));
	}

	private void advance(ReplayRun run, Comparison comparison) {
		List<FiledDecision> part = this.archive.next(run.decisions(), run.extent(), run.position(), AT_ONCE);
		if (part.isEmpty()) {
			this.replays.end(run.id(), ReplayRun.Status.DONE, null, this.clock.instant());
			return;
		}
		List<ReplayDifference> differences = part.stream().map(comparison::of).flatMap(Optional::stream).toList();
		this.replays.advance(run.id(), part.get(part.size() - 1).decision().id(), part.size(), differences,
				this.clock.instant());
	}

	/** The tables of a replay, kept from one step to the next. */
	private record Tables(long id, Comparison comparison) {
	}

}
