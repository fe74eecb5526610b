package dev.escala.modelversion.outdated;

import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.escala.database.Turns;
import dev.escala.engine.persistence.InForceRepository;
import dev.escala.modelgate.ModelFile;
import dev.escala.modelgate.ModelJudge;
import dev.escala.modelgate.Problem;
import dev.escala.modelversion.BroughtModels;
import dev.escala.modelversion.ModelDeployment;
import dev.escala.modelversion.ModelVersion;
import dev.escala.modelversion.ModelVersionRepository;
import dev.escala.text.Shortening;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks, before jobs and people find work, whether the models that owners have put in
 * force still pass the gate of this release. One that does not stays with what runs; new
 * work begins with the one that Escala brings, and everybody is told.
 */
@Component
class ReleaseStart implements SmartInitializingSingleton {

	private static final Logger logger = LoggerFactory.getLogger(ReleaseStart.class);

	/** Chosen once, for this purpose only; the same on every node. */
	private static final long LOCK = 0x45534341_1601L;

	private static final int LONGEST_REASON = 250;

	private final ModelVersionRepository versions;

	private final BroughtModels brought;

	private final ModelJudge judge;

	private final ModelDeployment deployment;

	private final OutdatedModelRepository outdated;

	private final InForceRepository inForce;

	private final Turns turns;

	private final Clock clock;

	private final TransactionTemplate transaction;

	/**
	 * What the engine refuses takes nothing else back, and no line waits for another
	 * transaction of the same start.
	 */
	private final TransactionTemplate apart;

	ReleaseStart(ModelVersionRepository versions, BroughtModels brought, ModelJudge judge, ModelDeployment deployment,
			OutdatedModelRepository outdated, InForceRepository inForce, Turns turns, Clock clock,
			PlatformTransactionManager transactions) {
		this.versions = versions;
		this.brought = brought;
		this.judge = judge;
		this.deployment = deployment;
		this.outdated = outdated;
		this.inForce = inForce;
		this.turns = turns;
		this.clock = clock;
		this.transaction = new TransactionTemplate(transactions);
		this.apart = new TransactionTemplate(transactions);
		this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	@Override
	public void afterSingletonsInstantiated() {
		this.transaction.executeWithoutResult((status) -> {
			this.turns.take(LOCK);
			this.inForce.bring(this.brought.all().stream().map(ModelFile::content).toList());
			look();
		});
	}

	/**
	 * Looks at each model that a person has put in force. What takes the place of one may
	 * be why another does not fit any more, so that it looks again until nothing changes.
	 */
	void look() {
		Set<String> told = new HashSet<>();
		Optional<ModelVersion> next = next(told);
		while (next.isPresent()) {
			told.add(id(next.get()));
			next = next(told);
		}
	}

	/** Deals with the first one that does not fit and was not dealt with. */
	private Optional<ModelVersion> next(Set<String> told) {
		for (ModelVersion one : this.versions.inForce()) {
			if (one.by() == null || told.contains(id(one))) {
				continue;
			}
			byte[] content = this.versions.content(one).orElse(null);
			List<String> problems = (content == null) ? List.of() : refusals(new ModelFile(one.fileName(), content));
			if (problems.isEmpty()) {
				this.apart.executeWithoutResult((status) -> this.outdated.remove(one.kind(), one.key()));
			}
			else {
				outdated(one, content, problems);
				return Optional.of(one);
			}
		}
		return Optional.empty();
	}

	private void outdated(ModelVersion one, byte[] content, List<String> problems) {
		ModelFile own = this.brought.find(one.kind(), one.key())
			.filter((file) -> !Arrays.equals(file.content(), content))
			.orElse(null);
		List<String> hindered = (own == null) ? List.of() : refusals(own);
		boolean replaced = own != null && hindered.isEmpty() && replace(one, own, problems);
		if (!replaced) {
			this.apart.executeWithoutResult(
					(status) -> this.outdated.keep(one, problems, this.clock.instant(), null, hindered));
		}
		logger.warn("{} {} ({}), version {} by {}, does not pass the gate of this release: {} {}", one.kind(),
				one.key(), one.fileName(), one.version(), one.by(), String.join(" ", problems),
				replaced ? "New work begins with the one that Escala brings; what runs goes on with its own."
						: "It stays in force, because Escala brings none that could take its place.");
	}

	private boolean replace(ModelVersion one, ModelFile own, List<String> problems) {
		String why = Shortening.withEllipsis("En lugar de la " + one.said() + " de " + one.by()
				+ ", que no pasa las comprobaciones de esta versión de Escala", LONGEST_REASON);
		try {
			this.apart.executeWithoutResult((status) -> this.outdated.keep(one, problems, this.clock.instant(),
					this.deployment.deployOwn(own.name(), own.content(), why), List.of()));
			return true;
		}
		catch (RuntimeException ex) {
			logger.error("The engine does not take {}, which Escala brings", own.name(), ex);
			return false;
		}
	}

	private List<String> refusals(ModelFile file) {
		return this.judge.judgeAgain(file).refusals().stream().map(Problem::line).toList();
	}

	private static String id(ModelVersion one) {
		return one.kind() + " " + one.key() + " " + one.version();
	}

}
