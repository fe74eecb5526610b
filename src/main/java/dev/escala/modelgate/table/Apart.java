package dev.escala.modelgate.table;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.escala.modelgate.table.DecisionContract.Asunder;
import dev.escala.modelgate.table.TableModel.Rule;

/**
 * Looks for terms that end at the same instant though they must not: what was left undone
 * once would be told twice. Terms that follow each other are added up where they count
 * alike; of two ways of counting nobody can say when they end.
 */
final class Apart {

	private static final int MOST_TOLD = 3;

	/** What passes within it passes at once, see decision 54. */
	private static final Duration AT_ONCE = Duration.ofMinutes(1);

	private final TableModel table;

	private final DecisionContract contract;

	private final List<InputCells> columns;

	private final Map<Rule, Map<String, Object>> answers;

	private final TableFindings findings;

	private int told;

	Apart(TableModel table, DecisionContract contract, List<InputCells> columns, Map<Rule, Map<String, Object>> answers,
			TableFindings findings) {
		this.table = table;
		this.contract = contract;
		this.columns = columns;
		this.answers = answers;
		this.findings = findings;
	}

	/** Looks at every combination of the other inputs. */
	void check() {
		if (this.contract != null && this.contract.apart() != null) {
			every(0, new String[this.columns.size()]);
		}
	}

	private void every(int column, String[] values) {
		if (column == this.columns.size()) {
			check(values);
			return;
		}
		String name = this.table.inputs().get(column).name();
		DecisionContract.Asked asked = this.contract.inputs().get(name);
		if (name.equals(this.contract.apart().by()) || asked == null) {
			every(column + 1, values);
			return;
		}
		for (String value : asked.values()) {
			values[column] = value;
			every(column + 1, values);
		}
	}

	private void check(String[] values) {
		Asunder apart = this.contract.apart();
		for (List<String> one : apart.one()) {
			for (List<String> other : apart.other()) {
				Optional<Length> first = length(one, values);
				Optional<Length> second = length(other, values);
				if (this.told < MOST_TOLD && first.isPresent() && second.isPresent()
						&& first.get().endsWith(second.get())) {
					this.told++;
					this.findings.table(true,
							with(values) + " vencen a la vez " + said(one, first.get()) + " y "
									+ said(other, second.get()) + ": " + apart.why(),
							"Cambie la duración de una de esas reglas.");
				}
			}
		}
	}

	private String with(String[] values) {
		List<String> parts = new ArrayList<>();
		for (int i = 0; i < values.length; i++) {
			if (values[i] != null) {
				parts.add(this.table.inputs().get(i).name() + " = " + Axis.quoted(values[i]));
			}
		}
		return "Con " + Words.joined(parts, "y");
	}

	private String said(List<String> names, Length length) {
		String rules = length.rules()
			.stream()
			.map((rule) -> "" + this.table.place(rule))
			.collect(Collectors.joining(", "));
		return "«" + String.join(" y después ", names) + "» (" + ((names.size() == 1) ? "regla " : "reglas ") + rules
				+ "; " + length.text() + ")";
	}

	/** Of terms that follow each other; empty where nobody can say how long that is. */
	private Optional<Length> length(List<String> names, String[] values) {
		Length sum = null;
		for (String name : names) {
			Length next = length(name, values).orElse(null);
			sum = (sum == null) ? next : sum.then(next);
			if (sum == null) {
				return Optional.empty();
			}
		}
		return Optional.ofNullable(sum);
	}

	private Optional<Length> length(String name, String[] values) {
		return this.table.rules().stream().filter((rule) -> answers(rule, name, values)).findFirst().flatMap((rule) -> {
			Map<String, Object> answer = this.answers.getOrDefault(rule, Map.of());
			try {
				return Optional.of(new Length(List.of(rule),
						Duration.parse(String.valueOf(answer.get(this.contract.apart().length()))),
						String.valueOf(answer.get(this.contract.apart().counting()))));
			}
			catch (DateTimeException ex) {
				// Months; or no term at all, which others tell.
				return Optional.empty();
			}
		});
	}

	private boolean answers(Rule rule, String name, String[] values) {
		for (int i = 0; i < values.length; i++) {
			String value = this.table.inputs().get(i).name().equals(this.contract.apart().by()) ? name : values[i];
			BitSet passing = this.columns.get(i).passing(rule);
			List<Axis.Region> regions = this.columns.get(i).axis().regions();
			if (value != null && (passing == null
					|| passing.stream().noneMatch((region) -> Objects.equals(regions.get(region).example(), value)))) {
				return false;
			}
		}
		return true;
	}

	/**
	 * A length of time.
	 *
	 * @param rules that say it
	 */
	private record Length(List<Rule> rules, Duration duration, String counting) {

		Length then(Length other) {
			if (other == null || !this.counting.equals(other.counting)) {
				return null;
			}
			List<Rule> all = new ArrayList<>(this.rules);
			all.addAll(other.rules);
			return new Length(all, this.duration.plus(other.duration), this.counting);
		}

		boolean endsWith(Length other) {
			return this.counting.equals(other.counting)
					&& this.duration.minus(other.duration).abs().compareTo(AT_ONCE) < 0;
		}

		String text() {
			return this.duration + " " + this.counting;
		}

	}

}
