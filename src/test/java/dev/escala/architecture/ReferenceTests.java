package dev.escala.architecture;

import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.escala.architecture.fixtures.MixesUp;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Nobody passes a person where a case is meant: the compiler tells them apart. */
class ReferenceTests {

	private static final Pattern CASE = Pattern.compile("number|(case|request|matter)Number|duplicateOf");

	private static final Pattern RULING = Pattern.compile("(decision|ruling)Number|superseded?By");

	private static final Pattern CUSTOMER = Pattern.compile("customerId");

	private static final Pattern PERSON = Pattern
		.compile("user(Id)?|(person|owner|deputy|manager)Id|by|actor|author|reviewer|assignee"
				+ "|(accepted|answered|asked|decided|ended|prepared|reported|requested|revoked|started)By");

	/** What only looks like it, or is not known to be it yet. */
	private static final Map<String, String> REASONS = Map.of("access.login.",
			"What somebody types at the door is no person yet.", "access.StaffAccounts",
			"An account that is about to be made.", "card.Card$Happened", "The name of who did it, as staff read it.",
			"inbound.AssignMail", "A number as somebody typed it, in whatever case and form.",
			"notification.template.TemplateAdministration", "A number as somebody typed it to try a template.",
			"promise.KeptRates", "By what promises are counted: by person, team or customer.",
			"promise.persistence.KeptRateRepository", "By what promises are counted: by person, team or customer.");

	private static final JavaClasses APPLICATION = Application.CLASSES;

	@Test
	@DisplayName("What others may call takes cases, decisions, people and customers by their types")
	void typed() {
		Set<String> plain = APPLICATION.stream()
			.filter((type) -> type.getModifiers().contains(JavaModifier.PUBLIC))
			.flatMap(ReferenceTests::plain)
			.collect(Collectors.toCollection(TreeSet::new));
		Set<String> explained = plain.stream().filter(ReferenceTests::isExplained).collect(Collectors.toSet());

		assertThat(plain).isEqualTo(explained);
		assertThat(REASONS.keySet()).as("reasons that are needed")
			.allMatch((type) -> explained.stream().anyMatch((one) -> one.contains(type)));
		assertThat(plain(new ClassFileImporter().importClass(MixesUp.class))).hasSize(4);
	}

	private static boolean isExplained(String parameter) {
		return REASONS.keySet().stream().anyMatch(parameter::contains);
	}

	private static Stream<String> plain(JavaClass type) {
		Class<?> loaded = type.reflect();
		return Stream
			.<Executable>concat(Arrays.stream(loaded.getDeclaredMethods()),
					Arrays.stream(loaded.getDeclaredConstructors()))
			.filter((method) -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
			.flatMap((method) -> Arrays.stream(method.getParameters())
				.filter(ReferenceTests::isPlain)
				.map((parameter) -> loaded.getName() + "." + method.getName() + "(" + parameter.getName() + ")"));
	}

	private static boolean isPlain(Parameter parameter) {
		Class<?> type = parameter.getType();
		String name = parameter.getName();
		if (type == String.class) {
			return Stream.of(CASE, RULING, PERSON).anyMatch((words) -> words.matcher(name).matches());
		}
		return (type == long.class || type == Long.class) && CUSTOMER.matcher(name).matches();
	}

}
