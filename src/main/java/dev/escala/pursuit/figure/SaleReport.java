package dev.escala.pursuit.figure;

import java.time.Instant;
import java.util.List;

/**
 * The figures of a period.
 *
 * @param period which, as it is typed
 * @param computedAt of when they are
 * @param zone in which its months begin
 * @param total of all that is counted
 * @param strategies the same of each strategy (004-09)
 * @param sources of each channel by which it came
 * @param people of each person whose figures the reader may see
 * @param months of each month
 * @param stages how long stages take
 * @param reasons why sales were lost (002-21)
 * @param competitors to whom
 * @param weakPoints what was weak in our proposals
 */
public record SaleReport(String period, Instant computedAt, String zone, SaleLine total, List<SaleLine> strategies,
		List<SaleLine> sources, List<SaleLine> people, List<SaleLine> months, List<StageLine> stages,
		List<Lost> reasons, List<Lost> competitors, List<Lost> weakPoints) {

	public SaleReport {
		strategies = List.copyOf(strategies);
		sources = List.copyOf(sources);
		people = List.copyOf(people);
		months = List.copyOf(months);
		stages = List.copyOf(stages);
		reasons = List.copyOf(reasons);
		competitors = List.copyOf(competitors);
		weakPoints = List.copyOf(weakPoints);
	}

}
