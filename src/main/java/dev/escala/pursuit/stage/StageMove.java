package dev.escala.pursuit.stage;

import dev.escala.pursuit.loss.SaidLoss;

/**
 * What somebody who works in a stage wants: to go on, with what they have found out. All
 * doors bring the same; each part may be {@code null}.
 *
 * @param nextStage the code of the stage that follows; the same again stays in it
 * @param call what came of calling
 * @param contactOn the agreed day, as people type it
 * @param fit need, budget and feasibility
 * @param request what they want to buy
 * @param offer what was offered
 * @param loss why it is lost
 * @param note what else was done
 * @param leaveAlone whether they asked not to be called any more
 */
public record StageMove(String nextStage, Call call, String contactOn, Fit fit, String request, Offer offer,
		SaidLoss.Input loss, String note, boolean leaveAlone) {

	/** What came of calling. */
	public record Call(String result, String channel, Integer minutes, String note) {

		/** Nobody called. */
		public static final Call NONE = new Call(null, null, null, null);

	}

	/** The three answers. */
	public record Fit(String need, String budget, String feasibility) {

		/** Nobody asked. */
		public static final Fit NONE = new Fit(null, null, null);

	}

	/** What was offered, the amount as people type it. */
	public record Offer(String quote, String amount, String currency) {

		/** Nothing was. */
		public static final Offer NONE = new Offer(null, null, null);

	}

}
