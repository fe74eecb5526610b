package dev.escala.pursuit.taken;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import dev.escala.access.Role;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.StageKind;
import dev.escala.pursuit.loss.Losses;
import dev.escala.pursuit.loss.SaidLoss;
import dev.escala.pursuit.profile.Profile;
import dev.escala.pursuit.profile.Profiles;
import dev.escala.pursuit.taken.SaleImport.Counts;
import dev.escala.pursuit.taken.row.RowStep;
import dev.escala.reference.UserId;
import dev.escala.support.AtOnce;
import dev.escala.support.EscalaTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("An import keeps what is right, tells what is not, and doubles nothing")
class SaleImportTests extends SaleImportStory {

	private static final String LEADS = "Record ID,First Name,Last Name,Email,Phone Number,Company Name,VAT\n";

	private static final String DEALS = "Record ID;Deal Name;Company Name;Deal Stage;Amount;Closed Lost Reason;Lección;"
			+ "Competidor;Puntos débiles;Quién lo analiza;Email\n";

	@Autowired
	private SaleImportRepository repository;

	@Autowired
	private UploadRepository uploads;

	@Autowired
	private RowStep steps;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private Losses losses;

	@Autowired
	private Profiles profiles;

	@Autowired
	private Customers customers;

	@Test
	@DisplayName("Forty of a hundred rows are bad: each is told with line and reason, the others are there, twice changes nothing")
	void badRows() {
		String company = company();
		StringBuilder text = new StringBuilder(DEALS);
		IntStream.range(0, 60)
			.forEach((i) -> text.append(id())
				.append(";Fibra ")
				.append(i)
				.append(';')
				.append(company)
				.append(";Appointment Scheduled;1200,50;;;;;;\n"));
		IntStream.range(0, 10)
			.forEach((i) -> text.append(id())
				.append(";Mal ")
				.append(i)
				.append(';')
				.append(company)
				.append(";Appointment Scheduled;doce;;;;;;\n"));
		IntStream.range(0, 10).forEach((i) -> text.append(id()).append(";;;Appointment Scheduled;1200,50;;;;;;\n"));
		IntStream.range(0, 10)
			.forEach((i) -> text.append(id())
				.append(";Perdida ")
				.append(i)
				.append(';')
				.append(company)
				.append(";Closed Lost;1200,50;Precio;;;;;\n"));
		IntStream.range(0, 10)
			.forEach((i) -> text.append(id())
				.append(";Correo ")
				.append(i)
				.append(';')
				.append(company)
				.append(";Appointment Scheduled;1200,50;;;;;;ana@\n"));

		SaleImport sent = sent(text.toString());
		assertThat(sent.preview().expected()).isEqualTo(new ImportPreview.Expected(60, 0, 0, 0, 40, 0));
		SaleImport done = confirmed(sent);

		assertThat(done.counts()).isEqualTo(new Counts(60, 0, 0, 0, 40));
		assertThat(told(done)).hasSize(40)
			.contains("62 REFUSED: El importe «doce» no se entiende: escriba solo el número.",
					"72 REFUSED: Columna «Empresa»: No dice de quién es: rellene la empresa o la persona.",
					"92 REFUSED: Columna «Correo»: No es una dirección de correo válida, como nombre@empresa.es.")
			.anySatisfy((line) -> assertThat(line).startsWith("82 REFUSED: Para «Cerrado perdido»")
				.contains("Columna «Lección»: Falta qué se aprende de este no."));
		assertThat(imported(text.toString()).counts()).isEqualTo(new Counts(0, 0, 60, 0, 40));
		assertThat(pursuitsOf(company)).allMatch((one) -> one.subject().startsWith("Fibra"));
	}

