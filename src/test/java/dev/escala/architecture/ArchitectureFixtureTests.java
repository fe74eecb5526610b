package dev.escala.architecture;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.escala.architecture.fixtures.CutsText;
import dev.escala.architecture.fixtures.FieldInjection;
import dev.escala.architecture.fixtures.LongDelegate;
import dev.escala.architecture.fixtures.LongLambda;
import dev.escala.architecture.fixtures.MachineLanguage;
import dev.escala.architecture.fixtures.MachineLanguageByName;
import dev.escala.architecture.fixtures.MachineTime;
import dev.escala.architecture.fixtures.MutableBody;
import dev.escala.architecture.fixtures.MutableSettings;
import dev.escala.architecture.fixtures.NamesColumns;
import dev.escala.architecture.fixtures.NeedsTheDemo;
import dev.escala.architecture.fixtures.OldDate;
import dev.escala.architecture.fixtures.PrintsSomething;
import dev.escala.architecture.fixtures.Sleeper;
import dev.escala.architecture.fixtures.SpeaksSql;
import dev.escala.architecture.fixtures.ThingStore;
import dev.escala.architecture.fixtures.UsesEngine;
import dev.escala.architecture.fixtures.UsesEngineInternals;
import dev.escala.architecture.fixtures.cycle.left.EngineSide;
import dev.escala.architecture.fixtures.cycle.right.FeatureSide;
import dev.escala.architecture.fixtures.path.corridor.CorridorSide;
import dev.escala.architecture.fixtures.path.kind.KindSide;
import dev.escala.architecture.fixtures.path.room.RoomSide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Each rule finds the fixture that breaks it, and fails when it finds nothing. */
class ArchitectureFixtureTests {

	record Breach(String rule, Class<?> fixture) {

		@Override
		public String toString() {
			return this.rule + " — " + this.fixture.getSimpleName();
		}

	}

	static Stream<Breach> breaches() {
		return Stream.of(new Breach(ArchitectureRules.ENGINE_AT_THE_EDGE, UsesEngine.class),
				new Breach(ArchitectureRules.ENGINE_INTERNALS, UsesEngineInternals.class),
				new Breach(ArchitectureRules.NO_FIELD_INJECTION, FieldInjection.class),
				new Breach(ArchitectureRules.NO_OLD_DATES, OldDate.class),
				new Breach(ArchitectureRules.TIME_IS_PASSED_IN, MachineTime.class),
				new Breach(ArchitectureRules.NO_STANDARD_STREAMS, PrintsSomething.class),
				new Breach(ArchitectureRules.NOBODY_NEEDS_THE_DEMO, NeedsTheDemo.class),
				new Breach(ArchitectureRules.SETTINGS_ARE_RECORDS, MutableSettings.class),
				new Breach(ArchitectureRules.REQUESTS_ARE_RECORDS, MutableBody.class),
				new Breach(ArchitectureRules.SQL_IN_REPOSITORIES, SpeaksSql.class),
				new Breach(ArchitectureRules.SQL_IN_REPOSITORIES, NamesColumns.class),
				new Breach(ArchitectureRules.ONE_WORD_FOR_TABLES, ThingStore.class),
				new Breach(ArchitectureRules.DELEGATES_ARE_SMALL, LongDelegate.class),
				new Breach(ArchitectureRules.DELEGATES_ARE_SMALL, LongLambda.class),
				new Breach(ArchitectureRules.WHOLE_CHARACTERS, CutsText.class),
				new Breach(ArchitectureRules.NO_MACHINE_LANGUAGE, MachineLanguage.class),
				new Breach(ArchitectureRules.NO_MACHINE_LANGUAGE, MachineLanguageByName.class),
				new Breach(ArchitectureRules.NO_SLEEP, Sleeper.class));
	}

	@ParameterizedTest
	@MethodSource("breaches")
	@DisplayName("The rule finds what breaks it")
	void findsTheBreach(Breach breach) {
		assertThat(rules().get(breach.rule()).evaluate(classes(breach.fixture())).getFailureReport().getDetails())
			.isNotEmpty()
			.allSatisfy((detail) -> assertThat(detail).contains(breach.fixture().getSimpleName()));
	}

	@Test
	@DisplayName("A cycle between two packages is found")
	void findsTheCycle() {
		String parent = EngineSide.class.getPackageName().replaceFirst("\\.[^.]+$", "");

		assertThat(ArchitectureRules.noCyclesBelow(parent)
			.evaluate(classes(EngineSide.class, FeatureSide.class))
			.getFailureReport()
			.getDetails()).isNotEmpty();
	}

	@Test
	@DisplayName("A path through another module is found, though no class of the room goes along it")
	void findsThePathOfModules() {
		String parent = RoomSide.class.getPackageName().replaceFirst("\\.[^.]+$", "");
		JavaClasses all = classes(RoomSide.class, CorridorSide.class, CorridorSide.Door.class, KindSide.class);

		assertThat(details(ArchitectureRules.noPathBelow(parent, parent + ".kind", "room"), all)).singleElement()
			.asString()
			.contains("RoomSide: " + parent + ".room -> " + parent + ".corridor -> " + parent + ".kind");
		assertThat(details(ArchitectureRules.noPathBelow(parent, parent + ".room", "corridor", "kind"), all)).isEmpty();
	}

	@Test
	@DisplayName("A path through another class is found")
	void findsThePathOfClasses() {
		String parent = RoomSide.class.getPackageName().replaceFirst("\\.[^.]+$", "");
		JavaClasses all = classes(RoomSide.class, CorridorSide.class, CorridorSide.Door.class, KindSide.class);

		assertThat(details(ArchitectureRules.noPath(parent + ".corridor", parent + ".kind"), all)).singleElement()
			.asString()
			.contains(CorridorSide.class.getName() + " -> " + KindSide.class.getName());
		assertThat(details(ArchitectureRules.noPath(parent + ".kind", parent + ".corridor"), all)).isEmpty();
	}

	@Test
	@DisplayName("Every rule is proven")
	void everyRuleIsProven() {
		assertThat(Stream.concat(breaches().map(Breach::rule), Stream.of(ArchitectureRules.NO_MODULE_CYCLES,
				ArchitectureRules.ROOMS_KNOW_NO_ESCALATION, ArchitectureRules.SECOND_MATTER_KNOWS_NO_ESCALATION)))
			.containsAll(rules().keySet());
	}

	@ParameterizedTest
	@MethodSource("names")
	@DisplayName("A rule that finds nothing to look at fails")
	void emptyRulesFail(String rule) {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> rules().get(rule).check(new ClassFileImporter().importClasses()));
	}

	static Stream<String> names() {
		return rules().keySet().stream();
	}

	private static Map<String, ArchRule> rules() {
		Map<String, ArchRule> rules = new HashMap<>(ArchitectureRules.ofTheApplication());
		rules.putAll(ArchitectureRules.ofEverything());
		return rules;
	}

	private static List<String> details(ArchRule rule, JavaClasses classes) {
		return rule.evaluate(classes).getFailureReport().getDetails();
	}

	private static JavaClasses classes(Class<?>... fixtures) {
		return new ClassFileImporter().importClasses(fixtures);
	}

}
