package dev.escala.complaint.retention;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.ComplaintDoor;
import dev.escala.complaint.ComplaintOutcome;
import dev.escala.complaint.Statement;
import dev.escala.complaint.answer.PointRuling;
import dev.escala.complaint.course.PresentComplaint;
import dev.escala.complaint.course.ReopenComplaint;
import dev.escala.complaint.decision.PointStory;
import dev.escala.complaint.remedy.Fault;
import dev.escala.complaint.term.ComplaintTerms;
import dev.escala.customer.Customer;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.erasure.Erasure;
import dev.escala.erasure.Texts;
import dev.escala.inbound.sent.SentFile;
import dev.escala.inbound.sent.SentFiles;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.routing.Decisions;
import dev.escala.routing.RecordedDecision;
import dev.escala.support.CaseDriver;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("The texts and files of a complaint have an end; what figures need of it stays")
class ComplaintRetentionTests extends PointStory {

	/** What nobody writes by chance. */
	private static final String MARK = "zarzamora quieta";

	/** Of the customer, but a code, a digest or kept for a reason of its own. */
	private static final Set<String> NO_WORDS = Set.of("complaint.channel", "complaint.language", "complaint.country",
			"complaint.region", "agreed_level.tier", "decision_record.inputs", "first_notice.state",
			"observation.ended_by", "outbox_message.locale", "promise.priority", "promise_proposal.answer",
			"rca.customer_language");

	/**
	 * Lessons and differences of a replay have ends of their own; quotes and their
	 * commitments end with their opportunity.
	 */
	private static final Set<String> OWN_END = Set.of("lesson", "replay_difference", "quote", "commitment");

	@Autowired
	private PresentComplaint presenting;

	@Autowired
	private ReopenComplaint reopening;

	@Autowired
	private ComplaintTerms terms;

	@Autowired
	private SentFiles files;

	@Autowired
	private ComplaintRetention retention;

	@Autowired
	private Erasure erasure;

	@Autowired
	private Decisions tables;

	@Autowired
	private PlatformTransactionManager transactions;

	@Test
	@DisplayName("Five years after its end, once: no text, no file, no key, no complainant; dates, terms and outcome stay")
	void overAfterFiveYears() {
		CaseNumber number = complained("Berta Vidal Oromí", "berta.vidal@retention.example");
		CaseNumber open = complained("Carlos Pino Sala", "carlos.pino@retention.example");
		fill(number);
		print(number);
		end(number);
		Instant ended = CaseDriver.now();
		mark(number);
		mark(open);
		assertThat(marked()).contains("complaint", "complaint_cure", "complaint_point", "complaint_decision",
				"complaint_demand", "complaint_remedy", "complaint_abuse", "timeline_entry", "case_note",
				"letter_version", "outbox_message", "inbound_attachment");

		CaseDriver.travelTo(ended.atZone(ZoneId.of("Europe/Madrid")).plusMonths(60).minusDays(1).toInstant());
		this.retention.sweep();
		assertThat(count("complaint WHERE emptied_at IS NOT NULL AND number", number)).isZero();

		CaseDriver.travelTo(ended.atZone(ZoneId.of("Europe/Madrid")).plusMonths(60).plusDays(1).toInstant());
		this.retention.sweep();
		this.retention.sweep();

		assertThat(markedOf(number)).isEmpty();
		assertThat(markedOf(open)).as("an open complaint is kept").contains("complaint");
		assertThat(count("complaint_receipt WHERE case_number", number)).isZero();
		assertThat(count("complaint_answer_sheet WHERE case_number", number)).isZero();
		assertThat(count("complaint_key WHERE case_number", number)).isZero();
		assertThat(count("inbound_attachment WHERE content IS NOT NULL AND case_number", number)).isZero();
		Complaint left = this.complaints.get(number);
		assertThat(left.outcome()).isEqualTo(ComplaintOutcome.PUT_RIGHT);
		assertThat(left.answeredAt()).isNotNull();
		assertThat(left.statement().region()).isEqualTo("md");
		assertThat(this.terms.list(number)).isNotEmpty().allSatisfy((term) -> assertThat(term.metAt()).isNotNull());
		assertThat(this.points.list(number)).allSatisfy((point) -> assertThat(point.ruling()).isNotNull());
		assertThat(happened(number)).filteredOn((text) -> text.contains("Se suprimieron"))
			.singleElement()
			.asString()
			.contains("60 meses", "Compromiso propio");
		assertThat(this.tables.recorded(number)).extracting(RecordedDecision::decision).contains("complaintRetention");
		assertThat(this.jdbc.sql("SELECT name FROM customer WHERE id = ?")
			.param(left.customerId().value())
			.query(String.class)
			.single()).isEqualTo(ComplaintRetention.GONE);
		assertThatThrownBy(() -> this.reopening.reopen(number, AGENT, "Otra vez."))
			.hasMessageContaining("cuyos textos se conservan");
	}

