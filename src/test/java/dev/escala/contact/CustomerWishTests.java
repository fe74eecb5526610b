package dev.escala.contact;

import java.util.List;
import java.util.Map;

import dev.escala.clock.ServiceClock;
import dev.escala.escalation.course.EndCase;
import dev.escala.escalation.process.EscalationStory;
import dev.escala.matter.MatterNote;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.EscalaTest;
import dev.escala.support.Forms;
import dev.escala.support.InternalTexts;
import dev.escala.timeline.Timeline;
import dev.escala.timeline.TimelineEntry;
import dev.escala.validation.InvalidInputException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EscalaTest
@DisplayName("A customer who asks for a manager or an expert gets one (003-13)")
class CustomerWishTests extends EscalationStory {

	private static final String TALK = "userTask_talkToCustomer";

	private static final String REPLY = "userTask_replyToContact";

	private static final Map<String, Object> TALKED = Map.of("talkNote", "Hablamos: el lunes le llamo yo.");

	@Autowired
	private GrantWish wishes;

	@Autowired
	private CustomerContacts contacts;

	@Autowired
	private EndCase end;

	@Autowired
	private Timeline timeline;

	@Test
	@DisplayName("A manager: the case goes up a level, its clock runs, and speaking to the customer meets it")
	void manager() {
		CaseNumber number = working(moderate());

		this.wishes.grant(number, new UserId("tecnologia"), "MANAGER", null);

		assertThat(this.escalations.get(number).level()).isEqualTo(2);
		assertThat(this.people.groups(number, TALK)).containsExactly("managers");
		assertThat(this.people.task(number, TALK).getDueDate())
			.isEqualTo(deadline(number, ServiceClock.LEVEL_2).dueAt());
		this.people.complete(number, "gerente", TALK, TALKED);
		assertThat(deadline(number, ServiceClock.LEVEL_2).metAt()).isNotNull();
		assertThat(this.notes.notes(number)).filteredOn((note) -> note.kind() == MatterNote.Kind.PROGRESS)
			.extracting(MatterNote::text)
			.contains(InternalTexts.kept("Hablamos: el lunes le llamo yo."));
		assertThat(this.people.tasks(number)).containsExactly("userTask_executePlan");
		assertThat(watched(number)).doesNotContain(ServiceClock.LEVEL_2);
	}

	@Test
	@DisplayName("At the top nobody is above: that level speaks to the customer, and it says so")
	void top() {
		CaseNumber number = working(moderate());
		for (int i = 0; i < 2; i++) {
			this.wishes.grant(number, new UserId("tecnologia"), "MANAGER", null);
			this.people.complete(number, "gerente", TALK, TALKED);
		}
		assertThat(this.escalations.get(number).level()).isEqualTo(3);

		this.wishes.grant(number, new UserId("tecnologia"), "MANAGER", null);

		assertThat(this.escalations.get(number).level()).isEqualTo(3);
		assertThat(this.people.groups(number, TALK)).containsExactly("directors");
		assertThat(told(number)).anyMatch((entry) -> entry.contains("ya está en el nivel más alto"));
		this.people.complete(number, "gerente", TALK, TALKED);
	}

	@Test
	@DisplayName("An expert: the group of that speciality is asked, the owner keeps the case")
	void expert() {
		CaseNumber number = working(moderate());

		this.wishes.grant(number, new UserId("tecnologia"), "EXPERT", "FINANCE");

		assertThat(this.people.groups(number, TALK)).containsExactly("finance");
		assertThat(this.escalations.get(number).level()).isEqualTo(1);
		assertThat(this.escalations.get(number).ownerId()).isEqualTo(new UserId("tecnologia"));
		this.people.complete(number, "finanzas", TALK, TALKED);
		this.wishes.grant(number, new UserId("tecnologia"), "EXPERT", "TECHNOLOGY");
		assertThat(this.people.groups(number, TALK)).containsExactly("experts");
		this.people.complete(number, "arquitecto", TALK, TALKED);
	}

