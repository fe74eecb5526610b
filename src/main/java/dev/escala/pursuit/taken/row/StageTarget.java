package dev.escala.pursuit.taken.row;

import java.util.Optional;

import dev.escala.customer.SearchName;
import dev.escala.pipeline.exported.OurWords;
import dev.escala.pipeline.exported.StageMeaning;
import dev.escala.pursuit.StageKind;
import dev.escala.pursuit.stage.StageData;
import dev.escala.pursuit.stage.StagePlan;
import dev.escala.pursuit.stage.Transition;

/**
 * Where a row wants to stand.
 *
 * @param kind what the stage means, or {@code null} where a certain one is meant
 * @param rival whether a competitor has it
 * @param code of the stage, or {@code null} where any of the kind will do
 */
record StageTarget(StageKind kind, boolean rival, String code) {

	/** Where everything begins. */
	static final StageTarget FIRST = new StageTarget(null, false, null);

	/** Where the row stands there, in the stages that there are here. */
	static StageTarget of(SaidRow row, StagePlan plan) {
		Optional<String> end = Optional.ofNullable(row.stage())
			.flatMap((stage) -> own(stage, plan))
			.filter((code) -> plan.find(code).orElseThrow().kind().isFinal());
		// Who writes our own word for an end means that one, and no other of its kind.
		if (end.isPresent()) {
			return new StageTarget(null, false, end.get());
		}
		return switch (row.meaning()) {
			case WON -> new StageTarget(StageKind.WON, false, null);
			case LOST -> new StageTarget(StageKind.LOST, false, null);
			case LOST_TO_COMPETITOR -> new StageTarget(StageKind.LOST, true, null);
			case SPAM -> new StageTarget(StageKind.SPAM, false, null);
			case OPEN -> Optional.ofNullable(row.stage())
				.flatMap((stage) -> code(stage, plan))
				.filter((code) -> !code.equals(plan.first().code()))
				.map((code) -> new StageTarget(null, false, code))
				.orElse(FIRST);
		};
	}

	/** By our own code or name, else by what other systems call it. */
	private static Optional<String> code(String stage, StagePlan plan) {
		return own(stage, plan).or(() -> OurWords.stage(stage).filter((code) -> plan.find(code).isPresent()));
	}

	private static Optional<String> own(String stage, StagePlan plan) {
		String plain = SearchName.of(stage);
		return plan.stages()
			.stream()
			.filter((one) -> one.code().equals(stage.strip()) || SearchName.of(one.name()).equals(plain))
			.map((one) -> one.code())
			.findFirst();
	}

	/** Whether a step leads there. */
	boolean isReached(Transition step) {
		return (this.code != null) ? step.to().code().equals(this.code) : step.to().kind() == this.kind
				&& (this.kind != StageKind.LOST || step.requires().contains(StageData.COMPETITOR) == this.rival);
	}

	/** Whether it means the end, as far as the row says. */
	boolean isEnd(StagePlan plan) {
		return (this.kind != null) ? this.kind.isFinal()
				: this.code != null && plan.find(this.code).map((stage) -> stage.kind().isFinal()).orElse(false);
	}

	/** What it is called, in Spanish, for people. */
	String said(StagePlan plan) {
		if (this.code != null) {
			return plan.find(this.code).map((stage) -> "«" + stage.name() + "»").orElse("«" + this.code + "»");
		}
		return plan.stages()
			.stream()
			.filter((stage) -> stage.kind() == this.kind)
			.map((stage) -> "«" + stage.name() + "»")
			.findFirst()
			.orElse((this.kind == StageKind.WON) ? "una venta ganada" : "esa etapa");
	}

	/** Whether a row of that meaning costs nobody time. */
	static boolean isSpam(SaidRow row) {
		return row.meaning() == StageMeaning.SPAM;
	}

}
