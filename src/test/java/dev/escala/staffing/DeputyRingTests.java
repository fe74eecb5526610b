package dev.escala.staffing;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import dev.escala.reference.UserId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Deputies close a ring only where their absences overlap all the way round")
class DeputyRingTests {

	private static StoredAbsence away(String person, String deputy, int firstDay, int lastDay) {
		return new StoredAbsence(1, new UserId(person), Office.at("2026-11-%02dT00:00".formatted(firstDay)),
				Office.at("2026-11-%02dT00:00".formatted(lastDay + 1)), UserId.nullable(deputy), null);
	}

	private static List<String> ring(StoredAbsence wish, StoredAbsence... others) {
		return DeputyRing.closedBy(wish, Arrays.asList(others))
			.map(DeputyRing::people)
			.orElse(List.of())
			.stream()
			.map(UserId::value)
			.toList();
	}

	@Test
	void twoPeople() {
		assertThat(ring(away("a", "b", 2, 6), away("b", "a", 6, 9))).containsExactly("a", "b", "a");
		assertThat(ring(away("a", "b", 2, 6), away("b", "a", 7, 9))).isEmpty();
		assertThat(ring(away("a", "b", 2, 6), away("b", "c", 2, 6))).isEmpty();
		assertThat(ring(away("a", "b", 2, 6), away("b", null, 2, 6))).isEmpty();
		assertThat(ring(away("a", null, 2, 6), away("b", "a", 2, 6))).isEmpty();
	}

	@Test
	@DisplayName("three people who are never all away together are no ring, and the ring says when")
	void threePeople() {
		assertThat(ring(away("a", "b", 2, 10), away("b", "c", 2, 5), away("c", "a", 6, 10))).isEmpty();
		assertThat(DeputyRing.closedBy(away("a", "b", 2, 10), List.of(away("b", "c", 3, 7), away("c", "a", 6, 9))))
			.contains(new DeputyRing(Stream.of("a", "b", "c", "a").map(UserId::new).toList(),
					Office.at("2026-11-06T00:00"), Office.at("2026-11-08T00:00")));
	}

	@Test
	@DisplayName("a second absence of the deputy may close it")
	void laterAbsence() {
		assertThat(ring(away("a", "b", 2, 20), away("b", "c", 2, 5), away("b", "a", 12, 13))).containsExactly("a", "b",
				"a");
	}

	@Test
	@DisplayName("a ring of others ends the search")
	void ringOfOthers() {
		assertThat(ring(away("a", "b", 2, 6), away("b", "c", 2, 6), away("c", "b", 2, 6))).isEmpty();
	}

}
