package dev.escala.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several people who do something at the same moment. */
public final class AtOnce {

	private AtOnce() {
	}

	/** Calls all of them at once; what each got, in their order. */
	@SafeVarargs
	public static <T> List<T> call(Callable<T>... calls) throws Exception {
		ExecutorService pool = Executors.newFixedThreadPool(calls.length);
		CyclicBarrier start = new CyclicBarrier(calls.length);
		try {
			List<Future<T>> under = new ArrayList<>();
			for (Callable<T> call : calls) {
				under.add(pool.submit(() -> {
					start.await();
					return call.call();
				}));
			}
			List<T> all = new ArrayList<>();
			for (Future<T> one : under) {
				all.add(one.get());
			}
			return all;
		}
		finally {
			pool.shutdownNow();
		}
	}

}
