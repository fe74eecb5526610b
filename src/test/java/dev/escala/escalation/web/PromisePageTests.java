package dev.escala.escalation.web;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.icegreen.greenmail.util.GreenMail;
import dev.escala.promise.MakePromise;
import dev.escala.promise.Promise;
import dev.escala.promise.PromiseStatus;
import dev.escala.promise.Promises;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.EscalaTest;
import dev.escala.support.StaffClient;
import dev.escala.support.TestServices;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("A promise on the customer's page of a case")
class PromisePageTests extends TrackingStory {

	@Autowired
	private MakePromise making;

	@Autowired
	private Promises promises;

	private StaffClient visitor;

	@BeforeEach
	void givenAVisitor() {
		this.visitor = StaffClient.anonymous(this.port);
	}

	@Test
	@DisplayName("The mail brings the link; a yes counts once, also when it is sent twice, and the page then shows the date")
	void accepts() throws Exception {
		GreenMail mail = TestServices.mail();
		CaseNumber number = working("SEG");
		Promise promise = PromiseOnPage.propose(this.people, this.making, number);
		this.dispatcher.run();
		List<String> subjects = new ArrayList<>();
		for (MimeMessage message : mail.getReceivedMessagesForDomain("mar.example")) {
			subjects.add(message.getSubject());
		}
		assertThat(subjects)
			.anyMatch((subject) -> subject.contains(number.value()) && subject.contains("¿le parece bien?"));
		String link = link(number);
		String page = get(link);
		assertThat(page)
			.contains("¿Le parece bien esta fecha?", "Cambiar el contador",
					"A más tardar, el lunes 23 de noviembre, 16:00.", "O, si lo prefiere", "Uno de segunda mano hoy",
					"Le propusimos una fecha.")
			.doesNotContain("horas laborables", "50 %", "null", "??");
		String yes = "answer=yes&proposal=" + proposal(page) + "&form=" + form(page);

		assertThat(post(link, yes).statusCode()).isEqualTo(302);
		assertThat(post(link, yes).statusCode()).as("a second click").isEqualTo(302);
		HttpResponse<String> later = post(link, "answer=no&comment=Mejor+no&proposal=" + proposal(page));

		assertThat(later.statusCode()).isEqualTo(409);
		assertThat(later.body()).contains("Esta propuesta ya está contestada o ha cambiado");
		assertThat(this.promises.get(promise.id()).status()).isEqualTo(PromiseStatus.ACCEPTED);
		assertThat(this.promises.get(promise.id()).acceptedBy()).isEqualTo(UserId.CUSTOMER);
		assertThat(this.people.tasks(number)).contains("userTask_keepPromise").doesNotContain("userTask_recordAnswer");
		assertThat(get(link + "?hecho=accept"))
			.contains("Gracias. Tiene nuestra palabra para esa fecha.", "Nuestro compromiso con usted",
					"A más tardar, el lunes 23 de noviembre, 16:00.")
			.doesNotContain("¿Le parece bien esta fecha?");
	}

