package dev.escala.modelgate.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.escala.modelgate.table.TableModel.Cell;
import dev.escala.modelgate.table.TableModel.Input;
import org.camunda.feel.syntaxtree.Exp;

/** Cuts the values of an input into an {@link Axis}. */
final class Columns {

	private final Feel feel;

	Columns(Feel feel) {
		this.feel = feel;
	}

	/**
	 * The axis of an input.
	 * @param cells its cells
	 * @param contract what comes for it, or {@code null} where nobody said
	 */
	Axis axis(Input input, Collection<Cell> cells, DecisionContract.Asked contract) {
		String type = (input.type() == null) ? "" : input.type().toLowerCase(Locale.ROOT);
		boolean ordered = false;
		Set<Object> constants = new LinkedHashSet<>();
		for (Cell cell : cells) {
			Optional<Exp> read = cell.feel() ? this.feel.test(cell.text()) : Optional.empty();
			if (read.isPresent()) {
				CellReading reading = new CellReading(read.get(), input.name());
				constants.addAll(reading.constants());
				ordered |= reading.isOrdered() && reading.constants().stream().anyMatch(String.class::isInstance);
			}
		}
		List<String> texts = constants.stream().filter(String.class::isInstance).map(String.class::cast).toList();
		if (type.equals("boolean") || (type.isEmpty() && onlyOf(Boolean.class, constants))) {
			return Axis.flags();
		}
		if (type.equals("string") || (scale(type) == null && !texts.isEmpty())) {
			Axis axis = textAxis(input, texts, contract);
			return ordered ? new Axis(axis.regions(), false) : axis;
		}
		return orderedAxis(input, type, constants, contract);
	}

	private Axis textAxis(Input input, List<String> named, DecisionContract.Asked contract) {
		List<String> declared = texts(input.allowed());
		if (contract != null && !contract.values().isEmpty()) {
			Set<String> values = new LinkedHashSet<>(contract.values());
			if (contract.open()) {
				values.addAll(declared);
			}
			return Axis.texts(values);
		}
		return declared.isEmpty() ? Axis.anyText(named) : Axis.texts(declared);
	}

	private Axis orderedAxis(Input input, String type, Set<Object> constants, DecisionContract.Asked contract) {
		Scale scale = scale(type);
		if (scale == null) {
			Object first = constants.stream().findFirst().orElse(null);
			if (first == null) {
				return Axis.untouched();
			}
			scale = Stream.of(Scale.DECIMAL, Scale.DAY, Scale.TIME, Scale.LENGTH, Scale.MONTHS, Scale.MOMENT)
				.filter((one) -> one.number(first) != null)
				.findFirst()
				.orElse(null);
		}
		if (scale == null) {
			return new Axis(List.of(), false);
		}
		List<Object> cuts = new ArrayList<>();
		boolean complete = true;
		for (Object constant : constants) {
			if (scale.number(constant) != null) {
				cuts.add(constant);
			}
			else if (input.type() == null) {
				complete = false;
			}
		}
		Predicate<Object> allowed = allowed(input, scale, cuts, contract);
		return new Axis(Axis.ordered(scale, cuts, allowed).regions(), complete);
	}

	private Predicate<Object> allowed(Input input, Scale scale, List<Object> cuts, DecisionContract.Asked contract) {
		if (contract != null && contract.from() != null) {
			cuts.add(contract.from());
			return (example) -> ((Number) example).doubleValue() >= contract.from().doubleValue();
		}
		Optional<Exp> declared = (input.allowed() == null) ? Optional.empty() : this.feel.test(input.allowed());
		if (declared.isEmpty()) {
			return (example) -> true;
		}
		new CellReading(declared.get(), input.name()).constants()
			.stream()
			.filter((constant) -> scale.number(constant) != null)
			.forEach(cuts::add);
		return (example) -> this.feel.passes(input.allowed(), input.name(), example);
	}

	/** The texts of a list of allowed values; none where it is no list of texts. */
	List<String> texts(String allowed) {
		if (allowed == null) {
			return List.of();
		}
		Optional<Exp> read = this.feel.test(allowed);
		if (read.isEmpty()) {
			return List.of();
		}
		Set<Object> constants = new CellReading(read.get(), "").constants();
		return onlyOf(String.class, constants) ? constants.stream().map(String.class::cast).toList() : List.of();
	}

	private static boolean onlyOf(Class<?> type, Set<Object> constants) {
		return !constants.isEmpty() && constants.stream().allMatch(type::isInstance);
	}

	private static Scale scale(String type) {
		return switch (type) {
			case "integer", "long", "short" -> Scale.WHOLE;
			case "double", "number" -> Scale.DECIMAL;
			case "date" -> Scale.MOMENT;
			default -> null;
		};
	}

}
