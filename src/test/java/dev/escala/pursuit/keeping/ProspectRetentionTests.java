package dev.escala.pursuit.keeping;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.escala.erasure.Erasure;
import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.PursuitStory;
import dev.escala.pursuit.call.PursuitCalls;
import dev.escala.pursuit.loss.Losses;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.routing.Decisions;
import dev.escala.routing.RecordedDecision;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.Forms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EscalaTest
@DisplayName("Whoever said no is not kept for ever; that they do not want to be called is")
class ProspectRetentionTests extends PursuitStory {

	private static final UserId SELLING = new UserId(SELLER);

	/**
	 * Tables of prospects whose texts have an end of their own, or none, because they are
	 * what the entry is about: whom we rejected, and what a complaint was given.
	 */
	private static final Set<String> OWN_END = Set.of("prospect_rejection", "complaint_remedy");

	/** Of whom is pursued, but a code, a digest or a competitor, which figures need. */
	private static final Set<String> NO_WORDS = Set.of("pursuit_loss.competitor", "pursuit_profile.need",
			"pursuit_profile.budget", "pursuit_profile.feasibility", "prospect.code", "prospect.language",
			"left_alone_trace.digest", "commitment.situations");

	/** What {@code forgetProspect} empties where nothing else needs it. */
	private static final Set<String> REGISTER = Set.of("prospect.name", "prospect.search_name", "prospect.bare_name",
			"prospect.sector");

	@Autowired
	private ProspectRetention retention;

	@Autowired
	private PursuitTextRepository texts;

	@Autowired
	private Erasure erasure;

	@Autowired
	private PursuitCalls calls;

	@Autowired
	private Losses losses;

	@Autowired
	private Decisions tables;

	@Autowired
	private JdbcClient jdbc;

	/** What nobody writes by chance. */
	private String mark;

	private String address;

	@BeforeEach
	void givenWordsOfTheirOwn() {
		this.mark = "Zarzuela " + UUID.randomUUID().toString().substring(0, 8);
		this.address = this.mark.substring(9) + "@prospect.example";
	}

	@Test
	@DisplayName("A year after a no, once: no name, no person, no word is left; stage, reason and the lesson without them stay")
	void overAfterAYear() {
		CaseNumber refused = refused("REFUSED");
		CaseNumber open = marked();
		Instant ended = CaseDriver.now();

		afterMonths(ended, 12, -1);
		assertThat(left(refused)).isNotEmpty();

		afterMonths(ended, 12, 1);
		this.retention.sweep();

		assertThat(left(refused)).isEmpty();
		assertThat(left(open)).as("what is open is kept").isNotEmpty();
		assertThat(standing(refused).stage()).isEqualTo("REFUSED");
		assertThat(this.losses.find(refused).orElseThrow().said()).satisfies((said) -> {
			assertThat(said.reason()).isEqualTo("NO_NEED");
			assertThat(said.lesson()).isEqualTo("Llamar antes a " + ProspectRetention.GONE + ".");
		});
		assertThat(this.calls.list(refused)).singleElement()
			.satisfies((call) -> assertThat(call.said().minutes()).isEqualTo(12));
		assertThat(happened(refused)).filteredOn((text) -> text.contains("Se suprimieron"))
			.singleElement()
			.asString()
			.contains("12 meses", "Compromiso propio");
		assertThat(this.tables.recorded(refused)).extracting(RecordedDecision::decision).contains("prospectRetention");
		assertThat(prospectName(refused)).isEqualTo(ProspectRetention.GONE);
		assertThat(this.jdbc.sql("SELECT name FROM prospect WHERE id = ?")
			.param(this.pursuits.get(open).partyId())
			.query(String.class)
			.single()).contains(this.mark);
	}

	@Test
	@DisplayName("Who asked not to be called goes after a month, and nobody calls them when they come back (004-17)")
	void leftAlone() {
		CaseNumber refused = refused("REFUSED", "leaveAlone", true);
		CaseNumber sameMail = registered("contactEmail", this.address);
		CaseNumber other = registered("contactEmail", "otra-" + this.address);

		afterMonths(CaseDriver.now(), 1, 1);
		assertThat(left(refused)).isEmpty();
		assertThat(prospectName(refused)).isEqualTo(ProspectRetention.GONE);

		CaseNumber sameName = registered("party", this.mark + ", S. L.");
		for (CaseNumber again : List.of(sameMail, sameName)) {
			assertThatThrownBy(() -> this.work.call(again, SELLING, "ATTEMPT", "PHONE", 1, null, null))
				.hasMessageContaining("pidió que no se le llame más");
		}
		this.work.call(other, SELLING, "ATTEMPT", "PHONE", 1, null, null);
	}

	@Test
	@DisplayName("A lost opportunity goes with the prospect that it was; a customer's and one that is pursued again stay")
	void oneHistory() {
		CaseNumber prospect = marked();
		String company = this.pursuits.get(prospect).partyName();
		this.people.complete(prospect, SELLER, NEW, talk("CONTACTED"));
		this.people.complete(prospect, SELLER, CONTACTED, Map.of("nextStage", "CONVERTED", "request", this.mark));
		CaseNumber lost = this.pursuits.became(prospect).orElseThrow().number();
		this.people.complete(lost, SELLER, REQUESTED, Map.of("nextStage", "LOST", "lossReason", "PRICE", "lossNote",
				this.mark, "lesson", "Preguntar antes a " + company + "."));
		CaseNumber again = refused("REFUSED");
		this.people.start("prospect", SELLER, prospect("party", this.pursuits.get(again).partyName()));
		CaseNumber customers = refused("REFUSED");
		this.jdbc.sql("UPDATE pursuit SET customer_id = 999999999 WHERE number = ?").param(customers.value()).update();

		afterMonths(CaseDriver.now(), 24, 1);

		assertThat(left(lost)).isEmpty();
		assertThat(left(prospect)).isEmpty();
		assertThat(left(again)).isNotEmpty();
		assertThat(left(customers)).isNotEmpty();
	}

