package dev.escala.followup;

import java.util.List;
import java.util.stream.Collectors;

import dev.escala.matter.Matter;
import dev.escala.matter.Matters;
import dev.escala.promise.Promise;
import dev.escala.promise.Promises;
import dev.escala.pursuit.won.Deliveries;
import dev.escala.reference.CaseNumber;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What ends of which Escala itself knows, one bean each. */
@Configuration(proxyBeanMethods = false)
class WhatEndedHere {

	@Bean
	WhatEnded endedComplaint(Matters matters, Promises promises) {
		return of(FollowUpKind.COMPLAINT, matters, promises);
	}

	@Bean
	WhatEnded endedEscalation(Matters matters, Promises promises) {
		return of(FollowUpKind.ESCALATION, matters, promises);
	}

	@Bean
	WhatEnded deliveredSale(Deliveries deliveries) {
		return new Told(FollowUpKind.SALE, (source) -> deliveries.story(new CaseNumber(source)));
	}

	private static WhatEnded of(FollowUpKind kind, Matters matters, Promises promises) {
		return new Told(kind, (source) -> story(new CaseNumber(source), matters, promises));
	}

	private static String story(CaseNumber number, Matters matters, Promises promises) {
		Matter matter = matters.get(number);
		List<Promise> promised = promises.promises(number);
		return "**" + number + "** · " + matter.subject() + "\n\n**Cómo terminó.** "
				+ (matter.open() ? "se ha reabierto" : matters.ending(number)) + ". "
				+ (promised.isEmpty() ? ""
						: "\n\n**Se prometió.** " + promised.stream()
							.map((one) -> one.content() + " (" + one.status().label() + ")")
							.collect(Collectors.joining("; ")));
	}

	/**
	 * A story by its kind.
	 *
	 * @param kind of what it tells
	 * @param teller what it was, by its number
	 */
	private record Told(FollowUpKind kind, java.util.function.UnaryOperator<String> teller) implements WhatEnded {

		@Override
		public String story(String source) {
			return this.teller.apply(source);
		}

	}

}
