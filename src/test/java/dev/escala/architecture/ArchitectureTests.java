package dev.escala.architecture;

import java.util.Map;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.escala.EscalaApplication;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every class keeps the rules. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTests {

	private static final JavaClasses APPLICATION = Application.CLASSES;

	/** Not for longer than these tests: hundreds of megabytes. */
	private final JavaClasses everything = new ClassFileImporter()
		.withImportOption((location) -> !location.contains("/architecture/fixtures/"))
		.importPackagesOf(EscalaApplication.class);

	static Stream<Named<ArchRule>> application() {
		return named(ArchitectureRules.ofTheApplication());
	}

	static Stream<Named<ArchRule>> everything() {
		return named(ArchitectureRules.ofEverything());
	}

	@ParameterizedTest
	@MethodSource("application")
	@DisplayName("Every class of the application keeps the rule")
	void application(ArchRule rule) {
		rule.check(APPLICATION);
	}

	@ParameterizedTest
	@MethodSource("everything")
	@DisplayName("Every class keeps the rule, tests too")
	void everything(ArchRule rule) {
		rule.check(this.everything);
	}

	private static Stream<Named<ArchRule>> named(Map<String, ArchRule> rules) {
		return rules.entrySet().stream().map((entry) -> Named.of(entry.getKey(), entry.getValue()));
	}

}
