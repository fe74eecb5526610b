package dev.escala.pursuit.web;

import java.util.HashMap;
import java.util.Map;

/**
 * The form of a stage as a client sends it: the stage that follows and whatever it asks
 * for. What is left out is left empty.
 */
record MoveBody(String nextStage, String callResult, String callChannel, Integer callMinutes, String callNote,
		String contactOn, String need, String budget, String feasibility, String request, String lossReason,
		String lossNote, String lesson, Boolean leaveAlone, String progressNote, String quoteReference, String amount,
		String currency, String competitor, String weakPoints, String analyst) {

	/** The fields that were filled in, by their key. */
	Map<String, Object> form() {
		Map<String, Object> form = new HashMap<>();
		form.put("nextStage", this.nextStage);
		form.put("callResult", this.callResult);
		form.put("callChannel", this.callChannel);
		form.put("callMinutes", this.callMinutes);
		form.put("callNote", this.callNote);
		form.put("contactOn", this.contactOn);
		form.put("need", this.need);
		form.put("budget", this.budget);
		form.put("feasibility", this.feasibility);
		form.put("request", this.request);
		form.put("lossReason", this.lossReason);
		form.put("lossNote", this.lossNote);
		form.put("lesson", this.lesson);
		form.put("leaveAlone", this.leaveAlone);
		form.put("progressNote", this.progressNote);
		form.put("quoteReference", this.quoteReference);
		form.put("amount", this.amount);
		form.put("currency", this.currency);
		form.put("competitor", this.competitor);
		form.put("weakPoints", this.weakPoints);
		form.put("analyst", this.analyst);
		form.values().removeIf((value) -> value == null);
		return form;
	}

}
