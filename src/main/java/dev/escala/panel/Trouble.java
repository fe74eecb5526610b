package dev.escala.panel;

/**
 * What stands still behind the cases.
 *
 * @param messages that failed, or of which nobody knows whether they left
 * @param findings of the self-audit that are not gone
 * @param mails that wait for somebody to say whose they are
 * @param recalculations cases whose deadlines wait to be computed again
 * @param failedRecalculations of them, those that somebody has to look at
 * @param overdueActions corrective actions whose day is over
 */
public record Trouble(long messages, long findings, long mails, long recalculations, long failedRecalculations,
		long overdueActions) {
}
