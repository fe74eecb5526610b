package dev.escala.pursuit.taken;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.Standing;
import dev.escala.pursuit.persistence.StagePassed;
import dev.escala.pursuit.stage.StageTransitions;
import dev.escala.support.EscalaTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("A file is no door past the tables: nothing goes where they do not lead, nor ends without its reasons (002-06, 002-16 to 002-18)")
class ForbiddenRowsTests extends SaleImportStory {

	private static final String COLUMNS = "Record ID;%s;Company Name;Amount;Currency;Deal Stage;Closed Lost Reason;"
			+ "Lección;Competidor;Puntos débiles;Quién lo analiza\n";

	@Autowired
	private StageTransitions transitions;

	@Test
	@DisplayName("A new prospect: every stage that needs a call, a day, an answer or a reason is not reached by a row")
	void prospect() {
		for (String stage : List.of("ATTEMPT", "CONTACTED", "UNDECIDED", "QUALIFYING", "LATER", "NOWHERE",
				"Contacto establecido", "Contactar en un futuro", " ")) {
			String company = company();
			imported(lead(company, stage, "", ""));
			assertThat(pursuitsOf(company)).as(stage).singleElement().satisfies((one) -> {
				assertThat(one.standing().stage()).isEqualTo("NEW");
				assertThat(this.people.tasks(one.number())).containsExactly(NEW);
			});
		}
		for (String[] refused : List.of(new String[] { "REFUSED", "", "Llamar antes" },
				new String[] { "REFUSED", "No lo necesita", "" }, new String[] { "No interesado", " ", " " },
				new String[] { "Not interested", "No lo necesita", "" }, new String[] { "Closed Won", "", "" },
				new String[] { "CONVERTED", "", "" }, new String[] { "SPAM", "", "" },
				new String[] { "Junk Lead", "", "" })) {
			String company = company();
			SaleImport done = imported(lead(company, refused[0], refused[1], refused[2]));
			assertThat(done.counts().refused()).as(String.join(",", refused)).isEqualTo(1);
			assertThat(this.parties.matchExactly(company)).as("nothing of it is kept").isEmpty();
		}
		String said = company();
		imported(lead(said, "No interesado", "No lo necesita", "Llamar antes"));
		assertThat(pursuitsOf(said).get(0).standing().stage()).isEqualTo("REFUSED");
	}

	@Test
	@DisplayName("A new opportunity: neither loss nor sale without its data, and every step of every way stands in the table")
	void opportunity() {
		Map<String, String> whole = Map.of("lossReason", "Precio", "lesson", "Ofertar antes", "competitor", "Rápidos",
				"weakPoints", "La espera", "analyst", "gerente");
		for (String owed : whole.keySet()) {
			String company = company();
			SaleImport done = imported(deal(company, "900", "RIVAL", whole, owed));
			assertThat(done.counts().refused()).as(owed).isEqualTo(1);
			assertThat(this.parties.matchExactly(company)).as(owed).isEmpty();
		}
		for (String owed : List.of("lossReason", "lesson")) {
			String company = company();
			assertThat(imported(
					deal(company, "900", "LOST", Map.of("lossReason", "Precio", "lesson", "Ofertar antes"), owed))
				.counts()
				.refused()).isEqualTo(1);
		}
		assertThat(imported(deal(company(), "", "WON", Map.of(), "")).counts().refused()).isEqualTo(1);

		for (String stage : List.of("REQUESTED", "ANALYSIS", "PROPOSED", "NEGOTIATING", "WON", "RIVAL", "CONVERTED",
				"Closed Won", "Negotiation/Review")) {
			String company = company();
			imported(deal(company, "900", stage, whole, ""));
			assertPermitted(pursuitsOf(company).get(0));
		}
	}

	@Test
	@DisplayName("A row that comes again moves nothing back, nothing out of a wait, and nothing that has ended")
	void again() {
		String company = company();
		String id = id();
		imported(lead(id, company, "NEW", "", ""));
		Pursuit pursuit = pursuitsOf(company).get(0);
		this.people.complete(pursuit.number(), SELLER, NEW, Map.of("nextStage", "LATER", "contactOn", "01/02/2027"));
		for (String stage : List.of("CONTACTED", "CONVERTED", "QUALIFYING", "Spam", "No interesado")) {
			imported(lead(id, company, stage, "No lo necesita", "Llamar antes"));
			assertThat(standing(pursuit.number()).stage()).as(stage).isEqualTo("LATER");
		}
		String ended = company();
		String other = id();
		imported(lead(other, ended, "No interesado", "No lo necesita", "Llamar antes"));
		SaleImport done = imported(lead(other, ended, "CONTACTED", "", ""));
		assertThat(told(done)).singleElement().asString().contains("aquí ya terminó («No interesado»)");
		assertThat(pursuitsOf(ended)).singleElement().satisfies((one) -> assertThat(one.isOpen()).isFalse());
	}

	/** Each step that it went stands in the table of its stage. */
	private void assertPermitted(Pursuit pursuit) {
		List<StagePassed> history = this.pursuits.history(pursuit.number());
		List<String> steps = new ArrayList<>();
		for (StagePassed passed : history.subList(1, history.size())) {
			Pursuit there = new Pursuit(pursuit.number(), pursuit.kind(), pursuit.partyKind(), pursuit.partyId(),
					pursuit.partyName(), null, pursuit.subject(), pursuit.capture(), pursuit.strategy(),
					new Standing(passed.from(), passed.from(), passed.kind(), passed.at()), pursuit.groupId(), null,
					Pursuit.Plan.NONE, null, Pursuit.Deal.NONE, pursuit.registeredBy(), pursuit.beganAt(), null);
			assertThat(this.transitions.from(there)).anyMatch((way) -> way.to().code().equals(passed.to()));
			steps.add(passed.to());
		}
		assertThat(steps.isEmpty() ? "REQUESTED" : steps.get(steps.size() - 1)).isEqualTo(pursuit.standing().stage());
	}

	private String lead(String company, String stage, String reason, String lesson) {
		return lead(id(), company, stage, reason, lesson);
	}

	/** Without a title, an amount and a date it is a prospect. */
	private static String lead(String id, String company, String stage, String reason, String lesson) {
		return "Record ID;Company Name;Lead Status;Closed Lost Reason;Lección\n" + id + ";" + company + ";" + stage
				+ ";" + reason + ";" + lesson + "\n";
	}

	private static String deal(String company, String amount, String stage, Map<String, String> loss, String without) {
		StringBuilder row = new StringBuilder(COLUMNS.formatted("Deal Name"));
		row.append(id()).append(";Fibra;").append(company).append(';').append(amount).append(";EUR;").append(stage);
		for (String field : List.of("lossReason", "lesson", "competitor", "weakPoints", "analyst")) {
			row.append(';').append(field.equals(without) ? " " : loss.getOrDefault(field, ""));
		}
		return row.append('\n').toString();
	}

	private static String id() {
		return String.valueOf(Math.abs(UUID.randomUUID().getMostSignificantBits())).substring(0, 9);
	}

}