	@Test
	@DisplayName("A loss comes with its reason and lesson, one to a competitor with what was weak and who analyses it (002-16 to 002-18)")
	void losses() {
		String company = company();
		String whole = DEALS + id() + ";Suya;" + company + ";Closed Lost;900;Too expensive;Ofertar antes;Rápidos;"
				+ "Tres semanas de espera;" + SELLER + ";\n" + id() + ";De nadie;" + company
				+ ";Closed Lost;900;Nos conocían poco;Llamar antes;;;;\n" + id() + ";Sin motivo;" + company
				+ ";Closed Lost;900;;Algo;;;;\n" + id() + ";Sin analista;" + company
				+ ";Closed Lost;900;Precio;Algo;Rápidos;La espera;nadie;\n";

		SaleImport done = imported(whole);

		assertThat(done.counts()).isEqualTo(new Counts(2, 0, 0, 0, 2));
		SaidLoss rival = this.losses.find(deal(company, "Suya").number()).orElseThrow().said();
		assertThat(rival.reason()).isEqualTo("PRICE");
		assertThat(rival.rival())
			.isEqualTo(new SaidLoss.Rival("Rápidos", "Tres semanas de espera", new UserId(SELLER)));
		SaidLoss nobody = this.losses.find(deal(company, "De nadie").number()).orElseThrow().said();
		assertThat(nobody).isEqualTo(new SaidLoss("OTHER", "Nos conocían poco", "Llamar antes", null));
		assertThat(told(done)).anySatisfy((line) -> assertThat(line).contains("Motivo de la pérdida"))
			.anySatisfy((line) -> assertThat(line).contains("Columna «Quién lo analiza»: No hay ninguna persona"));
	}

	@Test
	@DisplayName("Whoever prefers so finds the ended ones open, each with its task and why")
	void leftOpen() {
		String company = company();
		SaleImport sent = sent(
				DEALS + id() + ";Perdida;" + company + ";Closed Lost;900;Precio;;;;;\n" + id() + ";Ganada;" + company
						+ ";Closed Won;;;;;;;\n" + id() + ";Ofertada;" + company + ";Contract Sent;900;;;;;;\n");
		this.imports.choose(sent.id(), new Choices.Said(null, null, null, "mxn", "EVENT", "BEGIN"));

		SaleImport done = confirmed(sent);

		assertThat(done.counts()).isEqualTo(new Counts(3, 0, 0, 0, 0));
		assertThat(told(done)).hasSize(2).allMatch((line) -> line.contains("PARTLY: Queda en «"));
		Pursuit lost = deal(company, "Perdida");
		assertThat(lost.isOpen()).isTrue();
		assertThat(lost.capture().name()).isEqualTo("EVENT");
		assertThat(lost.deal().currency()).isEqualTo("MXN");
		assertThat(this.people.tasks(lost.number())).containsExactly(REQUESTED);
		assertThat(deal(company, "Ganada").standing().name()).isEqualTo("En propuesta");
		assertThat(deal(company, "Ofertada").deal().quote()).isEqualTo("HubSpot: Ofertada");
		assertThat(happened(deal(company, "Ofertada").number()))
			.anySatisfy((entry) -> assertThat(entry).contains("Pasa a «En propuesta»"));
	}

	@Test
	@DisplayName("What changed there changes here, unless somebody wrote it here since: that stays and is told")
	void again() {
		String id = id();
		String company = company();
		imported(LEADS + id + ",Ana,Gil,ana@" + domain(company) + ",600 1,\"" + company + ", S.L.\",\n");
		Pursuit pursuit = pursuitsOf(company + ", S.L.").get(0);
		this.profiles.add(pursuit.number(), new UserId(SELLER),
				new Profile(null, null, null, "700 7", null, null, null, null, null));

		SaleImport done = imported(
				LEADS + id + ",Rosa,Gil,ana@" + domain(company) + ",600 2,\"" + company + ", S.L.\",\n");

		assertThat(done.counts()).isEqualTo(new Counts(0, 1, 0, 0, 0));
		Profile profile = this.profiles.get(pursuit.number());
		assertThat(profile.contactName()).isEqualTo("Rosa Gil");
		assertThat(profile.contactPhone()).as("somebody wrote it here").isEqualTo("700 7");
		assertThat(told(done)).containsExactly("2 PARTLY: Ha cambiado en HubSpot y también aquí: Teléfono. Se queda lo "
				+ "de aquí; si vale lo otro, cámbielo en la ficha.");
		assertThat(imported(LEADS + id + ",Rosa,Gil,ana@" + domain(company) + ",600 2,\"" + company + ", S.L.\",\n")
			.counts()).as("told once").isEqualTo(new Counts(0, 0, 1, 0, 0));
	}

