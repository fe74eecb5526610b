package dev.escala.inbound;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.escala.customer.Customer;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.database.Row;
import dev.escala.erasure.PersonCommand;
import dev.escala.erasure.Erasure;
import dev.escala.inbound.InboundMail.Status;
import dev.escala.notification.OutboxMessage;
import dev.escala.reference.CaseNumber;
import dev.escala.support.Forms;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("What is held about a person has an end, in our tables and the engine's")
class ErasedPersonTests extends InboundStory {

	private static final String NAME = "Aurora Villalobos Peñalver";

	private static final String PHONE = "+34 600 918 273";

	/** What a search in a dump would look for; in lower case. */
	private List<String> traces;

	private String aurora;

	@Autowired
	private Erasure erasure;

	@Autowired
	private PersonCommand command;

	@BeforeEach
	void givenAPersonOfTheCustomer() {
		this.aurora = "aurora.villalobos@" + this.code.toLowerCase(Locale.ROOT) + ".example";
		this.traces = List.of(this.aurora, "villalobos peñalver", "villalobos penalver", "villalobos   peñalver",
				"600 918 273", "600918273", "600-918-273");
		this.customers.replace(new SaveCustomer(this.code, "Empresa " + this.code, Tier.STANDARD, "es",
				List.of(new Customer.Contact(NAME, this.aurora, PHONE, true),
						new Customer.Contact("Ana", this.ana, null, false),
						new Customer.Contact("Otra Persona", "x" + this.aurora, "600 918 274", false)),
				List.of()));
	}

	@Test
	@DisplayName("A person erased: no text of any table of the database has them; the case and the others stay")
	void erased() {
		CaseNumber number = written();
		assertThat(traced()).contains("customer_contact", "inbound_mail", "outbox_message", "case_note",
				"timeline_entry", "act_hi_taskinst", "act_ru_variable", "act_ge_bytearray", "act_hi_comment",
				"act_ru_task");

		Erasure.Report rehearsed = this.erasure.rehearse(this.aurora, Set.of());
		assertThat(traced()).contains("customer_contact", "inbound_mail", "act_hi_comment");
		Erasure.Report report = this.erasure.erase(this.aurora.toUpperCase(Locale.ROOT), Set.of(), "operadora");

		assertThat(report.gone()).isEqualTo(rehearsed.gone())
			.containsEntry("Contactos de clientes", 1)
			.containsEntry("Correos de la persona o que la nombran", 3);
		assertThat(traced()).isEmpty();
		assertThat(this.jdbc.sql("SELECT operator || gone FROM erasure ORDER BY id DESC LIMIT 1")
			.query(String.class)
			.single()).startsWith("operadora").contains("Contactos de clientes: 1");
		assertThat(contacts(number)).contains("Soy [persona suprimida], mi teléfono es [persona suprimida].");
		assertThat(this.customers.findByEmail("x" + this.aurora)).hasSize(1);
		assertThat(this.jdbc.sql("SELECT phone FROM customer_contact WHERE email = ?")
			.param("x" + this.aurora)
			.query(String.class)
			.single()).isEqualTo("600 918 274");
		assertThat(this.outbox.messages(number)).noneMatch(
				(one) -> one.status() == OutboxMessage.Status.PENDING && one.recipient().startsWith("suprimido"));
		assertThat(this.engine.getTaskService().getVariable(task(number).getId(), "largo").toString())
			.contains("[persona suprimida]");
		this.people.complete(number, "tecnologia", "userTask_takeOver", Forms.takeOver());
		assertThat(statuses()).containsExactly(Status.CONTACT, Status.CONTACT, Status.DISCARDED);
	}

