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
	void missNobody() throws Exception {
		int messages = 20_000;
		CountDownLatch sent = new CountDownLatch(messages);
		ExecutorService threads = Executors.newFixedThreadPool(4);
		try {
			LaneWorkers workers = new LaneWorkers(emptying(() -> {
				sent.countDown();
				return null;
			}), lane(2), threads);
			for (int i = 0; i < messages; i++) {
				this.waiting.add(String.valueOf(i));
				workers.call();
				if (i % 7 == 0) {
					Thread.yield();
				}
			}

			assertThat(sent.await(30, TimeUnit.SECONDS)).as("%s are left", sent.getCount()).isTrue();
		}
		finally {
			threads.shutdownNow();
		}
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
