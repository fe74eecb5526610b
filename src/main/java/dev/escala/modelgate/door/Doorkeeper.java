package dev.escala.modelgate.door;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.escala.engine.DeploymentGuard;
import dev.escala.modelgate.Deployed;
import dev.escala.modelgate.ModelFile;
import dev.escala.modelgate.ModelGate;
import dev.escala.modelgate.ModelJudge;
import dev.escala.modelgate.Problem;
import dev.escala.modelgate.Submission;
import dev.escala.modelgate.Verdict;
import dev.escala.modelgate.Vocabulary;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Judges what people deploy and what Escala brings along at its start: all of it comes
 * in, or nothing. Either way the verdict is kept.
 */
@Component
class Doorkeeper implements DeploymentGuard {

	private final ModelJudge judge;

	/**
	 * A release may change the drawing and the words of a version that an older one had.
	 */
	private final ModelGate ofReleases;

	private final JudgementRepository judgements;

	private final Clock clock;

	/** A refusal takes everything back but what was found. */
	private final TransactionTemplate apart;

	Doorkeeper(ModelJudge judge, JudgementRepository judgements, Clock clock, PlatformTransactionManager transactions) {
		this.judge = judge;
		this.ofReleases = ModelGate.of(Vocabulary.read(), Deployed.NOTHING);
		this.judgements = judgements;
		this.clock = clock;
		this.apart = new TransactionTemplate(transactions);
		this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	@Override
	public void check(NewFiles deployment) {
		if (deployment.by() == null && !deployment.atStart()) {
			// Code of ours that deploys has no author who could mend anything.
			return;
		}
		this.judgements.awaitJudgement();
		long begun = System.nanoTime();
		List<ModelFile> files = new ArrayList<>();
		deployment.files().forEach((name, content) -> files.add(new ModelFile(name, content)));
		Verdict verdict = deployment.atStart() ? this.ofReleases.judge(new Submission(files)) : this.judge.judge(files);
		int millis = (int) Duration.ofNanos(System.nanoTime() - begun).toMillis();
		Judgement judgement = judgement(deployment, files, !verdict.refuses(), millis, verdict.problems());
		if (verdict.refuses()) {
			keep(judgement);
			throw new InvalidInputException("data", verdict.message());
		}
		this.judgements.add(judgement);
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCompletion(int status) {
				if (status == STATUS_ROLLED_BACK) {
					keep(notTaken(deployment, files, judgement));
				}
			}
		});
	}

	private Judgement judgement(NewFiles deployment, List<ModelFile> files, boolean accepted, int millis,
			List<Problem> problems) {
		return new Judgement(this.clock.instant(), deployment.by(), deployment.name(),
				files.stream().map(ModelFile::shortName).toList(), accepted, millis, problems);
	}

	/** What passed here and was refused by the engine, or by a crash. */
	private Judgement notTaken(NewFiles deployment, List<ModelFile> files, Judgement before) {
		List<Problem> problems = new ArrayList<>(
				List.of(Problem.refused(files.isEmpty() ? deployment.name() : files.get(0).shortName(), null, null,
						"El motor no lo ha aceptado, aunque las reglas de Escala sí.",
						"El motivo está en la respuesta a quien lo envió.")));
		problems.addAll(before.problems());
		return judgement(deployment, files, false, before.millis(), problems);
	}

	private void keep(Judgement judgement) {
		this.apart.executeWithoutResult((status) -> this.judgements.add(judgement));
	}

}
