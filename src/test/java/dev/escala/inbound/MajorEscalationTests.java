package dev.escala.inbound;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.escala.clock.Deadline;
import dev.escala.clock.ServiceClock;
import dev.escala.clock.ServiceLevels;
import dev.escala.customer.Customer;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.escalation.Phase;
import dev.escala.notice.FirstNotice;
import dev.escala.notice.FirstNotice.State;
import dev.escala.notice.FirstNotices;
import dev.escala.notification.OutboxMessage;
import dev.escala.reference.CaseNumber;
import dev.escala.support.CaseDriver;
import dev.escala.support.Forms;
import dev.escala.support.TestServices;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A major escalation with forty affected customers, of whom three mails come back and one is waived (001-19)")
class MajorEscalationTests extends InboundStory {

	private static final String REACH = "userTask_reachCustomers";

	@Autowired
	private FirstNotices notices;

	@Autowired
	private ServiceLevels serviceLevels;

	@Test
	@DisplayName("Each customer gets one mail, those who did not get it are reached by a person, and then the phase is over")
	void fortyCustomers() {
		CaseDriver.travelTo(Instant.parse("2026-11-23T09:00:00Z"));
		List<String> others = IntStream.rangeClosed(1, 39).mapToObj((i) -> this.code + "-" + i).toList();
		others.forEach((other) -> customer(other, address(other)));
		withoutAddress(others.get(38));
		CaseNumber number = this.people.report("agente", Forms.with(Forms.report(this.code), "major", true));
		this.people.complete(number, "agente", "userTask_completeDetails", Forms.details(String.join("\n", others)));
		this.people.complete(number, "tecnologia", "userTask_takeOver", Forms.takeOver());
		this.people.run(number, "serviceTask_announceEscalation");

		List<String> expected = new ArrayList<>(others.subList(0, 38).stream().map(this::address).toList());
		expected.add(this.ana);
		assertThat(received(number)).containsExactlyInAnyOrderElementsOf(expected);
		assertThat(counts(number)).isEqualTo(Map.of(State.SENT, 39L, State.NO_ADDRESS, 1L));

		others.subList(0, 3).forEach((other) -> comesBack(number, address(other)));
		fetch();
		this.people.deliver();
		assertThat(counts(number)).isEqualTo(Map.of(State.SENT, 36L, State.FAILED, 3L, State.NO_ADDRESS, 1L));
		assertThat(this.people.offered(number, REACH, "openNotices")).hasSize(1);

		this.people.complete(number, "tecnologia", "userTask_preparePlan", Forms.plan());
		this.people.complete(number, "arquitecto", "userTask_readMessage", Map.of("messageReading", "approved"));
		this.people.run(number, "serviceTask_sendMessage");
		assertThat(this.escalations.get(number).phase()).isEqualTo(Phase.COMMUNICATE);
		reach(number, "waived", "noticeReason", "Es filial de un cliente ya avisado.", others.get(38));
		this.people.deliver();
		reach(number, "told", "noticeReason", "Les llamé a las 10:20.", others.get(0), others.get(1));
		this.people.deliver();
		assertThat(first(number).metAt()).isNull();
		CaseDriver.travel(Duration.ofMinutes(30));
		reach(number, "address", "newAddress", "buena@" + this.code.toLowerCase(Locale.ROOT) + ".example",
				others.get(2));
		this.people.deliver();

		assertThat(counts(number)).isEqualTo(Map.of(State.SENT, 37L, State.ACKNOWLEDGED, 2L, State.WAIVED, 1L));
		assertThat(received(number)).hasSize(40).contains("buena@" + this.code.toLowerCase(Locale.ROOT) + ".example");
		assertThat(first(number).metAt()).isEqualTo(CaseDriver.now());
		assertThat(first(number).breachedAt()).isNull();
		assertThat(this.escalations.get(number).phase()).isEqualTo(Phase.RESOLVE);
		assertThat(this.people.tasks(number)).contains("userTask_executePlan").doesNotContain(REACH);
	}

	private String address(String customer) {
		return "compras@" + customer.toLowerCase(Locale.ROOT) + ".example";
	}

	private void withoutAddress(String customer) {
		this.customers.replace(new SaveCustomer(customer, "Empresa " + customer, Tier.STANDARD, "es",
				List.of(new Customer.Contact("Luis", null, "600 000 000", true)), List.of()));
	}

	private void comesBack(CaseNumber number, String recipient) {
		OutboxMessage sent = this.outbox.messages(number)
			.stream()
			.filter((one) -> one.recipient().equals(recipient))
			.findFirst()
			.orElseThrow();
		deliver(report("failed", recipient, "5.1.1", "smtp; 550 5.1.1 User unknown", idOf(sent)).value());
	}

	private void reach(CaseNumber number, String outcome, String field, String text, String... customers) {
		List<String> names = Arrays.stream(customers).map("Empresa "::concat).toList();
		List<String> ids = this.notices.notices(number)
			.stream()
			.filter((notice) -> names.contains(notice.name()))
			.map((notice) -> String.valueOf(notice.id()))
			.toList();
		this.people.complete(number, "tecnologia", REACH,
				Map.of("pendingCustomers", ids, "noticeOutcome", outcome, field, text));
	}

	private Map<State, Long> counts(CaseNumber number) {
		return this.notices.notices(number)
			.stream()
			.collect(
					Collectors.groupingBy(FirstNotice::state, () -> new EnumMap<>(State.class), Collectors.counting()));
	}

	private Deadline first(CaseNumber number) {
		return this.serviceLevels.find(number, ServiceClock.FIRST_NOTICE).orElseThrow();
	}

	/** To whom the mail server really got a first notice of the case. */
	private List<String> received(CaseNumber number) {
		return Arrays.stream(TestServices.mail().getReceivedMessages())
			.filter((mail) -> ask(mail, MimeMessage::getSubject).startsWith(number + " · Nos hacemos cargo"))
			.map((mail) -> ask(mail, (one) -> ((InternetAddress) one.getAllRecipients()[0]).getAddress()))
			.filter((recipient) -> recipient.contains(this.code.toLowerCase(Locale.ROOT)))
			.toList();
	}

	private static String ask(MimeMessage mail, Question question) {
		try {
			return question.of(mail);
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private interface Question {

		String of(MimeMessage mail) throws MessagingException;

	}

}
