package dev.escala.followup;

import java.util.List;
import java.util.stream.Collectors;

import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.text.DateTexts;
import dev.escala.text.Sentences;
import dev.escala.text.Shortening;

import org.springframework.stereotype.Component;

/** Whom to call, about what, and how, as the form shows it. */
@Component
public class FollowUpScript {

	/** A variable of the engine holds no longer text. */
	private static final int LONGEST = 3900;

	private final Customers customers;

	private final List<WhatEnded> stories;

	private final DateTexts dates;

	FollowUpScript(Customers customers, List<WhatEnded> stories, DateTexts dates) {
		this.customers = customers;
		this.stories = stories;
		this.dates = dates;
	}

	/** The people with their telephones, and which try it is. */
	public String who(FollowUp one) {
		List<Customer.Contact> contacts = this.customers.find(one.customerId())
			.map(Customer::contacts)
			.orElse(List.of());
		String numbers = contacts.stream()
			.filter((contact) -> contact.phone() != null && !contact.phone().isBlank())
			.map((contact) -> contact.name() + ", " + contact.phone())
			.collect(Collectors.joining("; "));
		return one.customerName() + ": "
				+ (numbers.isEmpty() ? "no consta ningún teléfono. Búsquelo y complételo en la ficha del cliente."
						: numbers)
				+ ((one.attempts() == 0) ? "" : "\n\n**Intento " + (one.attempts() + 1) + " de " + one.plan().attempts()
						+ ".** Las otras veces no se le localizó.");
	}

	/** What was bought, decided or promised. */
	public String story(FollowUp one) {
		String told = this.stories.stream()
			.filter((story) -> story.kind() == one.kind())
			.findFirst()
			.map((story) -> story.story(one.source()))
			.orElseGet(() -> "**" + one.kind().label() + ":** " + one.source());
		return Shortening.withEllipsis(told, LONGEST) + "\n\n**Cuándo.** " + this.dates.full(one.happenedAt());
	}

	/** What to ask, and how. */
	public String script(FollowUp one) {
		return one.plan().channel().told() + ". Diga quién es y por qué llama, y pregunte si es buen momento.\n\n"
				+ "1. ¿Está bien? 2. ¿Hace lo que quería? Deje que termine; si algo va mal, no lo discuta: escríbalo, léaselo y "
				+ "dígale que empieza su reclamación.\n\nSi todo va bien: pídale un consejo (qué cambiaría usted), pregúntele "
				+ "si nos recomendaría y, si le interesa, ofrézcale el club.";
	}

	/** Why it is made: one sentence. */
	public String why(FollowUp one) {
		return Sentences.beginning(one.reason()) + ".";
	}

}
