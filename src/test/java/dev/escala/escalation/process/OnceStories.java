package dev.escala.escalation.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import dev.escala.clock.Deadline;
import dev.escala.clock.DeadlineWatch;
import dev.escala.clock.ServiceClock;
import dev.escala.notification.OutboxMessage;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.CaseDriver;
import dev.escala.timeline.Timeline;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A rung fires once, whatever restarts, retries or edits happen. */
abstract class OnceStories extends EscalationStory {

	private static final ServiceClock CLOCK = ServiceClock.ACKNOWLEDGEMENT;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private Timeline timeline;

	@Autowired
	private DeadlineWatch watch;

	@Test
	@DisplayName("A job that was done is gone, and what it did is not done again")
	void twice() {
		CaseNumber number = reported(severe());

		for (int step = 0; step < 3; step++) {
			CaseDriver.travelTo(latest(this.people.watchJob(number, CLOCK)));
			String job = this.people.watchJob(number, CLOCK).getId();
			execute(job);
			assertThatThrownBy(() -> execute(job)).hasMessageContaining("No job found");
		}

		assertMissedOnce(number);
		Deadline missed = deadline(number, CLOCK);
		this.watch.warn(missed);
		assertThat(this.watch.pass(missed)).isEqualTo(DeadlineWatch.Passed.OVER);
		assertMissedOnce(number);
	}

