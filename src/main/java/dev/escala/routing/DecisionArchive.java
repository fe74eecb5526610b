package dev.escala.routing;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.springframework.stereotype.Service;

/** All decisions that were recorded, of all cases, to be read in parts. */
@Service
public class DecisionArchive {

	private final DecisionRecordRepository records;

	DecisionArchive(DecisionRecordRepository records) {
		this.records = records;
	}

	/** The latest so many records of these decisions, or fewer where there are. */
	public DecisionExtent latest(Collection<String> decisions, int count) {
		return this.records.latest(decisions, count);
	}

	/** All records of these decisions from one instant on, before another. */
	public DecisionExtent between(Collection<String> decisions, Instant from, Instant until) {
		return this.records.between(decisions, from, until);
	}

	/**
	 * The next records of an extent, in the order of their ids.
	 * @param after id behind which to begin
	 */
	public List<FiledDecision> next(Collection<String> decisions, DecisionExtent extent, long after, int count) {
		return this.records.next(decisions, extent, after, count);
	}

}
