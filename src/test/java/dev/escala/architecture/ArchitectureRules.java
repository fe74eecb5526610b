package dev.escala.architecture;

import java.text.BreakIterator;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import jakarta.annotation.Resource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Repository;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * What is true of every class. A rule that finds nothing to look at fails, which is
 * ArchUnit's default.
 */
final class ArchitectureRules {

	static final String ENGINE_AT_THE_EDGE = "Only process, access and engine know the process engine";

	static final String ENGINE_INTERNALS = "Only engine and access use the inside of the process engine";

	static final String NO_FIELD_INJECTION = "Beans get what they need through their constructor";

	static final String NO_OLD_DATES = "Only process and engine meet java.util.Date";

	static final String TIME_IS_PASSED_IN = "Nobody asks the machine for the time";

	static final String NO_STANDARD_STREAMS = "Only the demo prints";

	static final String NO_MODULE_CYCLES = "Modules depend on each other in one direction";

	static final String ROOMS_KNOW_NO_ESCALATION = "Whatever works on any matter has no path to escalation";

	static final String SECOND_MATTER_KNOWS_NO_ESCALATION = "The second kind of matter has no path to escalation";

	static final String SETTINGS_ARE_RECORDS = "Settings are records";

	static final String REQUESTS_ARE_RECORDS = "Bodies of requests are records";

	static final String DELEGATES_ARE_SMALL = "A delegate reads, calls one use case and writes";

	static final String WHOLE_CHARACTERS = "Only text knows where a character ends";

	static final String NO_MACHINE_LANGUAGE = "Letters do not become small or large in the machine's language";

	static final String SQL_IN_REPOSITORIES = "Only repositories know tables";

	static final String ONE_WORD_FOR_TABLES = "What reads and writes a table is called a repository";

	static final String NOBODY_NEEDS_THE_DEMO = "The server starts without the demo and its libraries";

	static final String NO_SLEEP = "Nobody sleeps, tests least of all";

	private static final String ESCALATION = "dev.escala.escalation";

	/** Modules that work on any matter, and those that have nothing to do with one. */
	private static final String[] ROOMS = { "matter", "clock", "level", "owner", "contact", "letter", "notice",
			"tracking", "card", "promise", "rootcause", "inbound", "internalrequest", "commitment", "pipeline",
			"policy" };

	/** Where the engine's API may be used; whoever judges models asks what it will do. */
	private static final String[] NEAR_THE_ENGINE = { "..process..", "dev.escala.access..", "dev.escala.engine..",
			"dev.escala.modelgate.." };

	private static final Set<String> CLOCK_READERS = Set.of("now", "systemUTC", "systemDefaultZone", "system",
			"currentTimeMillis", "getInstance");

	private static final Set<String> ENDS_OF_CHARACTERS = Set.of("isHighSurrogate", "isLowSurrogate", "isSurrogatePair",
			"offsetByCodePoints");

	private static final Set<String> CASES_OF_LETTERS = Set.of("toLowerCase", "toUpperCase");

	private ArchitectureRules() {
	}