	@Test
	@DisplayName("A stage that moved there moves here, unless somebody moved it here or it owes more than the row says")
	void movedAgain() {
		String company = company();
		String first = id();
		String second = id();
		String third = id();
		String rest = ";" + company + ";%s;900;%s;%s;;;;\n";
		String before = DEALS + first + ";Una" + rest.formatted("Qualified To Buy", "", "") + second + ";Dos"
				+ rest.formatted("Qualified To Buy", "", "") + third + ";Tres"
				+ rest.formatted("Qualified To Buy", "", "");
		imported(before);
		this.people.complete(deal(company, "Dos").number(), SELLER, REQUESTED,
				java.util.Map.of("nextStage", "ANALYSIS"));

		SaleImport done = imported(DEALS + first + ";Una" + rest.formatted("Closed Won", "", "") + second + ";Dos"
				+ rest.formatted("Closed Won", "", "") + third + ";Tres" + rest.formatted("Closed Lost", "Precio", ""));

		assertThat(deal(company, "Una").standing().kind()).isEqualTo(StageKind.WON);
		assertThat(this.people.left(deal(company, "Una").number())).as("delivered where it was sold (002-15)")
			.isEmpty();
		assertThat(deal(company, "Dos").standing().name()).isEqualTo("Análisis");
		assertThat(deal(company, "Tres").isOpen()).isTrue();
		assertThat(told(done)).hasSize(3)
			.anySatisfy((line) -> assertThat(line).contains("Se ganó en HubSpot", "no empieza ninguna entrega"))
			.anySatisfy((line) -> assertThat(line).contains("alguien lo ha llevado a «Análisis»"))
			.anySatisfy((line) -> assertThat(line).contains("Columna «Lección»"));
	}

	@Test
	@DisplayName("Somebody whom we know is not pursued twice: by name, tax id and mail domain, also lost ones and customers")
	void doubles() {
		String lost = company();
		this.people.complete(registered("party", lost), SELLER, NEW, refusal());
		String open = company();
		registered("party", open);
		String customer = company();
		Customer known = this.customers.create(new SaveCustomer("I" + id(), customer, Tier.STANDARD, "es",
				List.of(new Customer.Contact("Eva", "eva@" + domain(customer), null, true)), List.of()));
		String taxed = company();
		String tax = "B" + id().substring(0, 8);
		imported(LEADS + id() + ",Ana,Gil,,,\"" + taxed + "\",ES-" + tax + "\n");

		SaleImport sent = sent(LEADS + id() + ",Luis,Ros,luis@gmail.com,,\"" + lost.toUpperCase(Locale.ROOT)
				+ " S. A.\",\n" + id() + ",Luis,Ros,luis@gmail.com,,\"" + open + ", S.L.\",\n" + id()
				+ ",Luis,Ros,luis@" + domain(customer) + ",,Otro nombre " + customer + ",\n" + id()
				+ ",Luis,Ros,,,Cambió de nombre " + taxed + "," + tax + "\n" + id() + ",Luis,Ros,luis@gmail.com,,"
				+ company() + ",\n");
		assertThat(sent.preview().expected()).isEqualTo(new ImportPreview.Expected(1, 0, 0, 4, 0, 0));
		SaleImport done = confirmed(sent);

		assertThat(done.counts()).isEqualTo(new Counts(1, 0, 0, 4, 0));
		assertThat(told(done)).hasSize(4)
			.anySatisfy((line) -> assertThat(line).startsWith("2 DOUBLED").contains("ya terminó («No interesado»)"))
			.anySatisfy((line) -> assertThat(line).startsWith("3 DOUBLED").contains("ya se le sigue"))
			.anySatisfy((line) -> assertThat(line).startsWith("4 DOUBLED")
				.contains("Ya es cliente " + customer + " (" + known.code() + ", el mismo dominio de correo"))
			.anySatisfy((line) -> assertThat(line).startsWith("5 DOUBLED").contains("el mismo NIF"));
		assertThat(happened(pursuitsOf(open).get(0).number()))
			.anySatisfy((entry) -> assertThat(entry).isEqualTo("También está en HubSpot: Luis Ros, luis@gmail.com."));
	}

	@Test
	@DisplayName("Two rows of a file that mean the same are one; deals join the customer whom we know")
	void withinTheFile() {
		String customer = company();
		this.customers.create(new SaveCustomer("I" + id(), customer, Tier.STANDARD, "es", List.of(), List.of()));
		String text = DEALS + id() + ";Fibra;" + customer + ";Qualified To Buy;900;;;;;;\n" + id() + ";FIBRA;"
				+ customer + " S.L.;Qualified To Buy;900;;;;;;\n";

		SaleImport sent = sent(text);
		assertThat(sent.preview().expected()).isEqualTo(new ImportPreview.Expected(1, 1, 0, 1, 0, 0));
		assertThat(confirmed(sent).counts()).isEqualTo(new Counts(1, 0, 0, 1, 0));
	}