	@Test
	@DisplayName("A person is told every text of their complaints before, and nothing of them is left once they are erased")
	void erased() {
		String address = "dora.requena@retention.example";
		CaseNumber number = complained("Dora Requena Gil", address);
		fill(number);
		end(number);
		mark(number);

		Map<String, List<String>> told = this.erasure.export(address, Set.of());
		for (Column column : columns()) {
			if (!NO_WORDS.contains(column.name()) && !column.bytes() && column.table().startsWith("complaint")) {
				assertThat(told.getOrDefault(column.table(), List.of())).as("exported " + column.name())
					.anySatisfy((row) -> assertThat(row)
						.containsPattern("\"" + column.column() + "\": (\\[?)\"(" + MARK + "|" + address + ")"));
			}
		}
		Erasure.Report report = this.erasure.erase(address, Set.of(), "operadora");

		assertThat(report.gone()).containsEntry("Reclamaciones terminadas de la persona", 1);
		assertThat(markedOf(number)).isEmpty();
		assertThat(this.erasure.export(address, Set.of())).isEmpty();
		assertThat(this.jdbc.sql("SELECT name FROM customer WHERE id = ?")
			.param(this.complaints.get(number).customerId().value())
			.query(String.class)
			.single()).contains("persona suprimida");
	}

	@Test
	@DisplayName("A printed answer is sealed: with the person whom it names it goes, unless it is still to be posted")
	void erasedFromPaper() {
		this.customers.create(new SaveCustomer("PAPELES", "Imprenta Olmo", Tier.STANDARD, "es",
				List.of(new Customer.Contact("Elsa Olmo Ruiz", "elsa.olmo@retention.example", null, true)), List.of()));
		CaseNumber ended = presented("customer", "PAPELES");
		CaseNumber open = presented("customer", "PAPELES");
		print(ended);
		print(open);
		this.jdbc.sql("UPDATE complaint SET phase = 'ENDED', outcome = 'REFUSED', ended_at = now() WHERE number = ?")
			.param(ended.value())
			.update();

		this.erasure.erase("elsa.olmo@retention.example", Set.of(), "operadora");

		assertThat(count("complaint_answer_sheet WHERE case_number", ended)).isZero();
		assertThat(count("complaint_answer_sheet WHERE case_number", open)).isOne();
	}

	@Test
	@DisplayName("No table of a complaint has a text of the customer that neither hand knows")
	void nothingForgotten() {
		Set<String> known = ComplaintTextRepository.ALL.stream()
			.flatMap((one) -> one.columns().stream().map((column) -> one.table() + "." + column))
			.collect(Collectors.toCollection(TreeSet::new));
		known.addAll(NO_WORDS);
		known.addAll(Set.of("inbound_attachment.content", "inbound_mail.source"));

		assertThat(columns()).extracting(Column::name).contains("complaint.description", "letter_version.text");
		assertThat(columns()).filteredOn((column) -> !OWN_END.contains(column.table()))
			.filteredOn((column) -> !ComplaintTextRepository.SEALED.contains(column.table()))
			.extracting(Column::name)
			.as("Name the column in ComplaintTextRepository, or here why it holds no words of the customer")
			.isSubsetOf(known);
	}

	private CaseNumber complained(String name, String address) {
		CaseNumber number = this.presenting
			.present(
					new Statement.Input(name, address, "600 111 222", null, "Me cobraron dos veces.", "El dinero.",
							"md", "OTHER", true, null, null, null, "MAIL", "es", null, null, null, null, null),
					ComplaintDoor.WEB, UserId.CUSTOMER)
			.complaint()
			.number();
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> this.files.keep(number, address,
				List.of(new SentFile("foto.png", new byte[] { (byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10 }))));
		return number;
	}

