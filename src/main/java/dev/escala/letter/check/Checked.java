package dev.escala.letter.check;

import java.util.List;

/**
 * What the checks say of a letter.
 *
 * @param findings what should be better, in the order of the text
 * @param mentionsLegal whether it speaks of lawyers, courts or claims
 * @param mentionsRemedy whether it speaks of money or gifts that make good
 * @param policyWithAlternative the passage where a policy is cited together with an
 * alternative, or {@code null}
 */
public record Checked(List<Finding> findings, boolean mentionsLegal, boolean mentionsRemedy,
		String policyWithAlternative) {
}
