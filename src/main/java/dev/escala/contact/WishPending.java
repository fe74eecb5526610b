package dev.escala.contact;

import java.util.Optional;
import java.util.stream.Stream;

import dev.escala.matter.ClosingCondition;
import dev.escala.reference.CaseNumber;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Nothing is closed while a customer waits to speak to somebody (003-13). */
@Component
@Order(20)
class WishPending implements ClosingCondition {

	private final ContactFlow flow;

	WishPending(ContactFlow flow) {
		this.flow = flow;
	}

	@Override
	public Optional<String> obstacle(CaseNumber number) {
		return Stream.of(CustomerWish.values())
			.filter((wish) -> this.flow.awaitsTalk(number, wish))
			.map((wish) -> "el cliente espera hablar con quien pidió: complete antes esa tarea.")
			.findFirst();
	}

}