	@Test
	@DisplayName("A person is told all that was said with them, and nothing of it is left once they are erased; they stay uncalled")
	void erased() {
		CaseNumber refused = refused("REFUSED", "leaveAlone", true);
		CaseNumber open = marked();

		Map<String, List<String>> told = this.erasure.export(this.address, Set.of());
		assertThat(told).containsKeys("pursuit", "pursuit_profile", "pursuit_call", "pursuit_loss", "stage_passed",
				"timeline_entry");
		assertThat(told.get("pursuit_call")).singleElement().asString().contains("\"note\": \"Dijo " + this.mark);

		Erasure.Report report = this.erasure.erase(this.address, Set.of(), "operadora");

		assertThat(report.gone()).containsEntry("Prospectos y oportunidades en los que era la persona de contacto", 2);
		assertThat(this.erasure.export(this.address, Set.of())).isEmpty();
		assertThat(left(refused)).containsExactly("pursuit");
		assertThat(this.jdbc.sql("SELECT (t.*)::text FROM pursuit_profile t WHERE number = ?")
			.param(open.value())
			.query(String.class)
			.single()).contains("Crece deprisa").doesNotContain("Rosa", "Jefa de taller", this.address);
		assertThatThrownBy(() -> this.work.call(registered("contactEmail", this.address), SELLING, "ATTEMPT", "PHONE",
				1, null, null))
			.hasMessageContaining("pidió que no se le llame más");
	}

	@Test
	@DisplayName("No table of a pursuit has a text of whom is pursued that the list does not know")
	void nothingForgotten() {
		Set<String> known = PursuitTextRepository.ALL.stream()
			.flatMap((one) -> one.columns().stream().map((column) -> one.table() + "." + column))
			.collect(Collectors.toCollection(TreeSet::new));
		known.addAll(NO_WORDS);
		known.addAll(REGISTER);

		assertThat(columns()).contains("pursuit.subject", "pursuit_call.note", "prospect.name");
		assertThat(columns()).filteredOn((column) -> !OWN_END.contains(column.substring(0, column.indexOf('.'))))
			.as("Name the column in PursuitTextRepository, or here why it holds no words of whom is pursued")
			.isSubsetOf(known);
		assertThat(known).as("columns that are there").isSubsetOf(columns());
	}

	private CaseNumber marked() {
		return registered("party", this.mark + " " + UUID.randomUUID().toString().substring(0, 4), "contactName",
				"Rosa " + this.mark, "contactEmail", this.address, "contactPhone",
				"+34 " + (600_000_000 + Math.floorMod(this.mark.hashCode(), 99_999_999)));
	}

	/** They said no after a talk; all that was written says the mark. */
	private CaseNumber refused(String stage, Object... more) {
		CaseNumber number = this.people.start("prospect", SELLER,
				prospect("party",
						more.length == 0 ? this.mark + " " + UUID.randomUUID().toString().substring(0, 4) : this.mark,
						"contactName", "Rosa " + this.mark, "contactEmail", this.address));
		this.people.complete(number, SELLER, NEW, talk("CONTACTED", "callNote", "Dijo " + this.mark));
		String company = this.pursuits.get(number).partyName();
		this.people.complete(number, SELLER, CONTACTED,
				Forms.with(refusal("lossNote", this.mark, "lesson", "Llamar antes a " + company + "."), more));
		assertThat(standing(number).stage()).isEqualTo(stage);
		return number;
	}

	private void afterMonths(Instant ended, int months, int days) {
		CaseDriver.travelTo(ended.atZone(ZoneId.of("Europe/Madrid")).plusMonths(months).plusDays(days).toInstant());
		this.retention.sweep();
	}

	/** The tables in which their words still stand, by whole rows. */
	private List<String> left(CaseNumber number) {
		return this.texts.rows(List.of(number))
			.entrySet()
			.stream()
			.filter((table) -> table.getValue().stream().anyMatch((row) -> row.contains(this.mark)))
			.map(Map.Entry::getKey)
			.toList();
	}

	private String prospectName(CaseNumber number) {
		Pursuit pursuit = this.pursuits.get(number);
		return this.jdbc.sql("SELECT name FROM prospect WHERE id = ?")
			.param(pursuit.partyId())
			.query(String.class)
			.single();
	}

	/**
	 * The columns that hold something of whom is pursued, in tables called after
	 * prospects and pursuits and in all that belong to a row of such a table; not what
	 * the database computes.
	 */
	private List<String> columns() {
		return this.jdbc
			.sql("""
					WITH RECURSIVE ours AS (
					  SELECT c.oid FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace
					    AND c.relkind IN ('r', 'p') AND (c.relname ~ '^(pursuit|prospect|left_alone|opportunity|commitment)')
					  UNION
					  SELECT k.conrelid FROM pg_constraint k JOIN ours ON k.confrelid = ours.oid WHERE k.contype = 'f'
					)
					SELECT c.relname || '.' || a.attname
					FROM ours JOIN pg_class c ON c.oid = ours.oid
					  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
					WHERE col_description(c.oid, a.attnum) ~ 'Of [^.]*(customer|prospect)'
					ORDER BY 1
					""")
			.query(String.class)
			.list();
	}

}
