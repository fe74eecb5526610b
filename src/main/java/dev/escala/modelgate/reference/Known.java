package dev.escala.modelgate.reference;

import java.util.Set;
import java.util.TreeSet;

import dev.escala.modelgate.Deployed;
import dev.escala.modelgate.Submission;
import dev.escala.modelgate.Vocabulary;
import dev.escala.modelgate.file.FormFile;

/**
 * The names that a model of a submission may use.
 *
 * @param processes keys
 * @param decisions keys
 * @param forms ids
 * @param groups ids
 */
record Known(Set<String> processes, Set<String> decisions, Set<String> forms, Set<String> groups) {

	static Known of(Submission submission, Vocabulary vocabulary, Deployed deployed) {
		Set<String> processes = new TreeSet<>(vocabulary.processes().keySet());
		processes.addAll(deployed.processes());
		submission.processes()
			.forEach((file) -> file.processes().forEach((process) -> processes.add(process.getAttribute("id"))));
		Set<String> decisions = new TreeSet<>(vocabulary.decisions().keySet());
		decisions.addAll(deployed.decisions());
		submission.tables().forEach((file) -> file.decisions().forEach((decision) -> decisions.add(decision.id())));
		Set<String> forms = new TreeSet<>(vocabulary.forms().keySet());
		forms.addAll(deployed.forms());
		submission.forms().stream().map(FormFile::id).forEach(forms::add);
		Set<String> groups = new TreeSet<>(vocabulary.groups());
		groups.addAll(deployed.groups());
		return new Known(processes, decisions, forms, groups);
	}

}
