package dev.escala.servicenow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.escala.servicenow.ImportRun.Incidents;
import dev.escala.servicenow.ImportRun.Rejection;
import dev.escala.servicenow.ImportRun.Rows;

/** What one import has counted so far; used by its own thread only. */
final class ImportCounts {

	private static final int MAX_REJECTIONS = 1000;

	private final List<Rejection> rejections = new ArrayList<>();

	private final Map<String, Long> notEscalated = new TreeMap<>();

	private long rowsUsed;

	private long rowsRejected;

	private long incidents;

	private long started;

	private long closed;

	private long known;

	private long incidentsRejected;

	void rowUsed() {
		this.rowsUsed++;
	}

	void rowRejected(long line, String incident, String reason) {
		this.rowsRejected++;
		remember(line, incident, reason);
	}

	void incidents(long total) {
		this.incidents = total;
	}

	void created(boolean open) {
		if (open) {
			this.started++;
		}
		else {
			this.closed++;
		}
	}

	void known() {
		this.known++;
	}

	void notEscalated(String reason) {
		this.notEscalated.merge(reason, 1L, Long::sum);
	}

	/** None of its rows could be used, as each of them was told. */
	void incidentsWithoutRow(long count) {
		this.incidentsRejected += count;
	}

	void incidentRejected(long line, String incident, String reason) {
		this.incidentsRejected++;
		remember(line, incident, reason);
	}

	private void remember(long line, String incident, String reason) {
		if (this.rejections.size() < MAX_REJECTIONS) {
			this.rejections.add(new Rejection(line, incident, reason));
		}
	}

	Rows rowCounts() {
		return new Rows(this.rowsUsed + this.rowsRejected, this.rowsUsed, this.rowsRejected);
	}

	Incidents incidentCounts() {
		return new Incidents(this.incidents, this.started + this.closed, this.started, this.closed, this.known,
				this.notEscalated.values().stream().mapToLong(Long::longValue).sum(), Map.copyOf(this.notEscalated),
				this.incidentsRejected);
	}

	List<Rejection> rejections() {
		return List.copyOf(this.rejections);
	}

	/** Proves that no incident was lost or counted twice. */
	void requireComplete() {
		Incidents counts = incidentCounts();
		if (counts.total() != counts.created() + counts.known() + counts.notEscalated() + counts.rejected()) {
			throw new IllegalStateException("The counts of an import do not add up: " + counts);
		}
	}

}
