package dev.escala.complaint.hold;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.escala.complaint.ComplaintOutcome;
import dev.escala.complaint.answer.PointRuling;
import dev.escala.complaint.decision.PointStory;
import dev.escala.complaint.regime.ComplaintLaw;
import dev.escala.complaint.regime.Sector;
import dev.escala.complaint.remedy.Fault;
import dev.escala.matter.Matters;
import dev.escala.notification.Outbox;
import dev.escala.notification.OutboxMessage;
import dev.escala.notification.TeamNotice;
import dev.escala.reference.CaseNumber;
import dev.escala.routing.Decisions;
import dev.escala.support.CaseDriver;
import dev.escala.support.PageForms;
import dev.escala.support.StaffClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

@TestPropertySource(properties = "escala.complaints.large=true")
@DisplayName("What must not be done to whoever complains, until when, and who is told (Ley 10/2025, arts. 4.4 and 13.8)")
class HoldTests extends PointStory {

	private static final String FORM = "application/x-www-form-urlencoded";

	@Autowired
	private Holds holds;

	@Autowired
	private Disputes disputes;

	@Autowired
	private HoldRepository repository;

	@Autowired
	private DisputeRepository disputeRepository;

	@Autowired
	private Decisions tables;

	@Autowired
	private Matters matters;

	@Autowired
	private Clock clock;

	@Autowired
	private PlatformTransactionManager transactions;

	private TransactionTemplate transaction;

	private final List<TeamNotice> told = new ArrayList<>();

	@BeforeEach
	void transaction() {
		this.transaction = new TransactionTemplate(this.transactions);
	}

	@Test
	@DisplayName("Electricity: no suspension over a bill from the presentation to the answer; asked again, nobody is told again")
	void continuous() {
		CaseNumber number = presented("complaintTopic", "BILLING");
		decide(number, Sector.ELECTRICITY);
		decide(number, Sector.ELECTRICITY);

		Hold placed = hold(number);
		assertThat(placed.kind()).isEqualTo(HoldKind.SUSPENSION);
		assertThat(placed.until()).isEqualTo(HoldUntil.DECISION);
		assertThat(placed.norm()).isEqualTo("Ley 10/2025, art. 4.4");
		assertThat(this.told).singleElement().satisfies((notice) -> {
			assertThat(notice.type()).isEqualTo("complaint.hold.placed");
			assertThat(notice.step()).isEqualTo("hold-placed-" + placed.id());
			assertThat(notice.groups()).isEqualTo(Set.of("finance"));
			assertThat(notice.data()).containsEntry("number", number.value())
				.containsEntry("hold", placed.id())
				.containsEntry("customer", "PUNTOS")
				.containsEntry("kind", "SUSPENSION")
				.containsEntry("until", "DECISION");
		});

		answered(number);
		assertThat(hold(number).release()).as("the answer itself releases it").isEqualTo(HoldRelease.ANSWERED);
		decide(number, Sector.ELECTRICITY);
		assertThat(this.holds.list(number)).hasSize(1);
	}

	@Test
	@DisplayName("Telecom the other way, finance not at all, an outage about which nothing is owed: nothing stops, and nobody is told")
	void otherWay() {
		CaseNumber number = presented("complaintTopic", "BILLING");
		for (Sector sector : List.of(Sector.TELECOM, Sector.FINANCE, Sector.TRANSPORT)) {
			decide(number, sector);
		}
		assertThat(this.holds.list(number)).isEmpty();
		assertThat(this.told).isEmpty();

		decide(number, Sector.GAS);
		decide(number, Sector.TELECOM);
		assertThat(hold(number).release()).isEqualTo(HoldRelease.NOT_DUE);
		assertThat(this.told).extracting(TeamNotice::type)
			.containsExactly("complaint.hold.placed", "complaint.hold.released");
		assertThat(this.told.get(1).step()).isEqualTo("hold-released-" + hold(number).id());
		assertThat(this.told.get(1).data()).containsEntry("hold", hold(number).id())
			.containsEntry("release", "NOT_DUE");
	}

	@Test
	@DisplayName("A danger with its reason allows the suspension, and it is not forbidden again; the table is asked all the same")
	void danger() {
		CaseNumber number = presented("complaintTopic", "CUT_OFF");
		assertThatThrownBy(() -> this.disputes.danger(number, AGENT, "Fuga")).hasMessageContaining("Nada impide ahora");
		decide(number, Sector.GAS);
		assertThatThrownBy(() -> this.disputes.danger(number, AGENT, " ")).hasMessageContaining("cuál es el peligro");

		this.disputes.danger(number, AGENT, "Hay una fuga de gas en el portal.");
		decide(number, Sector.GAS);

		Hold hold = hold(number);
		assertThat(hold.release()).isEqualTo(HoldRelease.SAFETY);
		assertThat(hold.note()).isEqualTo("Hay una fuga de gas en el portal.");
		assertThat(hold.releasedBy()).isEqualTo(AGENT);
	}