	/** The rules that hold for the application's own classes, by name. */
	static Map<String, ArchRule> ofTheApplication() {
		Map<String, ArchRule> rules = new LinkedHashMap<>();
		rules.put(ENGINE_AT_THE_EDGE,
				noClasses().that()
					.resideOutsideOfPackages(NEAR_THE_ENGINE)
					.should()
					.dependOnClassesThat()
					.resideInAPackage("org.camunda.."));
		rules.put(ENGINE_INTERNALS,
				noClasses().that()
					.resideOutsideOfPackages("dev.escala.access..", "dev.escala.engine..", "dev.escala.modelgate..")
					.should()
					.dependOnClassesThat()
					.resideInAPackage("org.camunda..impl.."));
		rules.put(NO_FIELD_INJECTION,
				noFields().should()
					.beAnnotatedWith(Autowired.class)
					.orShould()
					.beAnnotatedWith(Value.class)
					.orShould()
					.beAnnotatedWith(Resource.class));
		rules.put(NO_OLD_DATES,
				noClasses().that()
					.resideOutsideOfPackages("..process..", "dev.escala.engine..", "dev.escala.modelgate..")
					.should()
					.dependOnClassesThat()
					.belongToAnyOf(Date.class, Calendar.class));
		rules.put(TIME_IS_PASSED_IN,
				noClasses().that()
					.resideOutsideOfPackage("dev.escala.engine..")
					.should()
					.callCodeUnitWhere(asksForTheTime()));
		rules.put(NO_STANDARD_STREAMS,
				noClasses().that()
					.resideOutsideOfPackage("dev.escala.demo..")
					.should(GeneralCodingRules.ACCESS_STANDARD_STREAMS));
		rules.put(NOBODY_NEEDS_THE_DEMO,
				noClasses().that()
					.resideOutsideOfPackage("dev.escala.demo..")
					.should()
					.dependOnClassesThat()
					.resideInAnyPackage("dev.escala.demo..", "io.zonky..", "com.icegreen..",
							"org.apache.commons.compress..", "org.tukaani.."));
		rules.put(WHOLE_CHARACTERS,
				noClasses().that()
					.resideOutsideOfPackage("dev.escala.text..")
					.should()
					.callMethodWhere(looksForEnds()));
		rules.put(NO_MODULE_CYCLES, noCyclesBelow("dev.escala"));
		rules.put(ROOMS_KNOW_NO_ESCALATION, noPathBelow("dev.escala", ESCALATION, ROOMS));
		rules.put(SETTINGS_ARE_RECORDS,
				classes().that().areAnnotatedWith(ConfigurationProperties.class).should().beRecords());
		rules.put(REQUESTS_ARE_RECORDS, methods().should(Conditions.takeRecordsAsBodies()));
		rules.put(SQL_IN_REPOSITORIES,
				noClasses().that(Conditions.haveNothingToDoWithTables())
					.should()
					.dependOnClassesThat(Conditions.readAndWriteTables()));
		rules.put(ONE_WORD_FOR_TABLES,
				classes().that().areAnnotatedWith(Repository.class).should().haveSimpleNameEndingWith("Repository"));
		rules.put(DELEGATES_ARE_SMALL, methods().that(Conditions.areDelegates()).should(Conditions.spanAtMost(15)));
		return rules;
	}

	/** No two packages directly below one depend on each other, however far the way. */
	static ArchRule noCyclesBelow(String parent) {
		return slices().matching(parent + ".(*)..").should().beFreeOfCycles();
	}

	/**
	 * None of the packages directly below one reaches another of them, however far the
	 * way.
	 */
	static ArchRule noPathBelow(String parent, String target, String... from) {
		String[] packages = Stream.of(from).map((name) -> parent + "." + name + "..").toArray(String[]::new);
		return classes().that().resideInAnyPackage(packages).should(Paths.notReachModule(parent, target));
	}

	/** No class of a package, and nothing that it knows, reaches another package. */
	static ArchRule noPath(String from, String target) {
		return classes().that().resideInAPackage(from + "..").should(Paths.notReachPackage(target));
	}

	/** The rules that hold for tests too. */
	static Map<String, ArchRule> ofEverything() {
		return Map.of(NO_SLEEP, noClasses().should().callMethodWhere(sleeps()), NO_MACHINE_LANGUAGE,
				noClasses().should().accessTargetWhere(speaksTheMachinesLanguage()), SECOND_MATTER_KNOWS_NO_ESCALATION,
				noPath("dev.escala.secondmatter", ESCALATION));
	}

	private static DescribedPredicate<JavaCall<?>> looksForEnds() {
		return DescribedPredicate.describe("looks for the end of a character",
				(call) -> call.getTargetOwner().isEquivalentTo(BreakIterator.class)
						|| ENDS_OF_CHARACTERS.contains(call.getName())
								&& (call.getTargetOwner().isEquivalentTo(Character.class)
										|| call.getTargetOwner().isEquivalentTo(String.class)));
	}

	private static DescribedPredicate<JavaAccess<?>> speaksTheMachinesLanguage() {
		return DescribedPredicate.describe("changes letters without a language",
				(access) -> access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
						&& target.getOwner().isEquivalentTo(String.class) && CASES_OF_LETTERS.contains(target.getName())
						&& target.getRawParameterTypes().isEmpty());
	}

	private static DescribedPredicate<JavaCall<?>> sleeps() {
		return DescribedPredicate.describe("sleeps",
				(call) -> call.getName().equals("sleep") && (call.getTargetOwner().isEquivalentTo(Thread.class)
						|| call.getTargetOwner().isEquivalentTo(TimeUnit.class)));
	}

	private static DescribedPredicate<JavaCall<?>> asksForTheTime() {
		List<Class<?>> clocks = List.of(Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class,
				Clock.class, System.class, Calendar.class);
		return DescribedPredicate.describe("asks the machine for the time",
				(call) -> clocks.stream().anyMatch((clock) -> call.getTargetOwner().isEquivalentTo(clock))
						&& CLOCK_READERS.contains(call.getName()) && !isGivenAClock(call));
	}

	private static boolean isGivenAClock(JavaCall<?> call) {
		return call.getTarget().getRawParameterTypes().stream().anyMatch((type) -> type.isEquivalentTo(Clock.class));
	}

}
