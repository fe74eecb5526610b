package dev.escala.pursuit.taken;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.escala.pursuit.taken.SaleImport.Counts;
import dev.escala.reference.UserId;
import dev.escala.support.EscalaTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("A long file needs no more memory than a short one")
class LongImportTests extends SaleImportStory {

	@Test
	@DisplayName("A hundred rows are previewed, taken, and taken again without a change")
	void few() throws Exception {
		Measured measured = measure("Corta", 100);

		assertThat(measured.counts()).isEqualTo(new Counts(20, 0, 0, 40, 40));
		assertThat(measured.again()).isEqualTo(new Counts(0, 0, 60, 0, 40));
	}

	@Test
	@Tag("thorough")
	@DisplayName("50,000 rows: the largest heap after a collection while it runs is at most 1.5 times that of 5,000")
	void many() throws Exception {
		measure("Antes", 500);
		Measured small = measure("Media", 5_000);
		Measured large = measure("Larga", 50_000);

		System.out.printf("5,000 rows: %d KB in %d s; 50,000 rows: %d KB in %d s%n", small.grown() >> 10,
				small.seconds(), large.grown() >> 10, large.seconds());
		assertThat(large.counts()).isEqualTo(new Counts(10_000, 0, 0, 20_000, 20_000));
		assertThat(small.again()).isEqualTo(new Counts(0, 0, 3_000, 0, 2_000));
		assertThat(large.grown()).isLessThanOrEqualTo(small.grown() * 3 / 2);
	}

	/** Sends, previews and takes the file, and looks at the heap all the while. */
	private Measured measure(String name, int rows) throws Exception {
		Path file = Files.createTempFile("escala-", ".csv");
		try {
			write(file, name + " " + company(), rows);
			long before = collected();
			long begin = System.nanoTime();
			CompletableFuture<Counts> work = CompletableFuture.supplyAsync(() -> take(file));
			long largest = before;
			do {
				largest = Math.max(largest, collected());
			}
			while (!isDone(work));
			long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);
			Counts counts = work.get();
			return new Measured(largest - before, seconds, counts, (rows > 10_000) ? null : take(file));
		}
		finally {
			Files.delete(file);
		}
	}

	private static boolean isDone(CompletableFuture<?> work) throws Exception {
		try {
			work.get(500, TimeUnit.MILLISECONDS);
			return true;
		}
		catch (TimeoutException ex) {
			return false;
		}
	}

	private Counts take(Path file) {
		try (InputStream content = Files.newInputStream(file)) {
			return confirmed(this.imports.upload(content, "larga.csv", new UserId(SELLER))).counts();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Of ten rows two are new, four cannot be read and four say the same as the first.
	 */
	private static void write(Path file, String company, int rows) throws IOException {
		try (Writer text = Files.newBufferedWriter(file)) {
			text.write("Record ID,Deal Name,Company Name,Deal Stage,Amount,Currency,Close Date,Email,Color\n");
			for (int i = 0; i < rows; i++) {
				int deal = (i % 10 < 2) ? i : i - i % 10;
				text.write(company.hashCode() + "-" + i + ",Fibra " + deal + "," + company + " " + deal
						+ ",Qualified To Buy," + ((i % 10 < 6) ? "1200.50" : "mucho") + ",EUR,2027-01-31,ana" + deal
						+ "@gmail.com,verde\n");
			}
		}
	}

	/** The heap that is left after a collection, in bytes. */
	private static long collected() {
		System.gc();
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

	/**
	 * What it needed.
	 *
	 * @param grown the largest heap after a collection less that before, in bytes
	 * @param seconds how long it took
	 * @param counts what became of the rows
	 * @param again what became of them when they came again, or {@code null} of the
	 * longest
	 */
	private record Measured(long grown, long seconds, Counts counts, Counts again) {
	}

}
