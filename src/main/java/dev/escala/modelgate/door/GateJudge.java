package dev.escala.modelgate.door;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import dev.escala.modelgate.Deployed;
import dev.escala.modelgate.ModelFile;
import dev.escala.modelgate.ModelGate;
import dev.escala.modelgate.ModelJudge;
import dev.escala.modelgate.Submission;
import dev.escala.modelgate.Verdict;
import dev.escala.modelgate.Vocabulary;
import dev.escala.reference.UserId;

import org.springframework.stereotype.Component;

/** The gate of this release, with what takes effect in this engine. */
@Component
class GateJudge implements ModelJudge {

	private final Vocabulary vocabulary = Vocabulary.read();

	private final Deployed deployed;

	private final ModelGate gate;

	GateJudge(DeployedModelRepository deployed) {
		this.deployed = deployed;
		this.gate = ModelGate.of(this.vocabulary, deployed);
	}

	@Override
	public Verdict judge(List<ModelFile> files) {
		return this.gate.judge(new Submission(files));
	}

	@Override
	public Verdict judgeAgain(ModelFile file) {
		return ModelGate.of(this.vocabulary, new Again(this.deployed, file)).judge(new Submission(List.of(file)));
	}

	/**
	 * What is deployed, to a file that came in before.
	 *
	 * @param now what takes effect
	 */
	private record Again(Deployed now, ModelFile file) implements Deployed {

		private static final Pattern WORD = Pattern.compile("[\\w.-]+");

		@Override
		public Set<String> processes() {
			return this.now.processes();
		}

		@Override
		public Set<String> decisions() {
			return this.now.decisions();
		}

		@Override
		public Set<String> forms() {
			return this.now.forms();
		}

		/** Whatever the file names may have been a group. */
		@Override
		public Set<String> groups() {
			Set<String> groups = new TreeSet<>(this.now.groups());
			WORD.matcher(new String(this.file.content(), StandardCharsets.UTF_8))
				.results()
				.map(MatchResult::group)
				.forEach(groups::add);
			return groups;
		}

		@Override
		public boolean hasPerson(UserId person) {
			return true;
		}

		@Override
		public boolean hasBean(String name) {
			return this.now.hasBean(name);
		}

		@Override
		public Optional<ModelFile> form(String id) {
			return this.now.form(id);
		}

		@Override
		public long running(String form) {
			return this.now.running(form);
		}

	}

}
