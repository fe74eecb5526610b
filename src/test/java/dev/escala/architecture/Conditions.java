package dev.escala.architecture;

import java.sql.SQLException;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.escala.database.Columns;
import dev.escala.database.ReadableNumbers;
import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.startup.ProductionRequirement;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.web.bind.annotation.RequestBody;

/** What ArchUnit does not bring along. */
final class Conditions {

	private Conditions() {
	}

	/**
	 * The method {@code execute} of a delegate's class, or the method that returns a
	 * delegate as a lambda, whose body then belongs to it.
	 */
	static DescribedPredicate<JavaMethod> areDelegates() {
		return DescribedPredicate
			.describe("are delegates", (method) -> method.getRawReturnType().isEquivalentTo(JavaDelegate.class)
					|| (method.getName().equals("execute") && method.getOwner().isAssignableTo(JavaDelegate.class)));
	}

	/** From the first to the last line that does something. */
	static ArchCondition<JavaMethod> spanAtMost(int lines) {
		return new ArchCondition<>("span at most " + lines + " lines") {
			@Override
			public void check(JavaMethod method, ConditionEvents events) {
				IntSummaryStatistics used = method.getAccessesFromSelf()
					.stream()
					.mapToInt(JavaAccess::getLineNumber)
					.filter((line) -> line > 0)
					.summaryStatistics();
				int span = (used.getCount() == 0) ? 0 : used.getMax() - used.getMin() + 1;
				events.add(new SimpleConditionEvent(method, span <= lines,
						method.getFullName() + " spans " + span + " lines"));
			}
		};
	}

	/** Whatever is annotated with {@code @RequestBody} is a record. */
	static ArchCondition<JavaMethod> takeRecordsAsBodies() {
		return new ArchCondition<>("take records as bodies") {
			@Override
			public void check(JavaMethod method, ConditionEvents events) {
				bodies(method).forEach((body) -> events.add(new SimpleConditionEvent(method, body.isRecord(),
						method.getFullName() + " takes " + body.getName())));
			}
		};
	}

	/**
	 * All but repositories, the vocabulary of rows itself, and what is asked over a plain
	 * connection before there is an application.
	 */
	static DescribedPredicate<JavaClass> haveNothingToDoWithTables() {
		return DescribedPredicate.describe("have nothing to do with tables",
				(type) -> !type.getSimpleName().endsWith("Repository")
						&& !type.getPackageName().startsWith(Row.class.getPackageName())
						&& !type.getPackageName().equals(ProductionRequirement.class.getPackageName())
						&& !type.isAssignableTo(ProductionRequirement.class)
						&& !type.getName().equals("dev.escala.demo.EmbeddedServer"));
	}

	/** JDBC but for what it throws, and our own words for what stands in tables. */
	static DescribedPredicate<JavaClass> readAndWriteTables() {
		List<Class<?>> words = List.of(Row.class, Columns.class, Stored.class, dev.escala.database.Conditions.class,
				ReadableNumbers.class);
		return DescribedPredicate.describe("read and write tables",
				(type) -> (type.getPackageName().startsWith("java.sql") && !type.isAssignableTo(SQLException.class))
						|| type.getPackageName().startsWith("org.springframework.jdbc")
						|| words.stream().anyMatch(type::isEquivalentTo));
	}

	private static Stream<JavaClass> bodies(JavaMethod method) {
		return method.getParameters()
			.stream()
			.filter((parameter) -> parameter.isAnnotatedWith(RequestBody.class))
			.map((parameter) -> parameter.getRawType());
	}

}