	@Test
	@DisplayName("The command rehearses, says what stays and why, exports into a new file and refuses what it cannot read")
	void command(@TempDir Path folder) throws Exception {
		written();
		Path file = folder.resolve("persona.json");

		assertThat(said(2, "erase")).startsWith("Uso:");
		assertThat(said(2, "erase", "Aurora")).contains("Indique la dirección de correo");
		assertThat(said(2, "erase", "tecnologia@escala.example")).contains("alguien del equipo");
		assertThat(said(0, "erase", this.aurora, "--rehearse")).startsWith("ENSAYO")
			.contains("Se iría:", "Contactos de clientes: 1", "Queda, y por qué:", "copias de");
		assertThat(said(0, "export", this.aurora, file.toString())).startsWith("Escrito en");
		assertThat(Files.readString(file)).contains("\"customer_contact\"", NAME, "\"case_note\"");
		assertThat(said(2, "export", this.aurora, file.toString())).contains("No se puede escribir");
		assertThat(said(0, "erase", this.aurora, "--also", "Aurorita")).startsWith("Borrado.").contains("Aurorita");
		assertThat(said(0, "erase", this.aurora)).contains("Nada: no consta");
		assertThat(traced()).isEmpty();
	}

	/** A case in which the person stands everywhere. */
	private CaseNumber written() {
		CaseNumber number = announcedTo();
		send("Aurora <" + this.aurora + ">", "Re: " + number, "Soy " + NAME + ", mi teléfono es " + PHONE + ".");
		send(this.ana, "Re: " + number,
				"Hable con AURORA  VILLALOBOS\nPENALVER (" + this.aurora + ", 600-918-273), por favor.");
		fetch();
		send("Aurora <" + this.aurora + ">", "Re: " + number, "Otra vez.");
		node().poll();
		Task task = task(number);
		this.engine.getTaskService().setVariable(task.getId(), "nota", "La llamó Aurora Villalobos Peñalver.");
		this.engine.getTaskService()
			.setVariable(task.getId(), "largo", Variables
				.serializedObjectValue("[\"" + "x".repeat(5000) + "\", \"" + NAME + "\", \"" + this.aurora + "\"]")
				.objectTypeName("java.util.ArrayList<java.lang.String>")
				.serializationDataFormat("application/json")
				.create());
		this.engine.getTaskService().createComment(task.getId(), task.getProcessInstanceId(), "Llamar a " + NAME + ".");
		Task now = task(number);
		now.setDescription("Para " + NAME);
		this.engine.getTaskService().saveTask(now);
		return number;
	}

	private CaseNumber announcedTo() {
		CaseNumber number = reported();
		this.jdbc.sql("UPDATE escalation SET description = ? WHERE number = ?")
			.params("Lo cuenta " + NAME + " (" + this.aurora + ").", number.value())
			.update();
		return number;
	}

	private Task task(CaseNumber number) {
		return this.people.task(number, "userTask_takeOver");
	}

	private String said(int code, String... args) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		assertThat(this.command.run(args, new PrintStream(out, true, StandardCharsets.UTF_8))).isEqualTo(code);
		return out.toString(StandardCharsets.UTF_8);
	}

	/** The tables in whose rows the person stands, as text or in bytes. */
	private List<String> traced() {
		List<String> found = new ArrayList<>();
		for (String table : this.jdbc
			.sql("SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'")
			.query(String.class)
			.list()) {
			List<String> bytes = this.jdbc
				.sql("SELECT attname FROM pg_attribute WHERE attrelid = ?::regclass AND atttypid = 'bytea'::regtype")
				.param(table)
				.query(String.class)
				.list();
			StringBuilder row = new StringBuilder("lower(t::text)");
			bytes.forEach((column) -> row.append(" || ' ' || coalesce(lower(encode(" + column + ", 'escape')), '')"));
			this.jdbc.sql("SELECT replace(" + row + ", '\\303\\261', 'ñ') AS content FROM " + table + " t")
				.query(Row.each((one) -> {
					String content = one.text("content").replace("x" + this.aurora, "");
					if (this.traces.stream().anyMatch(content::contains)) {
						found.add(table);
					}
				}));
		}
		return found.stream().distinct().sorted().toList();
	}

}
