package dev.escala.browser;

import java.time.Clock;
import java.time.Instant;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.escala.complaint.Complaint;
import dev.escala.complaint.ComplaintDoor;
import dev.escala.complaint.Complaints;
import dev.escala.followup.FollowUp;
import dev.escala.followup.FollowUpState;
import dev.escala.followup.FollowUps;
import dev.escala.followup.StartFollowUps;
import dev.escala.reference.CaseNumber;
import dev.escala.support.Browser;

import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Some days after a case is closed its owner calls; the call becomes a complaint. */
class FollowUpExample {

	private static final String MINE = "Mis tareas";

	private static final String TROUBLE = "Las facturas de mayo siguen sin llegar.";

	private final DemoPeople people;

	private final DemoServer server;

	FollowUpExample(DemoPeople people, DemoServer server) {
		this.people = people;
		this.server = server;
	}

	void holds(CaseNumber closed) {
		FollowUp planned = this.server.bean(FollowUps.class).of(closed).get(0);
		assertThat(planned.state()).isEqualTo(FollowUpState.PLANNED);
		Instant began = this.server.bean(Clock.class).instant();
		theDayComes(planned);
		TasklistUser owner = this.people.as("tecnologia");
		owner.open(MINE, closed, "Llamar para ver cómo va");
		Locator form = owner.page().locator(".fjs-container");
		assertThat(form).containsText("Bodegas Tel: Ana Ruiz, 600 123 456");
		assertThat(form).containsText("Deje que termine");
		owner.choose("Hablé con el cliente");
		answer(owner, "¿Está bien lo que compró", "Sí");
		answer(owner, "¿Hace lo que quería?", "No");
		Browser.picture(owner.page(), "follow-up-call");
		assertThat(owner.refused()).contains("qué no está bien", "Lea al cliente");
		owner.fill("Qué no está bien, con sus palabras", TROUBLE);
		owner.choose("Se le leyó y está conforme");
		owner.complete();

		FollowUp made = this.server.bean(FollowUps.class).of(closed).get(0);
		Complaint complaint = this.server.bean(Complaints.class).get(made.complaint());
		assertThat(complaint.statement().door()).isEqualTo(ComplaintDoor.PHONE);
		assertThat(complaint.statement().description()).isEqualTo(TROUBLE);
		assertThat(complaint.statement().presentedAt()).isBetween(began, this.server.bean(Clock.class).instant());
		Page beside = this.people.as("supervisor").beside("/llamadas-de-seguimiento?texto=Tel");
		assertThat(beside.locator("tbody")).containsText("Bodegas Tel");
		Browser.picture(beside, "follow-ups");
		Browser.assertReadable(beside, "follow-ups");
		beside.locator("tbody a", new Page.LocatorOptions().setHasText(made.complaint().value())).click();
		assertThat(beside.locator("main")).containsText("Empezó en la llamada tras " + closed);
		beside.context().close();
	}

	private static void answer(TasklistUser user, String question, String label) {
		user.page()
			.locator(".fjs-form-field-radio", new Page.LocatorOptions().setHasText(question))
			.getByText(label, new Locator.GetByTextOptions().setExact(true))
			.click();
	}

	private void theDayComes(FollowUp planned) {
		this.server.bean(JdbcClient.class)
			.sql("UPDATE follow_up SET due_at = now() + interval '1 minute' WHERE id = ?")
			.param(planned.id())
			.update();
		this.server.bean(StartFollowUps.class).run();
	}

}
