package dev.escala.clock.process;

import java.util.ArrayList;
import java.util.List;

import dev.escala.matter.Matters;
import dev.escala.matter.OpenMatter;
import dev.escala.monitoring.SelfCheck;
import dev.escala.reference.CaseNumber;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds open cases with a clock for which no timer is armed, or a wrong one. Looks at one
 * snapshot of the database: a clock and its timer change in one transaction, so they
 * never differ in it by chance.
 */
@Component
class UnwatchedClocks implements SelfCheck {

	private static final int PART = 500;

	private static final int MOST_CASES = 200;

	/** The subject of what is said of all those beyond. */
	private static final String MANY = "many-cases";

	private final Matters matters;

	private final ClockInspection inspection;

	private final TransactionTemplate snapshot;

	UnwatchedClocks(Matters matters, ClockInspection inspection, PlatformTransactionManager transactions) {
		this.matters = matters;
		this.inspection = inspection;
		this.snapshot = new TransactionTemplate(transactions);
		this.snapshot.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
		this.snapshot.setReadOnly(true);
		this.snapshot.setTimeout(30);
	}

	@Override
	public String kind() {
		return "unwatched-clocks";
	}

	@Override
	public String description() {
		return "Casos abiertos con un plazo que ningún temporizador vigila";
	}

	@Override
	public List<Trouble> find() {
		return this.snapshot.execute((status) -> {
			List<Trouble> troubles = new ArrayList<>();
			List<OpenMatter> part = this.matters.openAfter("", PART);
			while (!part.isEmpty() && troubles.size() <= MOST_CASES) {
				this.inspection.troubles(carried(part))
					.forEach((number, wrong) -> troubles.add(trouble(number, wrong)));
				part = this.matters.openAfter(part.get(part.size() - 1).number().value(), PART);
			}
			return (troubles.size() <= MOST_CASES) ? troubles : manyOf(troubles);
		});
	}

	/** What other processes carry has no clock that a process of its own would watch. */
	private List<OpenMatter> carried(List<OpenMatter> part) {
		return part.stream().filter((open) -> this.matters.isCarried(open.number())).toList();
	}

	@Override
	public String page(String subject) {
		return subject.equals(MANY) ? null : "/plazos?caso=" + subject;
	}

	private Trouble trouble(CaseNumber number, List<String> wrong) {
		return new Trouble(number.value(),
				"El caso " + number + ": " + String.join("; ", wrong) + ". Repárelo en " + page(number.value())
						+ " (supervisión o administración); lo que siga mal después, pida a administración "
						+ "que lo busque en Cockpit. Hasta entonces vigile el caso a mano.");
	}

	/** The first ones, and one that says that there are more. */
	private static List<Trouble> manyOf(List<Trouble> troubles) {
		List<Trouble> some = new ArrayList<>(troubles.subList(0, MOST_CASES));
		some.add(new Trouble(MANY, "Más de " + MOST_CASES
				+ " casos abiertos tienen plazos que ningún temporizador vigila; aquí están los primeros. Avise a "
				+ "administración ahora: tantos a la vez tienen una causa común."));
		return some;
	}

}
