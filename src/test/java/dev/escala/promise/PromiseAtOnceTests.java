package dev.escala.promise;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.validation.Refusal;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;

import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("Promises when two things happen at the same moment, on two nodes or on one")
class PromiseAtOnceTests extends PromiseStory {

	@RepeatedTest(4)
	@DisplayName("The customer answers on the page while the owner writes their answer down: one answer counts")
	void answeredTwice() throws Exception {
		CaseNumber number = owned("PRO");
		Promise promise = proposed(number);
		long shown = open(promise).id();

		List<Boolean> done = together(
				() -> this.answers.onPage(number, promise.customerId(), shown, Proposal.Answer.Kind.DECLINED, null,
						"Prefiero el jueves"),
				() -> this.people.complete(number, OWNER, ANSWER, Map.of("customerAnswer", "accepted")));

		assertThat(done).containsOnlyOnce(true);
		boolean accepted = done.get(1);
		assertThat(status(promise)).isEqualTo(accepted ? PromiseStatus.ACCEPTED : PromiseStatus.ESTIMATING);
		assertThat(this.people.tasks(number)).contains(accepted ? KEEP : ESTIMATE)
			.doesNotContain(ANSWER, accepted ? ESTIMATE : KEEP);
		assertThat(this.promises.proposals(promise.id())).singleElement()
			.satisfies(
					(one) -> assertThat(one.answer().by()).isEqualTo(accepted ? new UserId(OWNER) : UserId.CUSTOMER));
	}

	@RepeatedTest(4)
	@DisplayName("The owner keeps the promise at the moment at which it is due: it is kept or broken, never both")
	void keptAtTheLastMoment() throws Exception {
		CaseNumber number = owned("PRO");
		Promise promise = agreed(number);
		CaseDriver.travelTo(PROMISED);
		Job timer = job(number, "event_promiseOver");

		List<Boolean> done = together(() -> this.people.complete(number, OWNER, KEEP, kept()),
				() -> this.engine.getManagementService().executeJob(timer.getId()));

		assertThat(done).containsOnlyOnce(true);
		assertThat(status(promise)).isEqualTo(done.get(0) ? PromiseStatus.KEPT : PromiseStatus.BROKEN);
		if (done.get(0)) {
			assertNothingOfPromisesIsLeft(number);
		}
		else {
			assertThat(this.people.tasks(number)).contains(APOLOGISE).doesNotContain(KEEP);
		}
	}

	@RepeatedTest(4)
	@DisplayName("Two people begin a promise to the same customer: one of them is told that there is one")
	void begunTwice() throws Exception {
		CaseNumber number = owned("PRO");

		List<Boolean> done = together(() -> this.making.start(number, new UserId("agente"), "Reponer la puerta", null),
				() -> this.making.start(number, new UserId(OWNER), "Pintar la puerta", null));

		assertThat(done).containsOnlyOnce(true);
		assertThat(this.promises.promises(number)).hasSize(1);
		assertThat(this.people.tasks(number)).contains(ASK);
	}

	private Job job(CaseNumber number, String element) {
		return this.engine.getManagementService()
			.createJobQuery()
			.activityId(element)
			.list()
			.stream()
			.filter((one) -> this.people.instances(number).contains(one.getProcessInstanceId()))
			.findFirst()
			.orElseThrow();
	}

	/** Does both at the same moment; false where it was refused or came too late. */
	private static List<Boolean> together(Runnable... actions) throws Exception {
		ExecutorService nodes = Executors.newFixedThreadPool(actions.length);
		try {
			CyclicBarrier start = new CyclicBarrier(actions.length);
			List<Callable<Boolean>> tasks = new ArrayList<>();
			for (Runnable action : actions) {
				tasks.add(() -> {
					start.await();
					try {
						action.run();
						return true;
					}
					catch (Refusal | OptimisticLockingException | DataAccessException ex) {
						return false;
					}
					catch (ProcessEngineException | AssertionError ex) {
						// The task or the job is gone, or our sentence says why not.
						return false;
					}
				});
			}
			List<Boolean> done = new ArrayList<>();
			for (Future<Boolean> one : nodes.invokeAll(tasks)) {
				done.add(one.get());
			}
			return done;
		}
		finally {
			nodes.shutdownNow();
		}
	}

}
