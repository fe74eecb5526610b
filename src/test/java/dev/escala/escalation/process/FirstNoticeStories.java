package dev.escala.escalation.process;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.escala.clock.ServiceClock;
import dev.escala.contact.CustomerContacts;
import dev.escala.customer.Customer;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.escalation.CaseDetail;
import dev.escala.escalation.course.CaseFile;
import dev.escala.notice.FirstNotice;
import dev.escala.notice.FirstNotice.State;
import dev.escala.notice.FirstNotices;
import dev.escala.notification.channel.Dispatcher;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;
import dev.escala.support.CaseDriver;
import dev.escala.support.Forms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

abstract class FirstNoticeStories extends EscalationStory {

	private static final String REACH = "userTask_reachCustomers";

	@Autowired
	private FirstNotices notices;

	@Autowired
	private CaseFile file;

	@Autowired
	private CustomerContacts contacts;

	@Autowired
	private Dispatcher dispatcher;

	@BeforeEach
	void givenACustomerWithoutAddress() {
		SaveCustomer silent = new SaveCustomer("MUDO", "Bodegas sin Correo", Tier.STANDARD, "es",
				List.of(new Customer.Contact("Ana Ruiz", null, "600 000 000", true)), List.of());
		if (this.customers.findByCode("MUDO").isEmpty()) {
			this.customers.create(silent);
		}
		else {
			this.customers.replace(silent);
		}
	}

	@Test
	@DisplayName("The phase is not over while a customer is without notice, and the hour that passes goes up a level (001-19)")
	void phaseWaits() {
		CaseNumber number = planning(silent());
		assertThat(states(number)).containsExactly(State.NO_ADDRESS);
		assertThat(this.people.task(number, REACH).getAssignee()).isEqualTo("tecnologia");
		assertThat(this.people.task(number, REACH).getDueDate()).isEqualTo(MONDAY_AT_TEN.plus(Duration.ofHours(1)));

		this.people.complete(number, "tecnologia", "userTask_preparePlan", Forms.plan());
		this.people.run(number, "serviceTask_sendMessage");
		assertThat(this.people.tasks(number)).containsExactlyInAnyOrder(REACH, "userTask_callCustomer");
		assertThatCase(number).isWaitingAt("event_noticesProven");
		this.people.miss(number, ServiceClock.FIRST_NOTICE);
		assertThat(this.escalations.get(number).level()).isEqualTo(2);
		this.people.complete(number, "tecnologia", REACH, phoned(number, "Llamé a Ana Ruiz a las 11:05."));
		this.people.deliver();

		assertThat(states(number)).containsExactly(State.ACKNOWLEDGED);
		assertThat(this.people.tasks(number)).contains("userTask_executePlan").doesNotContain(REACH);
		assertThat(deadline(number, ServiceClock.FIRST_NOTICE).metAt()).isEqualTo(CaseDriver.now());
		assertThatCase(number).hasPassed("event_noticesProven", "event_noticesAttended");
	}

	@Test
	@DisplayName("Whoever turns to us knows of the case: nobody has to reach them any more")
	void reachedUs() {
		CaseNumber number = planning(silent());
		assertThat(this.people.tasks(number)).contains(REACH);

		this.contacts.add(number, new UserId("agente"), "¿Saben que no funciona nada?");
		this.people.deliver();

		assertThat(states(number)).containsExactly(State.ACKNOWLEDGED);
		assertThat(this.people.tasks(number)).doesNotContain(REACH);
		assertThat(deadline(number, ServiceClock.FIRST_NOTICE).metAt()).isEqualTo(MONDAY_AT_TEN);
		assertThatCase(number).hasPassed("event_provenMeanwhile", "event_attendingDropped")
			.hasNotPassed("event_noticesAttended");
	}

	@Test
	@DisplayName("A corrected address is the customer's from now on, and the notice goes there at once")
	void addressCorrected() {
		CaseNumber number = planning(silent());

		this.people.complete(number, "tecnologia", REACH, Map.of("pendingCustomers", List.of(id(number, "MUDO")),
				"noticeOutcome", "address", "newAddress", "ana@bodegas.example"));
		assertThat(states(number)).containsExactly(State.PENDING);
		assertThat(deadline(number, ServiceClock.FIRST_NOTICE).metAt()).isNull();
		this.people.deliver();

		assertThat(states(number)).containsExactly(State.SENT);
		assertThat(told(number, "announcement")).contains("ana@bodegas.example");
		assertThat(this.customers.findByCode("MUDO").orElseThrow().contacts())
			.containsExactly(new Customer.Contact("Ana Ruiz", "ana@bodegas.example", "600 000 000", true));
		assertThat(deadline(number, ServiceClock.FIRST_NOTICE).metAt()).isEqualTo(MONDAY_AT_TEN);
	}

