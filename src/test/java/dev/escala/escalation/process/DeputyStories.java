package dev.escala.escalation.process;

import java.util.List;

import dev.escala.access.Role;
import dev.escala.clock.ServiceClock;
import dev.escala.level.ReachedLevel;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.CaseDriver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who stands in for somebody does not change whom they report to: the way up is that of
 * the position.
 */
abstract class DeputyStories extends LevelStory {

	@BeforeEach
	void givenPeopleOutsideTheGroupsOfManagers() {
		this.people.person("mando");
		this.people.person("presidenta");
		this.people.person("otra", Role.MANAGERS);
	}

	@Test
	@DisplayName("A deputy who reports to the absent boss does not get the next level too")
	void underTheBoss() {
		reports("suplente", "jefa");
		CaseNumber number = ignoredByTheDeputy();

		assertThat(person(number, 3)).isEqualTo("directora");
		assertThat(taskOf(number, "directora")).isNotNull();
	}

	@Test
	@DisplayName("A deputy who reports to nobody does not break the line")
	void withoutALine() {
		assertThat(person(ignoredByTheDeputy(), 3)).isEqualTo("directora");
	}

	@Test
	@DisplayName("A deputy of another department does not lead the case into it")
	void underAnotherBoss() {
		reports("suplente", "otra");

		assertThat(person(ignoredByTheDeputy(), 3)).isEqualTo("directora");
	}

	@Test
	@DisplayName("A boss who is back in between does not get the level above")
	void backInBetween() {
		reports("suplente", "jefa");
		CaseNumber number = workedByTheEngineer();
		Runnable back = away("jefa", "suplente");
		this.people.miss(number, ServiceClock.ANSWER);
		back.run();

		this.people.miss(number, ServiceClock.LEVEL_2);

		assertThat(person(number, 3)).isEqualTo("directora");
	}

	@Test
	@DisplayName("Whoever let a level pass is not asked again in place of the director: the next one up the line is")
	void deputyOfTheDirector() {
		reports("directora", "presidenta");
		CaseNumber number = workedByTheEngineer();
		away("directora", "jefa");
		this.people.miss(number, ServiceClock.ANSWER);
		assertThat(person(number, 2)).isEqualTo("jefa");

		this.people.miss(number, ServiceClock.LEVEL_2);

		assertThat(person(number, 3)).isEqualTo("presidenta");
		assertThat(because(number, 3)).contains("su suplente es Jefa Demostración. "
				+ "Jefa Demostración ya recibió el nivel 2, así que no se le pide. Presidenta Demostración está disponible.");
		assertThat(told(number, "breach-LEVEL_2-1")).contains("presidenta@escala.example").doesNotHaveDuplicates();
	}

	@Test
	@DisplayName("Where nobody is further up the group shares it, and it is told who was not asked")
	void nobodyFurtherUp() {
		CaseNumber number = workedByTheEngineer();
		away("directora", "jefa");

		this.people.miss(number, ServiceClock.ANSWER);
		this.people.miss(number, ServiceClock.LEVEL_2);

		assertThat(person(number, 3)).isNull();
		assertThat(this.levels.find(number, 3)).map(ReachedLevel::groupId).contains("directors");
		assertThat(because(number, 3))
			.contains("Directora Demostración está ausente",
					"Jefa Demostración ya recibió el nivel 2, así que no se le pide. Lo recibe el grupo Dirección: ")
			.doesNotContain("No hay ninguna persona indicada");
	}

	@Test
	@DisplayName("An owner who stands in for the boss does not answer to themselves: the boss's superior is asked")
	void theOwnerStandsIn() {
		CaseNumber number = workedByTheEngineer();
		away("jefa", "ingeniera");

		this.people.miss(number, ServiceClock.ANSWER);

		assertThat(person(number, 2)).isEqualTo("directora");
		assertThat(because(number, 2))
			.contains("Jefa Demostración está ausente", "su suplente es Ingeniera Demostración. "
					+ "Ingeniera Demostración lleva el caso, así que no se le pide. Directora Demostración está disponible.")
			.doesNotContain("No hay ninguna persona indicada");
	}

	@Test
	@DisplayName("Whoever gets a level is told, also outside the groups of managers: of the miss, and before their own deadline")
	void outsideTheGroups() {
		reports("ingeniera", "mando");
		CaseNumber number = workedByTheEngineer();

		this.people.miss(number, ServiceClock.ANSWER);
		assertThat(person(number, 2)).isEqualTo("mando");
		assertThat(told(number, "breach-ANSWER-1")).containsOnlyOnce("mando@escala.example")
			.contains("ingeniera@escala.example", "jefa@escala.example");
		this.people.runWhenDue(number, ServiceClock.LEVEL_2);

		assertThat(told(number, "near-LEVEL_2-1")).containsExactly("mando@escala.example");
	}

	@Test
	@DisplayName("A level that a group shares warns the group, not the owner of the case")
	void sharedByTheGroup() {
		CaseNumber number = workedByTheEngineer();
		away("jefa", null);

		this.people.miss(number, ServiceClock.ANSWER);
		assertThat(person(number, 2)).isNull();
		this.people.runWhenDue(number, ServiceClock.LEVEL_2);

		assertThat(told(number, "near-LEVEL_2-1")).contains("suplente@escala.example", "gerente@escala.example")
			.doesNotContain("ingeniera@escala.example");
	}

	@Test
	@DisplayName("Two misses that overlap each tell whom they reached")
	void overlapping() {
		reports("ingeniera", "mando");
		reports("mando", "presidenta");
		CaseNumber number = workedByTheEngineer();
		CaseDriver.travelTo(deadline(number, ServiceClock.RESOLUTION).dueAt());

		for (ServiceClock clock : List.of(ServiceClock.ANSWER, ServiceClock.RESOLUTION)) {
			this.people.run(number, clock);
			this.people.run(number, clock);
		}
		this.people.run(number, ServiceClock.RESOLUTION);
		this.people.run(number, ServiceClock.ANSWER);

		assertThat(told(number, "breach-ANSWER-1")).contains("mando@escala.example")
			.doesNotContain("presidenta@escala.example");
		assertThat(told(number, "breach-RESOLUTION-1")).contains("presidenta@escala.example")
			.doesNotContain("mando@escala.example");
	}

	/** The boss is away, and the deputy does nothing either. */
	private CaseNumber ignoredByTheDeputy() {
		CaseNumber number = workedByTheEngineer();
		away("jefa", "suplente");
		this.people.miss(number, ServiceClock.ANSWER);
		assertThat(person(number, 2)).isEqualTo("suplente");
		this.people.miss(number, ServiceClock.LEVEL_2);
		return number;
	}

	private String person(CaseNumber number, int level) {
		return this.levels.find(number, level).map(ReachedLevel::personId).map(UserId::value).orElse(null);
	}

	private String because(CaseNumber number, int level) {
		return this.levels.find(number, level).map(ReachedLevel::because).orElseThrow();
	}

}
