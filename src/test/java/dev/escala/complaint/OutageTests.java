package dev.escala.complaint;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.escala.complaint.outage.Outage;
import dev.escala.complaint.outage.OutageComplaint;
import dev.escala.complaint.outage.OutageText;
import dev.escala.complaint.outage.Outages;
import dev.escala.complaint.outage.SaveOutage;
import dev.escala.complaint.outage.TellOutage;
import dev.escala.complaint.remedy.GrantRemedy;
import dev.escala.complaint.remedy.RemedyRequest;
import dev.escala.complaint.term.ComplaintTerm;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EscalaTest
@DisplayName("A mass fault (Ley 10/2025, arts. 4.5, 13.9, 16.2, 17.2)")
class OutageTests extends ComplaintStory {

	private static final UserId BY = new UserId(AGENT);

	private static final String TEXT = "Trabajamos en la calle Luchana con dos equipos.";

	private static final String SUBJECT = "El corte de su servicio";

	@Autowired
	private Outages outages;

	@Autowired
	private TellOutage telling;

	@Autowired
	private GrantRemedy granting;

	@Autowired
	private JdbcClient jdbc;

	private Outage outage;

	@BeforeEach
	void givenAFault() {
		this.outage = this.outages.register(new SaveOutage("Luz", "Chamberí", "ib", null, null, null, null), BY);
	}

	@Test
	@DisplayName("nobody is told before cause and estimated restoration are known; then all are, once, each by their channel")
	void told() {
		CaseNumber mail = outageOf("QUEJAS", "MAIL");
		CaseNumber paper = outageOf("QUEJAS", "POST");
		twoHours(mail);
		twoHours(paper);
		assertThat(this.outages.candidates(this.outage.id())).extracting(OutageComplaint::number).contains(mail, paper);
		this.outages.join(this.outage.id(), List.of(mail, paper), BY);
		assertThatThrownBy(() -> send(TEXT)).hasMessageContaining("Escriba y guarde antes la causa")
			.hasMessageContaining("cuándo se espera que vuelva");
		assertThatThrownBy(() -> change("Una excavadora cortó un cable.", "2026-12-04T17:00"))
			.hasMessageContaining("anterior al comienzo");
		change("Una excavadora cortó un cable.", "2026-12-04T20:00");

		send(TEXT);
		send(TEXT);

		assertThat(mails(mail, "lucia@luna.example")).filteredOn((one) -> one.contains(SUBJECT)).hasSize(1);
		assertThat(mails(paper, "lucia@luna.example")).noneMatch((one) -> one.contains(SUBJECT));
		assertThat(this.people.task(paper, "userTask_callCustomer")).isNotNull();
		assertThat(continuity(mail).metAt()).as("the two hours are kept").isEqualTo(CaseDriver.now());
		assertThat(continuity(paper).metAt()).as("nobody has called").isNull();
		assertThat(this.complaints.get(mail).isOpen()).as("its own answer is still owed").isTrue();
		assertThat(this.terms.running(mail)).as("and its own term").isPresent();
		CaseDriver.travel(Duration.ofMinutes(20));
		this.people.complete(paper, HANDLER, "userTask_callCustomer",
				Map.of("callOutcome", "told", "callNote", "Lo sabe, y da las gracias."));
		assertThat(continuity(paper).metAt()).isEqualTo(CaseDriver.now());

		send("Ya está reparado en la mitad de las calles.");
		assertThat(mails(mail, "lucia@luna.example")).filteredOn((one) -> one.contains(SUBJECT)).hasSize(2);
		assertThat(this.outages.texts(this.outage.id())).hasSize(2);
		withdraw(mail);
		withdraw(paper);
	}

	@Test
	@DisplayName("who joins later is told the last text at once; each complaint belongs to one fault, and about an outage")
	void joinedLater() {
		change("Una excavadora cortó un cable.", "2026-12-04T20:00");
		send("Primero.");
		send("Después.");
		CaseNumber late = outageOf("QUEJAS", "MAIL");
		this.jdbc.sql("UPDATE complaint SET product = 'BILLING' WHERE number = ?").param(late.value()).update();
		Outage network = this.outages.register(new SaveOutage("Red", "Chamberí", "ib", "NETWORK", null, null, null),
				BY);
		assertThat(this.outages.candidates(network.id())).as("who has contracted something else")
			.extracting(OutageComplaint::number)
			.doesNotContain(late);
		assertThat(this.outages.candidates(this.outage.id())).extracting(OutageComplaint::number).contains(late);
		this.outages.join(this.outage.id(), List.of(late, late), BY);
		this.outages.join(this.outage.id(), List.of(late), BY);
		assertThat(mails(late, "lucia@luna.example")).filteredOn((one) -> one.contains(SUBJECT)).hasSize(1);
		assertThat(this.outages.complaints(this.outage.id())).singleElement()
			.satisfies((one) -> assertThat(one.told()).isEqualTo(1));

		Outage other = this.outages.register(new SaveOutage("Agua", "Chamberí", "ib", null, null, null, null), BY);
		assertThatThrownBy(() -> this.outages.join(other.id(), List.of(late), BY))
			.hasMessageContaining("ya pertenece a otra avería: «Luz, Chamberí»");
		CaseNumber bill = presented("complaintTopic", "BILLING");
		assertThatThrownBy(() -> this.outages.join(this.outage.id(), List.of(bill), BY))
			.hasMessageContaining("no trata de un corte");
		withdraw(late);
		withdraw(bill);
	}

