package dev.escala.escalation.process;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.escala.contact.ContactPoint;
import dev.escala.letter.LetterIntent;
import dev.escala.letter.ReplyPoints;
import dev.escala.matter.MatterNote;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;
import dev.escala.support.CaseDriver;
import dev.escala.support.Forms;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

abstract class ReplyPointStories extends LetterStory {

	private static final UserId OWNER = new UserId("tecnologia");

	private static final String SAID = "Hola:\nAyer mandamos el fichero. ¿Cuándo llega la factura? ¿Y quién me llama?\n"
			+ "Un saludo,\nAna";

	private static final Map<String, Object> MORE = Map.of("replyMessage", "El plan sigue como estaba.");

	@Autowired
	private ReplyPoints points;

	@Test
	@DisplayName("Each question waits for its answer; the reply quotes it, acknowledges what was told and says who follows up (003-10, 003-11, 003-14)")
	void pointByPoint() {
		CaseNumber number = asked();
		assertThat(card(number, REPLY)).contains("Quedan 2 puntos sin respuesta.",
				"¿Cuándo llega la factura? → SIN RESPUESTA", "Ayer mandamos el fichero. → se agradece");
		assertThatThrownBy(() -> this.people.complete(number, "tecnologia", REPLY, MORE))
			.hasMessageContaining("Quedan 2 puntos del cliente sin respuesta", "«Responder punto por punto»");
		this.points.answer(number, OWNER, id(number, "¿Cuándo"), 0, "Mañana, antes de las diez.");
		assertThatThrownBy(() -> this.people.complete(number, "tecnologia", REPLY, MORE))
			.hasMessageContaining("Queda 1 punto del cliente sin respuesta");
		this.points.drop(number, OWNER, id(number, "¿Y quién"), 0, "Ya lo hablamos.");

		this.people.complete(number, "tecnologia", REPLY, MORE);
		this.people.run(number, SEND);

		assertThat(mail(number, "reply-1"))
			.contains(
					"""
							Gracias por contárnoslo («Ayer mandamos el fichero.»): ya consta en su caso y lo ha leído quien lo lleva.

							«¿Cuándo llega la factura?»
							Mañana, antes de las diez.

							El plan sigue como estaba.""",
					"Tecnologia Demostración sigue con ello.")
			.doesNotContain("quién me llama", "Ya lo hablamos");
		assertThat(happened(number)).contains("No hace falta responder a «¿Y quién me llama?»: Ya lo hablamos.");
		assertThat(this.points.list(number)).isEmpty();
	}

	@Test
	@DisplayName("Programs send the answers with the task; whoever reads English is thanked in English")
	void overRest() {
		english();
		CaseNumber number = working(Forms.with(Forms.report("THAMES"), "impact", "LOW", "urgency", "LOW"));
		said(number, "We sent the file. When does it arrive?");
		long question = id(number, "When");
		for (String wrong : List.of("[{]", "{\"point\": 1}", "[{\"answer\": \"Hoy\"}]", "[null]")) {
			assertThatThrownBy(
					() -> this.people.complete(number, "tecnologia", REPLY, Forms.with(MORE, "answers", wrong)))
				.hasMessageContaining("«answers» debe ser una lista en JSON");
		}
		assertThatThrownBy(() -> sent(number, question, "")).hasMessageContaining("Falta la respuesta");
		assertThatThrownBy(() -> sent(number, 999_999_999, "Tomorrow.")).hasMessageContaining("El punto 999999999");
		assertThat(this.points.list(number)).noneMatch(ContactPoint::isDecided);

		sent(number, question, "Tomorrow at ten.");
		this.people.run(number, SEND);

		assertThat(mail(number, "reply-1")).contains(
				"Thank you for telling us («We sent the file.»): it is noted in your case",
				"«When does it arrive?»\nTomorrow at ten.", "Tecnologia Demostración is following it up.");
	}

	@Test
	@DisplayName("What colleagues noted of a call is not quoted, nor what one of several customers said")
	void quotedToNobodyElse() {
		CaseNumber number = working(moderate());
		this.contacts.add(number, new UserId("agente"), "Está furioso, como siempre. ¿Cuándo llega?");
		this.points.answer(number, OWNER, id(number, "¿Cuándo"), 0, "Llega mañana.");
		assertThat(this.points.preview(number))
			.isEqualTo("Gracias por contárnoslo: ya consta en su caso y lo ha leído quien lo lleva.\n\nLlega mañana.");

		CustomerId other = this.customers.findByCode("SUR").orElseThrow().id();
		CaseNumber several = asked();
		this.points.answer(several, OWNER, id(several, "¿Cuándo"), 0, "Llega mañana.");
		assertThat(this.points.preview(several)).contains("«¿Cuándo llega la factura?»");
		this.contacts.add(several, UserId.CUSTOMER, "Talleres del Sur: A mí también.", other, "A mí también.");
		assertThat(this.points.preview(several)).contains("Llega mañana.").doesNotContain("«");
	}

