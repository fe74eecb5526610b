package dev.escala.improvement;

import dev.escala.reference.CaseNumber;

/**
 * An improvement as somebody typed it.
 *
 * @param kind name of an {@link ImprovementKind}
 * @param what what is done
 * @param why what it is for
 * @param owner user id of who answers for it; blank for whoever proposes it
 * @param dueOn by when, see {@link dev.escala.validation.TypedDay}
 * @param repeatMonths after how many months it comes again; blank for never
 * @param source the matter in which it was found, or {@code null}
 */
public record SaidImprovement(String kind, String what, String why, String owner, String dueOn, String repeatMonths,
		CaseNumber source) {
}