	@Test
	@DisplayName("A no needs a date or a word; both reach the owner, and a stale page agrees to nothing of the next date")
	void declines() {
		CaseNumber number = working("SEA");
		Promise promise = PromiseOnPage.propose(this.people, this.making, number);
		String link = link(number);
		String page = get(link);
		assertThat(page).contains("Does this date suit you?", "At the latest: Monday 23 November, 16:00.");
		String no = "answer=no&proposal=" + proposal(page);

		assertThat(post(link, no).statusCode()).isEqualTo(400);
		assertThat(post(link, no + "&wished=2020-01-01").body()).contains("has not passed yet");
		assertThat(post(link, no + "&wished=tomorrow").body()).contains("has not passed yet");
		assertThat(post(link, no + "&comment=" + "y".repeat(2001)).body()).contains("too long");
		assertThat(post(link, "answer=perhaps&comment=x&proposal=" + proposal(page)).statusCode()).isEqualTo(400);
		assertThat(this.promises.get(promise.id()).status()).isEqualTo(PromiseStatus.PROPOSED);
		assertThat(post(link, no + "&wished=2026-11-26&comment=" + encode("After the <fair>")).statusCode())
			.isEqualTo(302);

		assertThat(this.promises.get(promise.id()).status()).isEqualTo(PromiseStatus.ESTIMATING);
		assertThat(this.promises.latest(promise.id()).orElseThrow().answer().text()).isEqualTo("After the <fair>");
		assertThat(get(link + "?hecho=decline")).contains("We will look for another date");
		this.people.complete(number, "tecnologia", "userTask_estimateDate", PromiseOnPage.estimate());
		this.people.run(number, "serviceTask_proposeDate");
		assertThat(post(link, "answer=yes&proposal=" + proposal(page)).statusCode()).as("the page of before")
			.isEqualTo(409);
		assertThat(this.promises.get(promise.id()).status()).isEqualTo(PromiseStatus.PROPOSED);
	}

	@Test
	@DisplayName("Nobody answers without a link, or with that of another case")
	void forged() {
		CaseNumber mine = working("SEG");
		CaseNumber theirs = working("SEA");
		Promise promise = PromiseOnPage.propose(this.people, this.making, mine);
		String yes = "answer=yes&proposal=" + proposal(get(link(mine)));

		assertThat(post("/seguimiento/" + "A".repeat(43), yes).statusCode()).isEqualTo(404);
		assertThat(post(link(theirs), yes).statusCode()).isEqualTo(409);
		assertThat(post(link(mine), "answer=yes").statusCode()).isEqualTo(409);
		assertThat(post(link(mine), "answer=yes&proposal=999999999999999999").statusCode()).isEqualTo(409);
		assertThat(post(link(mine), "answer=yes&proposal=1%20OR%201").statusCode()).isEqualTo(409);

		assertThat(this.promises.get(promise.id()).status()).isEqualTo(PromiseStatus.PROPOSED);
		assertThat(this.people.tasks(mine)).contains("userTask_recordAnswer");
	}

	@Test
	@DisplayName("Another date shows its reason beside the agreed one, which holds until the customer agrees again")
	void revised() {
		CaseNumber number = working("SEG");
		Promise promise = PromiseOnPage.propose(this.people, this.making, number);
		this.people.complete(number, "tecnologia", "userTask_recordAnswer", Map.of("customerAnswer", "accepted"));
		this.people.complete(number, "tecnologia", "userTask_keepPromise", PromiseOnPage.revision());
		this.people.run(number, "serviceTask_proposeRevision");
		String link = link(number);
		String page = get(link);
		assertThat(page).contains("Nuestro compromiso con usted", "lunes 23 de noviembre, 16:00",
				"martes 24 de noviembre, 13:00", "Por qué cambia: el contador llega mañana",
				"sigue valiendo la anterior");

		assertThat(post(link, "answer=yes&proposal=" + proposal(page)).statusCode()).isEqualTo(302);

		assertThat(get(link)).contains("martes 24 de noviembre, 13:00").doesNotContain("lunes 23 de noviembre, 16:00");
		assertThat(this.promises.get(promise.id()).status()).isEqualTo(PromiseStatus.ACCEPTED);
	}

	private static String proposal(String page) {
		return first(page, "name=\"proposal\" value=\"(\\d+)\"");
	}

	private static String form(String page) {
		return first(page, "name=\"form\" value=\"([^\"]+)\"");
	}

	private static String first(String page, String pattern) {
		Matcher matcher = Pattern.compile(pattern).matcher(page);
		assertThat(matcher.find()).as(page).isTrue();
		return matcher.group(1);
	}

	private String get(String path) {
		return this.visitor.send("GET", path).body();
	}

	private HttpResponse<String> post(String link, String form) {
		return this.visitor.submit("POST", link + "/compromiso", "application/x-www-form-urlencoded", form);
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