	@Test
	@DisplayName("Two nodes, a second click and a node that dies between two rows take each row once")
	void once() throws Exception {
		String company = company();
		StringBuilder text = new StringBuilder(DEALS);
		IntStream.range(0, 12)
			.forEach((i) -> text.append(id())
				.append(";Fibra ")
				.append(i)
				.append(';')
				.append(company)
				.append(";Qualified To Buy;900;;;;;;\n"));
		SaleImport sent = sent(text.toString());
		this.imports.confirm(sent.id());
		assertThat(this.imports.confirm(sent.id()).status()).isEqualTo(SaleImport.Status.RUNNING);
		SaleImport stale = this.imports.get(sent.id());
		SaleImportWorker dying = new SaleImportWorker(this.repository, this.uploads, this.steps, this.transactions);
		CompletableFuture<Void> node = CompletableFuture.runAsync(() -> dying.work(stale));
		while (this.imports.get(sent.id()).counts().total() < 3) {
			Thread.onSpinWait();
		}
		dying.stop();
		node.get(30, TimeUnit.SECONDS);
		assertThat(this.imports.get(sent.id()).counts().total()).isBetween(3L, 11L);

		Callable<Void> whole = () -> {
			this.worker.work(stale);
			return null;
		};
		AtOnce.call(whole, whole);

		SaleImport done = this.imports.get(sent.id());
		assertThat(done.status()).isEqualTo(SaleImport.Status.DONE);
		assertThat(done.counts()).as(told(done).toString()).isEqualTo(new Counts(12, 0, 0, 0, 0));
		assertThat(pursuitsOf(company)).hasSize(12).extracting(Pursuit::subject).doesNotHaveDuplicates();
	}

	@Test
	@DisplayName("What the file does not tell is chosen before anything is taken; who answers for it there does here")
	void chosen() {
		String company = company();
		this.people.person("vendedor-b", Role.SALES);
		SaleImport sent = sent("Deal Name;Company Name;Deal Stage;Amount;Close Date;Deal owner\nFibra;" + company
				+ ";Qualified To Buy;1.200;03/04/2027;vendedor-b\nSedes;" + company
				+ ";Contract Sent;1.300;03/04/2027;vendedor-b\nRadio;" + company
				+ ";Qualified To Buy;1.300;03/04/2027;Nadie\n");
		assertThat(sent.preview().questions()).extracting(ImportPreview.Question::choice)
			.containsExactly("amounts", "dates");

		this.imports.choose(sent.id(), new Choices.Said("COMMA", "MONTH_FIRST", null, null, null, null));
		confirmed(sent);

		Pursuit deal = deal(company, "Fibra");
		assertThat(deal.deal().amount()).isEqualByComparingTo("1200");
		assertThat(happened(deal.number())).anySatisfy((entry) -> assertThat(entry).contains("2027-03-04"));
		for (String owned : List.of("Fibra", "Sedes")) {
			Pursuit one = deal(company, owned);
			assertThat(one.ownerId()).as(owned).isEqualTo(new UserId("vendedor-b"));
			assertThat(this.engine.getTaskService()
				.createTaskQuery()
				.processInstanceBusinessKey(one.number().value())
				.singleResult()
				.getAssignee()).as(owned).isEqualTo("vendedor-b");
		}
		assertThat(deal(company, "Radio").ownerId()).isNull();
	}

	@Test
	@DisplayName("Two deals of the same name that tell no company are two; the same one again is one")
	void withoutCompany() {
		String title = company();
		String text = "Record ID,Deal Name,Deal Stage,Amount\n" + id() + "," + title + ",Qualified To Buy,5\n" + id()
				+ "," + title + ",Qualified To Buy,7\n";

		SaleImport sent = sent(text);

		assertThat(sent.preview().expected()).isEqualTo(new ImportPreview.Expected(2, 0, 0, 0, 0, 0));
		assertThat(confirmed(sent).counts()).isEqualTo(new Counts(2, 0, 0, 0, 0));
		assertThat(imported(text).counts()).isEqualTo(new Counts(0, 0, 2, 0, 0));
	}

	private static String id() {
		return String.valueOf(Math.abs(UUID.randomUUID().getMostSignificantBits())).substring(0, 9);
	}

	private static String domain(String company) {
		return company.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT) + ".example";
	}

}
