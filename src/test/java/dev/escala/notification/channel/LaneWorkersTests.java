package dev.escala.notification.channel;

import java.time.Clock;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import dev.escala.notification.Lane;
import dev.escala.notification.OutboxQueueRepository.Claimed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
@DisplayName("Those who empty a queue")
class LaneWorkersTests {

	private final Queue<String> waiting = new ConcurrentLinkedQueue<>();

	@Test
	@DisplayName("are as many as messages wait, and never more than the server may have at once")
	void asManyAsAreNeeded() throws Exception {
		CyclicBarrier three = new CyclicBarrier(3);
		AtomicInteger now = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		CountDownLatch sent = new CountDownLatch(9);
		this.waiting.addAll(List.of("1", "2", "3", "4", "5", "6", "7", "8", "9"));
		ExecutorService threads = Executors.newFixedThreadPool(8);
		try {
			new LaneWorkers(emptying(() -> {
				most.accumulateAndGet(now.incrementAndGet(), Math::max);
				try {
					three.await();
				}
				catch (Exception ex) {
					throw new IllegalStateException(ex);
				}
				finally {
					now.decrementAndGet();
				}
				sent.countDown();
				return null;
			}), lane(3), threads).call();

			assertThat(sent.await(30, TimeUnit.SECONDS)).isTrue();
			assertThat(most).hasValue(3);
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	@DisplayName("miss nobody who calls while the last of them is about to end")
	void missNobody() {
		LaneWorkers[] workers = new LaneWorkers[1];
		Queue<String> late = new ConcurrentLinkedQueue<>(List.of("late"));
		Dispatcher dispatcher = new Dispatcher(null, null, null, null) {
			@Override
			int run(OutgoingLane lane, Runnable taken) {
				LaneWorkersTests.this.waiting.clear();
				// It has seen that there is nothing more, and has not ended yet.
				String next = late.poll();
				if (next != null) {
					LaneWorkersTests.this.waiting.add(next);
					workers[0].call();
				}
				return 0;
			}
		};
		workers[0] = new LaneWorkers(dispatcher, lane(1), Runnable::run);
		this.waiting.add("1");

		workers[0].call();

		assertThat(this.waiting).isEmpty();
	}

	@Test
	@DisplayName("begin anew after one of them broke, and are quiet when the node stops")
	void afterFailure() {
		this.waiting.addAll(List.of("1", "2"));
		AtomicInteger tries = new AtomicInteger();
		LaneWorkers workers = new LaneWorkers(emptying(() -> {
			if (tries.incrementAndGet() == 1) {
				throw new IllegalStateException("broken");
			}
			return null;
		}), lane(1), Runnable::run);

		workers.call();
		assertThat(this.waiting).containsExactly("2");
		workers.call();
		assertThat(this.waiting).isEmpty();

		LaneWorkers stopping = new LaneWorkers(emptying(() -> null), lane(1), (task) -> {
			throw new RejectedExecutionException();
		});
		stopping.call();
		stopping.call();
	}

	private Dispatcher emptying(Supplier<Void> sending) {
		return new Dispatcher(null, null, null, null) {
			@Override
			int run(OutgoingLane lane, Runnable taken) {
				int tried = 0;
				while (LaneWorkersTests.this.waiting.poll() != null) {
					taken.run();
					sending.get();
					tried++;
				}
				return tried;
			}
		};
	}

	private static OutgoingLane lane(int connections) {
		Sender sender = new Sender() {
			@Override
			public Lane lane() {
				return Lane.MAIL;
			}

			@Override
			public int connections() {
				return connections;
			}

			@Override
			public Delivery send(Claimed message) {
				throw new UnsupportedOperationException();
			}
		};
		return new OutgoingLane(sender, new LaneBreaker(Lane.MAIL, Clock.systemUTC()));
	}

}
