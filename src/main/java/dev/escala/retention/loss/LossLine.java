package dev.escala.retention.loss;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.escala.purchase.Cents;

/**
 * What twelve months say of some of the lost customers.
 *
 * @param of of whom: a level, a person, or all
 * @param lost how many losses
 * @param worrying of those, how many we could have done something about
 * @param letGo of those, how many we let go
 * @param silent of those, how many had heard nothing of us in the ninety days before
 * (004-20)
 * @param back of those, how many bought again afterwards (004-37)
 * @param yearly what they bought in their last year, in cents by currency
 * @param atStake what was expected of them, in cents by currency
 */
public record LossLine(String of, int lost, int worrying, int letGo, int silent, int back, Map<String, Long> yearly,
		Map<String, Long> atStake) {

	static LossLine of(String of, List<LostCustomer> some) {
		Map<String, Long> yearly = new TreeMap<>();
		Map<String, Long> atStake = new TreeMap<>();
		some.stream().map(LostCustomer::atStake).filter((one) -> one.isKnown()).forEach((one) -> {
			yearly.merge(one.currency(), one.yearlyCents(), Long::sum);
			atStake.merge(one.currency(), one.cents(), Long::sum);
		});
		return new LossLine(of, some.size(), (int) some.stream().filter(LostCustomer::worrying).count(),
				(int) some.stream().filter(LostCustomer::letGo).count(),
				(int) some.stream().filter(LostCustomer::silent).count(),
				(int) some.stream().filter(LostCustomer::isBack).count(), yearly, atStake);
	}

	/** The last year's sales as people read them. */
	public String yearlyTold() {
		return told(this.yearly);
	}

	/** What was expected, as people read it. */
	public String atStakeTold() {
		return told(this.atStake);
	}

	private static String told(Map<String, Long> amounts) {
		return amounts.isEmpty() ? "—"
				: amounts.entrySet()
					.stream()
					.map((one) -> Cents.told(one.getValue(), one.getKey()))
					.collect(Collectors.joining(" + "));
	}

}
