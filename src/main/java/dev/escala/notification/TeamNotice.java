package dev.escala.notification;

import java.util.Map;
import java.util.Set;

import dev.escala.reference.CaseNumber;

/**
 * Something that groups inside are told, for the endpoints that listen to them. The same
 * case and step is posted to an endpoint only once.
 *
 * @param caseNumber the case
 * @param step what this is about, see {@link Message}
 * @param type what happened, for programs, for example {@code escalation.announced}
 * @param groups the groups that are told
 * @param template the mail that the people of these groups get: its subject is the
 * headline
 * @param model what the template shows; give it no more than may leave
 * @param data what a program gets
 */
public record TeamNotice(CaseNumber caseNumber, String step, String type, Set<String> groups, String template,
		Map<String, Object> model, Map<String, Object> data) {

	public TeamNotice {
		groups = Set.copyOf(groups);
	}

}