	@Test
	@DisplayName("A node that dies before its commit has done nothing; whoever comes next does it once")
	void killedBeforeTheCommit() {
		CaseNumber number = reported(severe());

		for (int step = 0; step < 3; step++) {
			CaseDriver.travelTo(latest(this.people.watchJob(number, CLOCK)));
			String job = this.people.watchJob(number, CLOCK).getId();
			Trace before = trace(number);
			for (int death = 0; death < 2; death++) {
				new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
					execute(job);
					assertThat(trace(number)).isNotEqualTo(before);
					status.setRollbackOnly();
				});
				assertThat(trace(number)).isEqualTo(before);
			}
			execute(job);
		}

		assertMissedOnce(number);
	}

	@Test
	@DisplayName("An error after the work was done undoes it whole; the retry does it once")
	void failsAfterTheWork() {
		CaseNumber number = reported(severe());
		this.people.runWhenDue(number, CLOCK);
		CaseDriver.travelTo(deadline(number, CLOCK).dueAt());
		Trace before = trace(number);

		assertThatThrownBy(() -> new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
			execute(this.people.watchJob(number, CLOCK).getId());
			throw new IllegalStateException("The database went away");
		})).hasMessage("The database went away");

		assertThat(trace(number)).isEqualTo(before);
		this.people.run(number, CLOCK);
		this.people.run(number, CLOCK);
		assertMissedOnce(number);
	}

	@Test
	@DisplayName("Two nodes that run the same job at the same moment: one wins")
	void sameJobAtOnce() throws Exception {
		CaseNumber number = reported(severe());

		for (int step = 0; step < 3; step++) {
			CaseDriver.travelTo(latest(this.people.watchJob(number, CLOCK)));
			String job = this.people.watchJob(number, CLOCK).getId();
			assertThat(atOnce(() -> execute(job), () -> execute(job))).hasSize(1);
		}

		assertMissedOnce(number);
	}

	@Test
	@DisplayName("Two nodes that notice a missed acknowledgement and the missed answer at the same moment: one level")
	void twoDeadlinesAtOnce() throws Exception {
		CaseNumber number = reported(severe());
		CaseDriver.travelTo(deadline(number, ServiceClock.ANSWER).dueAt());
		this.people.run(number, CLOCK);
		this.people.run(number, ServiceClock.ANSWER);
		String first = this.people.watchJob(number, CLOCK).getId();
		String second = this.people.watchJob(number, ServiceClock.ANSWER).getId();

		List<Throwable> failures = atOnce(() -> execute(first), () -> execute(second));

		// The engine may ask one of them to try again.
		failures.forEach((failure) -> assertThat(failure).hasMessageContaining("ENGINE-03005"));
		List.of(first, second).forEach(this::executeIfThere);
		assertThat(this.escalations.get(number).level()).isEqualTo(2);
		assertThat(missed(number)).hasSize(2);
	}

	@Test
	@DisplayName("A missed acknowledgement that is noticed after the missed answer takes the case no further up")
	void noticedTheOtherWayRound() {
		CaseNumber number = reported(severe());
		CaseDriver.travelTo(deadline(number, ServiceClock.ANSWER).dueAt());
		this.people.run(number, CLOCK);
		this.people.run(number, ServiceClock.ANSWER);
		String acknowledgement = this.people.watchJob(number, CLOCK).getId();

		execute(this.people.watchJob(number, ServiceClock.ANSWER).getId());
		assertThat(this.escalations.get(number).level()).isEqualTo(2);
		execute(acknowledgement);

		assertThat(this.escalations.get(number).level()).isEqualTo(2);
		assertThat(missed(number)).hasSize(2);
	}

	@Test
	@DisplayName("A timer that fires too early, as after a lost completion, finds nothing missed and waits again")
	void tooEarly() {
		CaseNumber number = reported(severe());
		this.people.runWhenDue(number, CLOCK);
		Instant due = deadline(number, CLOCK).dueAt();

		for (int again = 0; again < 3; again++) {
			Job job = this.people.watchJob(number, CLOCK);
			this.engine.getManagementService().setJobDuedate(job.getId(), Date.from(MONDAY_AT_TEN));
			this.people.run(number, CLOCK);

			assertThat(this.people.due(number, CLOCK)).isEqualTo(due);
			assertThat(deadline(number, CLOCK).breachedAt()).isNull();
			assertThat(this.escalations.get(number).level()).isEqualTo(1);
			assertThat(told(number, "breach-ACKNOWLEDGEMENT-1")).isEmpty();
		}
		this.people.runWhenDue(number, CLOCK);
		this.people.run(number, CLOCK);

		assertMissedOnce(number);
		assertThat(CaseDriver.now()).isEqualTo(due);
	}

	@Test
	@DisplayName("Recalculating a case as often as one likes warns nobody again")
	void recalculatedMeanwhile(@Autowired dev.escala.clock.MatterClocks clocks) {
		CaseNumber number = reported(severe());
		this.people.runWhenDue(number, CLOCK);
		clocks.recalculate(number, new UserId("supervisor"), "El calendario cambió.");
		clocks.apply(number);
		this.people.runWhenDue(number, CLOCK);
		clocks.recalculate(number, new UserId("supervisor"), "El calendario cambió.");
		this.people.run(number, CLOCK);
		clocks.apply(number);

		assertMissedOnce(number);
		assertThat(this.people.times(number, "userTask_attendBreach")).isEqualTo(1);
	}

	@Test
	@DisplayName("After an outage that lasted longer than the deadline it is missed, and no mail says that it is near")
	void warnedTooLate() {
		CaseNumber number = reported(severe());
		CaseDriver.travelTo(deadline(number, CLOCK).dueAt().plusSeconds(3600));

		this.people.miss(number, CLOCK);

		assertThat(told(number, "near-ACKNOWLEDGEMENT-1")).isEmpty();
		assertThat(deadline(number, CLOCK).state().warnedAt()).isNull();
		assertThat(told(number, "breach-ACKNOWLEDGEMENT-1")).contains("gerente@escala.example").doesNotHaveDuplicates();
		assertThat(this.escalations.get(number).level()).isEqualTo(2);
	}

	@Test
	@DisplayName("A table that is edited between warning and miss: the rung fires once, with the levels agreed at the beginning")
	void tableEditedMeanwhile() throws Exception {
		CaseNumber number = reported(severe());
		Instant due = deadline(number, CLOCK).dueAt();
		this.people.runWhenDue(number, CLOCK);

		withServiceLevels((table) -> table.replaceAll("\"PT[12]H(30M)?\"", "\"PT7H\""), () -> {
			assertThat(deadline(reported(severe()), CLOCK).level().target().duration()).isEqualTo("PT7H");
			assertThat(this.people.due(number, CLOCK)).isEqualTo(due);
			this.people.runWhenDue(number, CLOCK);
			this.people.run(number, CLOCK);
		});

		assertThat(CaseDriver.now()).isEqualTo(due);
		assertMissedOnce(number);
		assertThat(deadline(number, ServiceClock.LEVEL_2).level().target().duration()).isEqualTo("PT2H30M");
		assertThat(this.people.times(number, "userTask_attendBreach")).isEqualTo(1);
	}

	private void assertMissedOnce(CaseNumber number) {
		assertThat(told(number, "near-ACKNOWLEDGEMENT-1")).contains("tecnologia@escala.example")
			.doesNotHaveDuplicates();
		assertThat(deadline(number, CLOCK).breachedAt()).isEqualTo(deadline(number, CLOCK).dueAt());
		assertThat(this.escalations.get(number).level()).isEqualTo(2);
		assertThat(missed(number)).containsExactly("Venció el plazo «Acuse».");
		assertThat(told(number, "breach-ACKNOWLEDGEMENT-1"))
			.contains("supervisor@escala.example", "gerente@escala.example")
			.doesNotHaveDuplicates();
		assertThat(this.people.groups(number, "userTask_attendBreach")).containsExactly("managers");
		assertThat(deadline(number, ServiceClock.LEVEL_2).run()).isEqualTo(1);
	}

	private List<String> missed(CaseNumber number) {
		return this.timeline.entries(number)
			.stream()
			.map((entry) -> entry.text())
			.filter((text) -> text.startsWith("Venció el plazo"))
			.toList();
	}

	private static Instant latest(Job job) {
		Instant due = (job.getDuedate() != null) ? job.getDuedate().toInstant() : CaseDriver.now();
		return due.isAfter(CaseDriver.now()) ? due : CaseDriver.now();
	}

	private void execute(String job) {
		this.engine.getManagementService().executeJob(job);
	}

	private void executeIfThere(String job) {
		if (this.engine.getManagementService().createJobQuery().jobId(job).count() > 0) {
			execute(job);
		}
	}

	/** Runs both in the same moment and returns what went wrong. */
	private static List<Throwable> atOnce(Runnable one, Runnable other) throws Exception {
		CyclicBarrier start = new CyclicBarrier(2);
		ExecutorService nodes = Executors.newFixedThreadPool(2);
		try {
			List<Future<Throwable>> running = new ArrayList<>();
			for (Runnable work : List.of(one, other)) {
				Callable<Throwable> node = () -> {
					start.await(30, TimeUnit.SECONDS);
					try {
						work.run();
						return null;
					}
					catch (RuntimeException ex) {
						return ex;
					}
				};
				running.add(nodes.submit(node));
			}
			List<Throwable> failures = new ArrayList<>();
			for (Future<Throwable> node : running) {
				Throwable failure = node.get(60, TimeUnit.SECONDS);
				if (failure != null) {
					failures.add(failure);
				}
			}
			return failures;
		}
		finally {
			nodes.shutdownNow();
		}
	}

	/** Everything that a step of the watch leaves behind. */
	private Trace trace(CaseNumber number) {
		return new Trace(deadline(number, CLOCK), this.escalations.get(number).level(),
				this.outbox.messages(number).stream().map(OutboxMessage::step).sorted().toList(), missed(number),
				this.people.jobs(number), this.people.tasks(number).stream().sorted().toList());
	}

	private record Trace(Deadline deadline, int level, List<String> told, List<String> missed, List<String> jobs,
			List<String> tasks) {
	}

}