	@Test
	@DisplayName("An answer is checked like any letter, and a second person reads what it says of money")
	void checked() {
		CaseNumber number = asked();
		this.points.answer(number, OWNER, id(number, "¿Y quién"), 0, "Yo.");
		this.points.answer(number, OWNER, id(number, "¿Cuándo"), 0, "Probablemente mañana.");
		assertThat(this.points.remarks(this.points.list(number).get(1))).singleElement()
			.asString()
			.contains("robablemente");
		assertThatThrownBy(() -> this.people.complete(number, "tecnologia", REPLY, MORE))
			.hasMessageContaining("Probablemente");
		assertThatThrownBy(() -> this.people.complete(number, "tecnologia", REPLY,
				Map.of("replyMessage", "Sí. ".repeat(990).strip())))
			.hasMessageContaining("punto por punto, tiene 4");

		this.points.answer(number, OWNER, id(number, "¿Cuándo"), 1, "Su reembolso llega mañana.");
		this.people.complete(number, "tecnologia", REPLY, MORE);

		assertThat(this.people.groups(number, READ)).containsExactly("managers");
		assertThatThrownBy(() -> this.points.answer(number, OWNER, id(number, "¿Cuándo"), 2, "No llega."))
			.hasMessageContaining("va camino del cliente");
		assertThatThrownBy(() -> this.points.add(number, OWNER, "¿Y otra cosa?"))
			.as("one more open point would leave this customer out of those who get the letter")
			.hasMessageContaining("va camino del cliente");
		this.people.complete(number, "gerente", READ, APPROVED);
		this.people.run(number, SEND);
		assertThat(told(number, "reply-1")).containsExactly("compras@norte.example");
	}

	@Test
	@DisplayName("Whoever asks while the reply is corrected is not taken for answered by it")
	void askedWhileCorrected() {
		CaseNumber number = working(moderate());
		said(number, "¿Cómo va?");
		this.people.reply(number, "tecnologia", Map.of("replyMessage", "Su reembolso llega mañana."));
		CaseDriver.travel(Duration.ofMinutes(5));
		said(number, "¿Y lo otro?");
		CaseDriver.travel(Duration.ofMinutes(5));
		this.people.complete(number, "gerente", READ,
				Map.of("messageReading", "sendBack", "readingComment", "Diga cuándo."));
		this.people.complete(number, "tecnologia", CORRECT,
				Map.of("messageText", "Su reembolso llega mañana a las diez."));
		this.people.complete(number, "gerente", READ, APPROVED);
		this.people.run(number, SEND);

		assertThat(this.contacts.waiting(number)).extracting(MatterNote::text).containsExactly("¿Y lo otro?");
		assertThatThrownBy(() -> this.people.complete(number, "tecnologia", REPLY, MORE))
			.hasMessageContaining("Queda 1 punto");
		assertThat(letter(number, LetterIntent.REPLY).latest().text())
			.isEqualTo("Su reembolso llega mañana a las diez.");
	}

	@Test
	@DisplayName("A wrong split is put right: joined, added to, and nobody overwrites what they did not see")
	void putRight() {
		CaseNumber number = asked();
		this.points.merge(number, id(number, "¿Y quién"), 0);
		this.points.add(number, OWNER, "¿Me hacen una copia?");
		assertThat(this.points.list(number)).extracting(ContactPoint::text)
			.containsExactly("Ayer mandamos el fichero.", "¿Cuándo llega la factura? ¿Y quién me llama?",
					"¿Me hacen una copia?");
		assertThatThrownBy(() -> this.points.merge(number, id(number, "Ayer"), 0)).hasMessageContaining("primer punto");
		long both = id(number, "¿Cuándo");
		this.points.answer(number, OWNER, both, 1, "Mañana; le llamo yo.");

		assertThatThrownBy(() -> this.points.answer(number, new UserId("gerente"), both, 1, "Hoy."))
			.hasMessageContaining("Otra persona cambió este punto", "Mañana; le llamo yo.");
		assertThatThrownBy(() -> this.points.merge(number, both, 2)).hasMessageContaining("ya está decidido");
		this.points.answer(number, OWNER, id(number, "¿Me hacen"), 0, "Va con esta respuesta.");
		this.people.complete(number, "tecnologia", REPLY, MORE);
		assertThat(letter(number, LetterIntent.REPLY).latest().text()).contains("«¿Me hacen una copia?»\nVa con esta");
		assertThatThrownBy(() -> this.points.add(working(moderate()), OWNER, "¿Y eso?"))
			.hasMessageContaining("Ningún cliente");
	}

	private CaseNumber asked() {
		CaseNumber number = working(moderate());
		said(number, SAID);
		return number;
	}

	private void said(CaseNumber number, String text) {
		this.contacts.add(number, UserId.CUSTOMER, text);
	}

	private long id(CaseNumber number, String beginning) {
		return this.points.list(number)
			.stream()
			.filter((point) -> point.text().startsWith(beginning))
			.findFirst()
			.orElseThrow()
			.id();
	}

	private void sent(CaseNumber number, long point, String answer) {
		this.people.complete(number, "tecnologia", REPLY,
				Forms.with(MORE, "answers", "[{\"point\": " + point + ", \"answer\": \"" + answer + "\"}]"));
	}

}