	@Test
	@DisplayName("Those left over are asked for again, and a customer who need not know is waived with a reason")
	void askedAgain() {
		CaseNumber number = reported(Forms.with(severe(), "major", true));
		this.people.complete(number, "agente", "userTask_completeDetails", Forms.details("MUDO\nEl bar de la esquina"));
		this.people.complete(number, "tecnologia", "userTask_takeOver", Forms.takeOver());
		this.people.run(number, "serviceTask_announceEscalation");
		assertThat(states(number)).containsExactly(State.SENT, State.NO_ADDRESS, State.NO_ADDRESS);

		this.people.complete(number, "tecnologia", REACH, phoned(number, "Llamé a Ana Ruiz."));
		assertThat(this.people.tasks(number)).doesNotContain(REACH);
		this.people.deliver();
		assertThat(this.people.offered(number, REACH, "openNotices")).hasSize(1);
		this.people.complete(number, "tecnologia", REACH,
				Map.of("pendingCustomers", this.people.offered(number, REACH, "openNotices"), "noticeOutcome", "waived",
						"noticeReason", "Cerró el mes pasado."));
		this.people.deliver();

		assertThat(states(number)).containsExactly(State.SENT, State.ACKNOWLEDGED, State.WAIVED);
		assertThat(this.people.tasks(number)).doesNotContain(REACH);
		assertThat(deadline(number, ServiceClock.FIRST_NOTICE).metAt()).isEqualTo(CaseDriver.now());
	}

	@Test
	@DisplayName("A customer who comes to the case later is told too")
	void addedLater() {
		CaseNumber number = working(moderate());
		assertThat(told(number, "announcement")).doesNotContain("taller@sur.example");

		this.file.addDetails(number, new UserId("agente"), CaseDetail.Kind.AFFECTED_CUSTOMER, List.of("SUR"));
		this.people.deliver();

		assertThat(told(number, "announcement")).contains("taller@sur.example").doesNotHaveDuplicates();
		assertThat(states(number)).containsExactly(State.SENT, State.SENT);
	}

	@Test
	@DisplayName("A mail that was taken a second before the hour was over is in time, whenever we look")
	void inTheLastSecond() {
		CaseNumber number = owned(moderate());
		CaseDriver.travelTo(deadline(number, ServiceClock.FIRST_NOTICE).warnAt());
		this.people.run(number, ServiceClock.FIRST_NOTICE);
		this.notices.announce(number);
		CaseDriver.travelTo(MONDAY_AT_TEN.plus(Duration.ofMinutes(60)).minusSeconds(1));
		this.dispatcher.run();

		CaseDriver.travelTo(MONDAY_AT_TEN.plus(Duration.ofMinutes(60)));
		this.people.run(number, ServiceClock.FIRST_NOTICE);

		assertThat(deadline(number, ServiceClock.FIRST_NOTICE).metAt())
			.isEqualTo(MONDAY_AT_TEN.plus(Duration.ofMinutes(60)).minusSeconds(1));
		assertThat(deadline(number, ServiceClock.FIRST_NOTICE).breachedAt()).isNull();
		assertThat(this.escalations.get(number).level()).isEqualTo(1);
	}

	@Test
	@DisplayName("What makes no sense is refused and changes nothing")
	void refused() {
		CaseNumber number = planning(silent());
		String own = id(number, "MUDO");

		refused(number, "Marque al menos un cliente", "noticeOutcome", "told", "noticeReason", "Llamé.");
		refused(number, "qué se hace con ellos", "pendingCustomers", List.of(own));
		refused(number, "cómo lo supieron", "pendingCustomers", List.of(own), "noticeOutcome", "told", "noticeReason",
				"  ");
		refused(number, "la dirección de correo correcta", "pendingCustomers", List.of(own), "noticeOutcome",
				"address");
		refused(number, "No es una dirección de correo válida", "pendingCustomers", List.of(own), "noticeOutcome",
				"address", "newAddress", "ana en bodegas");
		refused(number, "no es de este caso", "pendingCustomers", List.of("999999"), "noticeOutcome", "told",
				"noticeReason", "Llamé.");

		assertThat(states(number)).containsExactly(State.NO_ADDRESS);
		assertThat(this.people.tasks(number)).contains(REACH);
	}

	private void refused(CaseNumber number, String because, Object... form) {
		assertThatThrownBy(() -> this.people.complete(number, "tecnologia", REACH, Forms.with(Map.of(), form)))
			.hasMessageContaining(because);
	}

	private static Map<String, Object> silent() {
		return Forms.with(Forms.report("MUDO"), "impact", "LOW", "urgency", "LOW");
	}

	private Map<String, Object> phoned(CaseNumber number, String how) {
		return Map.of("pendingCustomers", List.of(id(number, "MUDO")), "noticeOutcome", "told", "noticeReason", how);
	}

	private String id(CaseNumber number, String customer) {
		CustomerId known = this.customers.findByCode(customer).orElseThrow().id();
		return this.notices.notices(number)
			.stream()
			.filter((notice) -> known.equals(notice.customerId()))
			.map((notice) -> String.valueOf(notice.id()))
			.findFirst()
			.orElseThrow();
	}

	private List<State> states(CaseNumber number) {
		return this.notices.notices(number).stream().map(FirstNotice::state).toList();
	}

}
