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
 * @param brought decisions and forms that come with the submission
 */
record Known(Set<String> processes, Set<String> decisions, Set<String> forms, Set<String> groups, Set<String> brought) {

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
		Set<String> brought = new TreeSet<>();
		submission.tables().forEach((file) -> file.decisions().forEach((decision) -> brought.add(decision.id())));
		submission.forms().stream().map(FormFile::id).forEach(brought::add);
		return new Known(processes, decisions, forms, groups, brought);
	}

}