	@Test
	@DisplayName("At a body nothing is suspended nor collected, also after our answer, until it ends there; on the page and over HTTP")
	void atABody() {
		CaseNumber number = presented("complaintTopic", "BILLING");
		assertThat(this.holds.list(number)).isEmpty();
		answered(number);
		StaffClient agent = StaffClient.basic(this.port, AGENT.value(), CaseDriver.PASSWORD);
		String page = "/reclamaciones/" + number + "/organismos";

		assertThat(agent.send("GET", "/reclamaciones/" + number).body())
			.contains("Nada impide suspender ni cobrar por esta reclamación.", page);
		HttpResponse<String> wrong = post(agent, page, "body=&openedOn=" + encode("01/01/2019"));
		assertThat(wrong.statusCode()).isEqualTo(400);
		assertThat(wrong.body()).contains("id=\"body-wrong\"", "id=\"openedOn-wrong\"", "entre la presentación");
		assertThat(post(agent, page, "body=Junta&openedOn=" + encode("el lunes")).body())
			.contains("«el lunes» no es una fecha dd/mm/aaaa.", "value=\"el lunes\"");
		assertThat(agent
			.json("POST", "/api/complaints/" + number + "/disputes", "{\"body\":\"Junta\",\"openedOn\":\"2019-01-01\"}")
			.body()).contains("entre la presentación (30/11/2026)");
		assertThat(post(agent, page, "body=" + encode("Junta Arbitral de Madrid") + "&openedOn=" + encode("30/11/2026"))
			.statusCode()).isEqualTo(302);
		assertThat(post(agent, page, "body=" + encode("Otra junta")).statusCode()).isEqualTo(409);

		assertThat(this.holds.list(number)).extracting(Hold::kind, Hold::until, Hold::isPlaced)
			.containsExactlyInAnyOrder(tuple(HoldKind.SUSPENSION, HoldUntil.BODY, true),
					tuple(HoldKind.COLLECTION, HoldUntil.BODY, true));
		assertThat(agent.send("GET", "/reclamaciones/" + number).body())
			.contains("No cobrar lo que se discute", "Ningún sistema lo recibe")
			.containsPattern("Acudió a «Junta Arbitral de Madrid» el \\d\\d/\\d\\d/\\d{4}\\. Aún no ha terminado\\.");
		assertThat(PageForms.withoutTokens(agent.send("GET", page).body()))
			.contains("El organismo terminó", "Dejarlo en marcha es peligroso")
			.doesNotContain("null", "??");
		assertThat(agent.send("GET", "/api/complaints/" + number + "/holds").body()).contains("\"COLLECTION\"",
				"Junta Arbitral de Madrid");

		CaseDriver.travel(Duration.ofDays(30));
		assertThat(agent.json("POST", "/api/complaints/" + number + "/disputes/end", "{\"outcome\":\"Acuerdo.\"}")
			.statusCode()).isEqualTo(200);
		assertThat(this.holds.list(number)).extracting(Hold::release)
			.containsExactly(HoldRelease.BODY_ENDED, HoldRelease.BODY_ENDED);
		assertThat(happened(number)).contains("Terminó el procedimiento del organismo: Acuerdo.");
		assertThat(agent.json("POST", "/api/complaints/" + number + "/disputes/end", "{\"outcome\":\"Otra vez.\"}")
			.statusCode()).isEqualTo(409);
	}

	private void answered(CaseNumber number) {
		this.progress.accepted(number);
		this.progress.found(number, AGENT, Fault.OURS, "El cobro se lanzó dos veces.");
		rule(number, point(number, "Que me devuelvan el cobro"), PointRuling.GRANTED,
				"Devolvemos el cobro de " + number + " el jueves.");
		written(number, ComplaintOutcome.PUT_RIGHT);
		this.answers.answered(number, AGENT, "correo del lunes");
	}

	/** As if the organisation sold something else. */
	private void decide(CaseNumber number, Sector sector) {
		Outbox outbox = new Outbox(null, null, null, null, null, null) {

			@Override
			public void post(TeamNotice notice) {
				HoldTests.this.told.add(notice);
			}

			@Override
			public List<OutboxMessage> messages(CaseNumber caseNumber) {
				return List.of();
			}

		};
		Holds other = new Holds(this.complaints, this.repository, this.disputeRepository, this.tables,
				new ComplaintLaw("es", null, sector, false, null), new HoldNotices(outbox, this.matters), this.timeline,
				this.clock);
		this.transaction.executeWithoutResult((status) -> other.decide(number));
	}

	private Hold hold(CaseNumber number) {
		List<Hold> all = this.holds.list(number);
		assertThat(all).hasSize(1);
		return all.get(0);
	}

	private static HttpResponse<String> post(StaffClient client, String path, String body) {
		Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(client.send("GET", path).body());
		assertThat(token.find()).isTrue();
		return client.submit("POST", path, FORM, body + "&_csrf=" + token.group(1));
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