	@Test
	@DisplayName("what somebody else changed meanwhile is not overwritten, and a time that has passed is told to nobody")
	void changed() {
		change("Una excavadora cortó un cable.", "2026-12-04T19:00");
		assertThatThrownBy(() -> this.outages.change(this.outage.id(), 0,
				new SaveOutage("Gas", "Retiro", null, null, null, null, null)))
			.hasMessageContaining("Alguien cambió esta avería");
		assertThatThrownBy(() -> this.outages
			.register(new SaveOutage(" ", "Retiro", "xx", "LUZ", "05/12/2026 10:00", null, "mañana"), BY))
			.hasMessageContaining("qué servicio falla")
			.hasMessageContaining("«xx»")
			.hasMessageContaining("futuro")
			.hasMessageContaining("28/12/2026 10:15");
		CaseDriver.travel(Duration.ofHours(2));
		assertThatThrownBy(() -> send(TEXT)).hasMessageContaining("La hora prevista ya pasó");
		this.outages.end(this.outage.id(), 1);
		assertThat(this.outages.end(this.outage.id(), 1).isOpen()).isFalse();
		assertThat(send("Ya funciona.").text()).isEqualTo("Ya funciona.");
	}

	@Test
	@DisplayName("nothing is offered to whom the service fails, but by an exception that is kept; what they lost is given back")
	void noOffers() {
		CaseNumber number = outageOf("QUEJAS", "MAIL");
		assertThatThrownBy(() -> grant(number, "PRIORITY", null)).hasMessageContaining("art. 16.2");
		grant(number, "APOLOGY", null);
		grant(number, "PRIORITY", "ASKED");
		assertThat(happened(number)).anyMatch((text) -> text.contains("se ofrece porque el cliente lo pidió"));
		assertThat(this.jdbc
			.sql("SELECT offer_exception FROM complaint_remedy WHERE matter_number = ? AND kind = 'PRIORITY'")
			.param(number.value())
			.query(String.class)
			.list()).containsExactly("ASKED");
		CaseNumber bill = presented();
		grant(bill, "PRIORITY", null);
		withdraw(number);
		withdraw(bill);
	}

	private void grant(CaseNumber number, String kind, String exception) {
		this.granting.grant(number, new UserId("supervisor"), RemedyRequest.of(new RemedyRequest.Input(kind,
				BigDecimal.ZERO, null, "Lo que recibe", "Lleva un día sin luz.", null, exception)));
	}

	private CaseNumber outageOf(String customer, String channel) {
		return presented("customer", customer, "complaintTopic", "OUTAGE", "region", "ib", "answerChannel", channel);
	}

	/**
	 * This organisation sells no basic service: here its complaint has that term all the
	 * same.
	 */
	private void twoHours(CaseNumber number) {
		this.jdbc.sql("UPDATE complaint_term SET binding = false WHERE complaint_number = ?")
			.param(number.value())
			.update();
		this.jdbc.sql("""
				INSERT INTO complaint_term (complaint_number, code, position, binding, norm, told, because, started_at,
				  warn_at, due_at)
				SELECT number, 'ES-C', 9, true, 'Ley 10/2025, art. 17.2', 'hoy a las 20:00', '{}', presented_at,
				  presented_at + interval '80 minutes', presented_at + interval '2 hours'
				FROM complaint WHERE number = ?
				""").param(number.value()).update();
	}

	private ComplaintTerm continuity(CaseNumber number) {
		return this.terms.list(number).stream().filter((term) -> term.code().equals("ES-C")).findFirst().orElseThrow();
	}

	private OutageText send(String text) {
		return this.telling.send(this.outage.id(), BY, text);
	}

	private void change(String cause, String restoration) {
		Outage now = this.outages.get(this.outage.id());
		this.outages.change(now.id(), now.version(),
				new SaveOutage("Luz", "Chamberí", "ib", null, null, cause, restoration));
	}

	private void withdraw(CaseNumber number) {
		this.progress.withdraw(number, BY, "Ya no la quiere.");
	}

}
