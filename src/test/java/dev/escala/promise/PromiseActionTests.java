package dev.escala.promise;

import java.util.Map;
import java.util.Set;

import dev.escala.validation.ConflictException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static dev.escala.promise.PromiseStatus.ACCEPTED;
import static dev.escala.promise.PromiseStatus.ASKING;
import static dev.escala.promise.PromiseStatus.BROKEN;
import static dev.escala.promise.PromiseStatus.ESTIMATING;
import static dev.escala.promise.PromiseStatus.KEPT;
import static dev.escala.promise.PromiseStatus.PROPOSED;
import static dev.escala.promise.PromiseStatus.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PromiseActionTests {

	private static final Map<PromiseAction, Set<PromiseStatus>> FROM = Map.ofEntries(
			Map.entry(PromiseAction.NOTE_EXPECTATION, Set.of(ASKING)),
			Map.entry(PromiseAction.ESTIMATE, Set.of(ESTIMATING)), Map.entry(PromiseAction.PROPOSE, Set.of(ESTIMATING)),
			Map.entry(PromiseAction.AGREE, Set.of(PROPOSED, ACCEPTED)),
			Map.entry(PromiseAction.DECLINE, Set.of(PROPOSED)), Map.entry(PromiseAction.REVISE, Set.of(ACCEPTED)),
			Map.entry(PromiseAction.KEEP, Set.of(ACCEPTED)), Map.entry(PromiseAction.BREAK, Set.of(ACCEPTED)),
			Map.entry(PromiseAction.APOLOGISE, Set.of(BROKEN)),
			Map.entry(PromiseAction.WITHDRAW, Set.of(ASKING, ESTIMATING, PROPOSED)),
			Map.entry(PromiseAction.RELEASE, Set.of(ACCEPTED)),
			Map.entry(PromiseAction.END_WITH_CASE, Set.of(ASKING, ESTIMATING, PROPOSED, ACCEPTED)));

	private static final Map<PromiseAction, PromiseStatus> TO = Map.ofEntries(
			Map.entry(PromiseAction.NOTE_EXPECTATION, ESTIMATING), Map.entry(PromiseAction.ESTIMATE, ESTIMATING),
			Map.entry(PromiseAction.PROPOSE, PROPOSED), Map.entry(PromiseAction.AGREE, ACCEPTED),
			Map.entry(PromiseAction.DECLINE, ESTIMATING), Map.entry(PromiseAction.REVISE, ACCEPTED),
			Map.entry(PromiseAction.KEEP, KEPT), Map.entry(PromiseAction.BREAK, BROKEN),
			Map.entry(PromiseAction.APOLOGISE, BROKEN), Map.entry(PromiseAction.WITHDRAW, WITHDRAWN),
			Map.entry(PromiseAction.RELEASE, WITHDRAWN), Map.entry(PromiseAction.END_WITH_CASE, WITHDRAWN));

	@ParameterizedTest
	@EnumSource
	@DisplayName("Each action leads on from the right statuses, and refuses every other one by name")
	void fromEveryStatus(PromiseAction action) {
		for (PromiseStatus now : PromiseStatus.values()) {
			if (FROM.get(action).contains(now)) {
				assertThat(action.from(now)).as("%s of %s", action, now).isEqualTo(TO.get(action));
			}
			else {
				assertThatExceptionOfType(ConflictException.class).as("%s of %s", action, now)
					.isThrownBy(() -> action.from(now))
					.withMessageContaining("«" + now.label() + "»")
					.withMessageContaining("«" + FROM.get(action).iterator().next().label() + "»");
			}
		}
	}

}