	@Test
	@DisplayName("Asking again while it is still awaited neither raises the case again nor makes a second task")
	void again() {
		CaseNumber number = working(moderate());
		this.wishes.grant(number, new UserId("tecnologia"), "MANAGER", null);
		this.wishes.grant(number, new UserId("tecnologia"), "MANAGER", null);

		assertThat(this.escalations.get(number).level()).isEqualTo(2);
		assertThat(this.people.times(number, TALK)).isEqualTo(1);
		assertThat(told(number)).anyMatch((entry) -> entry.contains("vuelve a pedir"));
	}

	@Test
	@DisplayName("An expert of nothing and a wish that nobody knows are refused by their field")
	void refused() {
		CaseNumber number = working(moderate());

		assertThatThrownBy(() -> this.wishes.grant(number, new UserId("tecnologia"), "EXPERT", null))
			.isInstanceOf(InvalidInputException.class)
			.hasMessageContaining("especialidad");
		assertThatThrownBy(() -> this.wishes.grant(number, new UserId("tecnologia"), "EXPERT", "UNKNOWN"))
			.isInstanceOf(InvalidInputException.class);
		assertThatThrownBy(() -> this.wishes.grant(number, new UserId("tecnologia"), "KING", null))
			.isInstanceOf(InvalidInputException.class);
		assertThat(this.people.tasks(number)).containsExactly("userTask_executePlan");
	}

	@Test
	@DisplayName("Whoever replies marks it in the form, and nothing marked is no wish")
	void inTheReply() {
		CaseNumber number = working(moderate());
		this.contacts.add(number, new UserId("agente"), "Quiero hablar con un gerente.");

		this.people.reply(number, "tecnologia", Map.of("replyMessage", "Le llamará.", "asksFor", "MANAGER"));
		this.people.run(number, "serviceTask_sendMessage");
		assertThat(this.people.tasks(number)).contains(TALK);
		this.contacts.add(number, new UserId("agente"), "Gracias.");
		this.people.reply(number, "tecnologia", Map.of("replyMessage", "A usted."));
		this.people.run(number, "serviceTask_sendMessage");

		assertThat(this.people.times(number, TALK)).isEqualTo(1);
	}

	@Test
	@DisplayName("A case is not closed while the customer waits to speak to somebody; withdrawn, nothing is left")
	void untilTheEnd() {
		CaseNumber number = closing(moderate());
		this.wishes.grant(number, new UserId("tecnologia"), "EXPERT", "FINANCE");
		assertThatThrownBy(() -> this.people.complete(number, "tecnologia", "userTask_checkClosing", Forms.closing()))
			.hasMessageContaining("espera hablar");

		this.end.withdraw(number, new UserId("agente"), "Ya no hace falta.");

		assertThat(this.people.tasks(number)).isEmpty();
		this.people.run(number, "serviceTask_announceWithdrawal");
		assertThat(this.people.left(number)).isEmpty();
		assertThatThrownBy(() -> this.wishes.grant(number, new UserId("tecnologia"), "MANAGER", null))
			.hasMessageContaining("ya terminó");
	}

	@ParameterizedTest
	@CsvSource({ "Quiero hablar con un gerente., MANAGER", "¿Puedo HABLAR con su supervisora?, MANAGER",
			"I want to speak to a manager now, MANAGER", "Necesito hablar con el encargado de esto, MANAGER",
			"Me gustaría hablar con un técnico, EXPERT", "Could I talk to an expert please, EXPERT",
			"Páseme con su superior, MANAGER", "Exijo que me llame alguien con más autoridad, MANAGER",
			"Póngame con quien decide, MANAGER", "Quiero a alguien que mande ahí, MANAGER",
			"Esto hay que escalarlo: que me llame el director., MANAGER",
			"Put me through to someone in charge, MANAGER", "I want your boss, MANAGER",
			"Necesito a alguien que entienda de redes, EXPERT", "El gerente me dijo que sí,", "Hablemos mañana,",
			"Gracias por todo,", "Necesito que me envíen la factura,", "Mi jefe pregunta cómo va,",
			"Necesito que corrijan la dirección de facturación," })
	@DisplayName("What a text seems to ask for is proposed")
	void heard(String text, CustomerWish wish) {
		assertThat(CustomerWish.heardIn(text).orElse(null)).isEqualTo(wish);
	}

	private List<String> told(CaseNumber number) {
		return this.timeline.entries(number).stream().map(TimelineEntry::text).toList();
	}

}