	/** Rows in every table that a complaint has. */
	private void fill(CaseNumber number) {
		this.jdbc.sql("""
				INSERT INTO complaint_cure (complaint_number, missing, until, requested_by, requested_at, completion,
				  completed_at) VALUES (?, 'La factura', current_date, 'agente', now(), 'Aquí', now())
				""").param(number.value()).update();
		this.jdbc
			.sql("""
					INSERT INTO complaint_demand (matter_number, worth_keeping, effect, small_cost, overrules, yields, reason,
					  told, decided_by, decided_at) VALUES (?, true, 'Se va', true, true, true, 'Vale', 'Dicho', 'agente', now())
					""")
			.param(number.value())
			.update();
		this.jdbc.sql("""
				INSERT INTO complaint_remedy (matter_number, kind, basis, amount, currency, what, reason, granted_by,
				  granted_at) VALUES (?, 'VOUCHER', 'DISCRETION', 5, 'EUR', 'Un vale', 'Porque sí', 'agente', now())
				""").param(number.value()).update();
		this.jdbc.sql("""
				INSERT INTO complaint_abuse (matter_number, kind, what, person_id, group_id, reported_by, reported_at)
				VALUES (?, 'INSULTS', 'Gritó', 'agente', 'supervisors', 'agente', now())
				""").param(number.value()).update();
		this.jdbc.sql("""
				INSERT INTO complaint_dispute (complaint_number, body, opened_on, recorded_by, recorded_at, outcome,
				  ended_by, ended_at) VALUES (?, 'Junta', current_date, 'agente', now(), 'Acuerdo', 'agente', now())
				""").param(number.value()).update();
		this.jdbc.sql("""
				INSERT INTO complaint_hold (complaint_number, kind, until, norm, because, placed_at, released_at,
				  released_by, release, note)
				VALUES (?, 'SUSPENSION', 'DECISION', 'Ley', 'Así', now(), now(), 'agente', 'SAFETY', 'Gas')
				""").param(number.value()).update();
		this.jdbc
			.sql("""
					INSERT INTO attention_request (kind, matter_number, call_id, asked_at, phone, note, outcome, recorded_by,
					  recorded_at)
					VALUES ('HUMAN', ?, ?, now(), '600 111 222', 'Con alguien', 'Se le llamó', 'agente', now())
					""")
			.params(number.value(), "call-of-" + number)
			.update();
		this.jdbc.sql("""
				INSERT INTO case_note (case_number, kind, text, author, written_at)
				VALUES (?, 'NOTE', 'Llamó dos veces', 'agente', now())
				""").param(number.value()).update();
		this.jdbc.sql("""
				INSERT INTO outbox_message (case_number, step, channel, recipient, recipient_name, locale, template,
				  subject, text_body, html_body, status, created_at, due_at, error)
				VALUES (?, 'said', 'EMAIL', 'a@retention.example', 'Alguien', 'es', 'customer-update', 'Sobre su queja',
				  'Hola', '<p>Hola</p>', 'SENT', now(), now(), 'Buzón lleno')
				""").param(number.value()).update();
		this.jdbc
			.sql("UPDATE complaint SET finding = 'Se lanzó dos veces', recording = 'grabacion-1', "
					+ "postal_address = 'Calle del Pez 12' WHERE number = ?")
			.param(number.value())
			.update();
	}

	/** An answer that was printed. */
	private void print(CaseNumber number) {
		this.jdbc.sql("""
				INSERT INTO complaint_answer_sheet (case_number, letter_id, language, pdf, digest, made_at)
				VALUES (?, 1, 'es', 'pdf', sha256('pdf'), now())
				""").param(number.value()).update();
	}

