package dev.escala.escalation.process;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.escala.card.CardSection;
import dev.escala.contact.CustomerContacts;
import dev.escala.customer.Customer;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.letter.CustomerLetter;
import dev.escala.letter.CustomerLetters;
import dev.escala.letter.LetterIntent;
import dev.escala.reference.CaseNumber;
import dev.escala.timeline.Timeline;

import org.springframework.beans.factory.annotation.Autowired;

/** What stories of letters share: their steps, and what became of them. */
abstract class LetterStory extends EscalationStory {

	static final String UPDATE = "userTask_updateCustomer";

	static final String REPLY = "userTask_replyToContact";

	static final String READ = "userTask_readMessage";

	static final String CORRECT = "userTask_correctMessage";

	static final String SEND = "serviceTask_sendMessage";

	static final Map<String, Object> LEGAL = Map.of("customerMessage",
			"Su abogado recibe mañana el informe que pidió.");

	static final Map<String, Object> APPROVED = Map.of("messageReading", "approved");

	@Autowired
	CustomerLetters letters;

	@Autowired
	CustomerContacts contacts;

	@Autowired
	List<CardSection> cards;

	@Autowired
	Timeline timeline;

	CaseNumber updating(Map<String, Object> form) {
		CaseNumber number = working(form);
		this.people.runWhenDue(number, "event_firstUpdateDue");
		return number;
	}

	void english() {
		if (this.customers.findByCode("THAMES").isEmpty()) {
			this.customers.create(new SaveCustomer("THAMES", "Thames Clinics", Tier.GOLD, "en",
					List.of(new Customer.Contact("Jo Reed", "jo@thames.example", null, true)), List.of()));
		}
	}

	String card(CaseNumber number, String task) {
		return this.cards.stream()
			.flatMap((part) -> part.sections(number, task).stream())
			.map((section) -> section.title() + "\n" + section.text())
			.collect(Collectors.joining("\n"));
	}

	String draft(CaseNumber number, String task, String field) {
		return (String) this.engine.getTaskService().getVariableLocal(this.people.task(number, task).getId(), field);
	}

	CustomerLetter letter(CaseNumber number, LetterIntent intent) {
		return this.letters.letters(number).stream().filter((one) -> one.intent() == intent).findFirst().orElseThrow();
	}

	List<String> happened(CaseNumber number) {
		return this.timeline.entries(number).stream().map((entry) -> entry.text()).toList();
	}

	String mail(CaseNumber number, String step) {
		return this.jdbc.sql("SELECT text_body FROM outbox_message WHERE case_number = ? AND step = ?")
			.params(number.value(), step)
			.query(String.class)
			.single();
	}

}
