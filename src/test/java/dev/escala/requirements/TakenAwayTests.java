package dev.escala.requirements;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import dev.escala.requirements.SingleTest.Result;
import dev.escala.requirements.Surgeon.Wound;
import dev.escala.support.EscalaTest;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * Draws items of behaviour. {@code -Drequirements.seed=…} draws the same ones again,
 * {@code -Drequirements.draw=…} another number of them, {@code -Drequirements.only=…}
 * that one.
 */
@EscalaTest
@Tag("thorough")
@DisplayName("Behaviour that is taken away is missed by the test that shows it")
class TakenAwayTests {

	@Autowired
	private RepositoryService repository;

	private final SingleTest tests = new SingleTest();

	@TestFactory
	@DisplayName("Twenty items, drawn by a seed that is printed")
	Stream<DynamicTest> drawn() throws IOException {
		long seed = Long.getLong("requirements.seed", new Random().nextLong());
		System.out.println("Behaviour is taken away: -Drequirements.seed=" + seed);
		String only = System.getProperty("requirements.only", "");
		List<TakenAway> known = new ArrayList<>(
				TakenAway.all().stream().filter((one) -> one.number().startsWith(only)).toList());
		Collections.shuffle(known, new Random(seed));
		Surgeon surgeon = new Surgeon(this.repository);
		return known.stream()
			.limit(Integer.getInteger("requirements.draw", 20))
			.map((one) -> dynamicTest(one.number() + ": " + one.means(), () -> isMissed(surgeon, one)));
	}

	private void isMissed(Surgeon surgeon, TakenAway one) {
		Result before = this.tests.run(one);
		Result without;
		try (Wound wound = surgeon.take(one.means())) {
			without = this.tests.run(one);
		}
		System.out.println(one.number() + " | " + one.means() + " | " + one.type().getSimpleName() + "#" + one.method()
				+ " | " + before + " before, then " + without);
		assertThat(before.isGreen()).as("before anything was taken away: " + before).isTrue();
		assertThat(without.isRed()).as("without it: " + without).isTrue();
	}

}