	/** Answered and over, as if nobody had said more. */
	private void end(CaseNumber number) {
		this.progress.accepted(number);
		this.progress.found(number, AGENT, Fault.OURS, "El cobro se lanzó dos veces.");
		rule(number, point(number, "Que me devuelvan el cobro"), PointRuling.GRANTED,
				"El segundo cobro de Vidal vuelve a la cuenta el jueves " + number + ".");
		written(number, ComplaintOutcome.PUT_RIGHT);
		this.answers.answered(number, AGENT, "correo del lunes");
		this.jdbc
			.sql("UPDATE complaint SET phase = 'ENDED', outcome = 'PUT_RIGHT', heard = true, solved = true,"
					+ " judgement = 'Gracias', ended_at = ? WHERE number = ?")
			.params(Timestamp.from(CaseDriver.now()), number.value())
			.update();
		this.jdbc.sql("""
				UPDATE complaint_decision SET action = 'Nada', recording = 'Pídala', recourse = 'Ninguno',
				  benefits = '{Dinero}' WHERE matter_number = ?
				""").param(number.value()).update();
	}

	/** Every text of the customer says the same words. */
	private void mark(CaseNumber number) {
		for (Texts one : ComplaintTextRepository.ALL) {
			for (String column : one.columns()) {
				String value = column.equals("benefits") ? "ARRAY['" + MARK + "']"
						: List.of("recipient", "customer_key", "call_id").contains(column) ? "'" + MARK + "' || id"
								: "'" + MARK + "'";
				this.jdbc
					.sql("UPDATE " + one.table() + " SET " + column + " = " + value + " WHERE (" + one.whose()
							+ ") AND " + column + " IS NOT NULL")
					.param("numbers", new String[] { number.value() })
					.update();
			}
		}
		this.jdbc
			.sql("UPDATE complaint SET wish = ?, recording = ?, judgement = ?, postal_address = ? WHERE number = ?")
			.params(MARK, MARK, MARK, MARK, number.value())
			.update();
	}

	private long count(String where, CaseNumber number) {
		return this.jdbc.sql("SELECT count(*) FROM " + where + " = ?").param(number.value()).query(Long.class).single();
	}

	private List<String> marked() {
		return this.jdbc
			.sql("SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'")
			.query(String.class)
			.list()
			.stream()
			.filter((table) -> this.jdbc
				.sql("SELECT count(*) FROM " + table + " t WHERE strpos(lower(t::text), '" + MARK + "') > 0")
				.query(Long.class)
				.single() > 0)
			.sorted()
			.toList();
	}

	private List<String> markedOf(CaseNumber number) {
		List<String> found = new ArrayList<>();
		for (Texts one : ComplaintTextRepository.ALL) {
			if (this.jdbc
				.sql("SELECT count(*) FROM " + one.table() + " t WHERE (" + one.whose()
						+ ") AND strpos(lower(t::text), '" + MARK.toLowerCase(Locale.ROOT) + "') > 0")
				.param("numbers", new String[] { number.value() })
				.query(Long.class)
				.single() > 0) {
				found.add(one.table());
			}
		}
		return found;
	}

	/**
	 * The columns that hold something of a customer, in tables that belong to a complaint
	 * or to a row of such a table; not those of escalations only, nor what the database
	 * computes.
	 */
	private List<Column> columns() {
		return this.jdbc
			.sql("""
					WITH RECURSIVE ours AS (
					  SELECT DISTINCT a.attrelid AS oid FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
					  WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relname NOT LIKE 'act\\_%'
					    AND (a.attname IN ('case_number', 'matter_number', 'complaint_number') OR c.relname = 'complaint')
					    AND c.relname <> 'escalation' AND NOT EXISTS (SELECT FROM pg_constraint k
					      WHERE k.conrelid = c.oid AND k.contype = 'f' AND k.confrelid = 'escalation'::regclass)
					  UNION
					  SELECT k.conrelid FROM pg_constraint k JOIN ours ON k.confrelid = ours.oid
					  WHERE k.contype = 'f' AND k.conrelid NOT IN ('commitment'::regclass, 'ruling'::regclass)
					)
					SELECT c.relname AS tab, a.attname AS col, a.atttypid = 'bytea'::regtype AS bytes
					FROM ours JOIN pg_class c ON c.oid = ours.oid
					  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
					WHERE col_description(c.oid, a.attnum) ~ 'Of [^.]*customer'
					ORDER BY 1, 2
					""")
			.query((row, n) -> new Column(row.getString(1), row.getString(2), row.getBoolean(3)))
			.list();
	}

	private record Column(String table, String column, boolean bytes) {

		String name() {
			return this.table + "." + this.column;
		}

	}

}
