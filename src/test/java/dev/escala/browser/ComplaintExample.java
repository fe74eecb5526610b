package dev.escala.browser;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;

import javax.imageio.ImageIO;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.escala.complaint.ComplaintOutcome;
import dev.escala.complaint.Complaints;
import dev.escala.inbound.MatterFiles;
import dev.escala.reference.CaseNumber;
import dev.escala.support.Browser;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.awaitility.Awaitility;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A complaint from the public page to its end: on a phone for the customer, in Tasklist
 * for those who work it.
 */
class ComplaintExample {

	private static final String GROUPS = "Tareas de mis grupos";

	private static final String MINE = "Mis tareas";

	private static final String HANDLER = "ejecutivo";

	private static final String NAME = "Elena Prados";

	private static final String ADDRESS = "elena.prados@correo.example";

	private static final String SAID = "Compré una lavadora el 12 de noviembre y llegó con la puerta rota.";

	private final Browser browser;

	private final DemoPeople people;

	private final DemoServer server;

	private Page customer;

	private CaseNumber number;

	private String key;

	ComplaintExample(Browser browser, DemoPeople people, DemoServer server) {
		this.browser = browser;
		this.people = people;
		this.server = server;
	}

	void holds() throws IOException {
		try (BrowserContext phone = this.browser.newPhone("es-ES")) {
			this.customer = phone.newPage();
			complains();
			readsTheReceipt();
			isAskedAndCompletes();
			refused();
			notSolved();
			putRight();
			becomesAnEscalation();
		}
	}

	private void complains() throws IOException {
		open("/reclamar?lang=en");
		clean(this.customer, "complaint-form-en");
		open("/reclamar?lang=es");
		clean(this.customer, "complaint-form-es");
		this.customer.getByLabel("Cuéntenos qué ha pasado").fill(SAID);
		this.customer.locator("#wish").fill("Que me cambien la lavadora.");
		this.customer.locator("#files").setInputFiles(new FilePayload("puerta.jpg", "image/jpeg", photo()));
		this.customer.getByLabel("Nombre y apellidos").fill(NAME);
		this.customer.locator("#email").fill(ADDRESS);
		press("Enviar la reclamación");
		this.number = new CaseNumber(this.customer.locator("#number").innerText());
		this.key = this.customer.locator("#key").innerText();
		clean(this.customer, "complaint-done-es");
		assertThat(this.server.bean(MatterFiles.class).files(this.number)).singleElement()
			.satisfies((file) -> assertThat(file.name()).isEqualTo("puerta.jpg"));
	}

	private void readsTheReceipt() throws IOException {
		DemoMailbox mailbox = mail("Su justificante");
		Download download = mailbox.page()
			.waitForDownload(() -> mailbox.page()
				.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("justificante-" + this.number + ".pdf"))
				.click());
		try (PDDocument document = Loader.loadPDF(Files.readAllBytes(download.path()))) {
			assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " ")).contains(SAID,
					this.number.value(), this.key, ADDRESS);
		}
		mailbox.close();
	}

	private void isAskedAndCompletes() {
		TasklistUser handler = this.people.as(HANDLER);
		handler.open(GROUPS, this.number, "Clasificar la reclamación");
		Browser.picture(handler.page(), "complaint-classify");
		handler.select("Por qué se queja", "El producto falló");
		handler.choose("Falta algo sin lo que no se puede estudiar");
		handler.fill("Qué falta, como lo leerá el cliente", "El número de serie de la lavadora.");
		handler.complete();
		mail("Nos falta algo de usted").close();

		open("/seguimiento?lang=en");
		clean(this.customer, "complaint-key-en");
		open("/seguimiento?lang=es");
		clean(this.customer, "complaint-key-es");
		this.customer.getByLabel("Su clave").fill(this.key);
		press("Ver cómo va");
		assertThat(this.customer.locator(".waiting")).containsText("El número de serie de la lavadora.");
		assertThat(this.customer.locator(".waiting")).containsText("Puede enviarlo hasta el");
		clean(this.customer, "complaint-tracked-es");
		String page = this.customer.url();
		this.customer.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("English")).click();
		assertThat(this.customer.locator(".waiting")).containsText("You can send it until");
		clean(this.customer, "complaint-tracked-en");
		this.customer.navigate(page);
		this.customer.getByLabel("Su mensaje").fill("Es el LV-88213, lo pone en la puerta.");
		press("Enviar mensaje");
		assertThat(this.customer.getByRole(AriaRole.STATUS)).containsText("Hemos recibido su mensaje");
		assertThat(this.customer.locator(".waiting")).hasCount(0);
		reply("Gracias: ya tenemos el número de serie y empezamos a mirarlo.");
		this.people.meanwhile(this.number, HANDLER, "userTask_checkCompletion", Map.of("completionResult", "COMPLETE"));
	}

	/** Refused, sent back by its reader, corrected, approved and sent. */
	private void refused() {
		this.people.meanwhile(this.number, HANDLER, "userTask_investigateComplaint",
				Map.of("finding", "El albarán no dice nada de la puerta.", "fault", "UNKNOWN"));
		TasklistUser handler = this.people.as(HANDLER);
		Page heard = handler.beside("/oido");
		clean(heard, "heard");
		heard.context().close();
		Page beside = handler.beside("/reclamaciones/" + this.number);
		clean(beside, "complaint-card");
		beside.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Decidir punto por punto")).click();
		Locator point = beside.locator(".point").first();
		point.getByLabel("No se le da").check();
		point.locator("textarea")
			.fill("El transportista entregó la lavadora LV-88213 el 14 de noviembre sin daños anotados.");
		point.getByLabel("Norma, cláusula o política").fill("Condiciones de entrega, punto 4");
		point.locator("button[type=submit]").first().click();
		assertThat(beside.locator("#count")).hasText("Todos los puntos están decididos.");
		clean(beside, "complaint-points");
		beside.context().close();
		this.people.meanwhile(this.number, HANDLER, "userTask_decideComplaint", Map.of("complaintDecision", "POINTS"));
		this.people.meanwhile(this.number, HANDLER, "userTask_answerComplaint", Map.of("benefits",
				"Un técnico mira la puerta en su casa.", "answerAction", "Llámenos al 900 000 000."));

		TasklistUser reader = this.people.as("supervisor");
		reader.open(GROUPS, this.number, "Leer el mensaje antes de enviarlo");
		assertThat(reader.page().locator(".escala-card")).containsText("LV-88213");
		reader.choose("No, devolverlo a quien lo escribió");
		reader.fill("Qué debe cambiar", "Ofrezca un día para la revisión.");
		reader.complete();
		handler.open(MINE, this.number, "Corregir el mensaje");
		Locator text = handler.page().getByLabel("Mensaje para el cliente").first();
		handler.fill("Mensaje para el cliente", text.inputValue().replace("en su casa", "en su casa este jueves"));
		handler.complete();
		reader.open(GROUPS, this.number, "Leer el mensaje antes de enviarlo");
		assertThat(reader.page().locator(".escala-card")).containsText("este jueves");
		reader.choose("Sí, enviarlo");
		reader.complete();
		DemoMailbox mailbox = mail("LV-88213 jueves");
		assertThat(mailbox.letter()).containsText("LV-88213");
		mailbox.close();
	}

	private void notSolved() {
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> this.server.bean(Complaints.class).get(this.number).answeredAt() != null);
		opinion("no", "La puerta sigue rota y nadie ha venido.");
		reply("Gracias por decírnoslo: mañana va un técnico a verla.");
		this.people.meanwhile(this.number, HANDLER, "userTask_investigateComplaint",
				Map.of("finding", "El técnico vio la bisagra: salió rota de nuestro almacén.", "fault", "OURS"));
	}

	private void putRight() {
		this.people.meanwhile(this.number, HANDLER, "userTask_decideComplaint", Map.of("complaintDecision", "GRANT",
				"grantReason", "El viernes 11 de diciembre le llevamos otra lavadora y nos llevamos la rota."));
		this.people.meanwhile(this.number, HANDLER, "userTask_answerComplaint",
				Map.of("benefits", "Tiene una lavadora nueva el viernes."));
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> this.server.bean(Complaints.class).get(this.number).answeredAt() != null);
		opinion("yes", "Ahora sí, gracias.");
		TasklistUser handler = this.people.as(HANDLER);
		handler.open(MINE, this.number, "Cerrar");
		handler.fill("Qué cambia para que no se repita", "El almacén mira las puertas antes de cargar.");
		handler.complete();
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> this.server.bean(Complaints.class).get(this.number).outcome() == ComplaintOutcome.PUT_RIGHT);
		assertThat(this.people.driver().left(this.number)).isEmpty();
		this.customer.reload();
		assertThat(this.customer.getByText("Su reclamación se resolvió a su favor.")).isVisible();
	}

	/** Another one is more than its handler can do alone. */
	private void becomesAnEscalation() {
		open("/reclamar?lang=es");
		this.customer.getByLabel("Cuéntenos qué ha pasado").fill("La lavadora nueva no se conecta a la red de casa.");
		this.customer.getByLabel("Nombre y apellidos").fill(NAME);
		this.customer.locator("#email").fill(ADDRESS);
		press("Enviar la reclamación");
		CaseNumber another = new CaseNumber(this.customer.locator("#number").innerText());
		assertThat(another).isNotEqualTo(this.number);
		this.people.meanwhile(another, HANDLER, "userTask_classifyComplaint",
				Map.of("complaintKind", "CLAIM", "complaintTopic", "OTHER", "complaintReason", "LOSS",
						"complaintPoints", "Que la lavadora se conecte.", "classification", "READY"));

		TasklistUser handler = this.people.as(HANDLER);
		handler.open(MINE, another, "Averiguar qué pasó");
		handler.act("Escalar la reclamación", (form) -> {
			form.getByLabel("Por qué no basta con investigarla aquí").selectOption("KNOWLEDGE");
			form.getByLabel("De qué trata").selectOption("TECHNICAL");
			form.getByLabel("A cuánto afecta").selectOption("LOW");
			form.getByLabel("Cuánto urge").selectOption("LOW");
		});
		handler.open(MINE, another, "Esperar al escalamiento");
		Browser.picture(handler.page(), "complaint-escalated");
		Page beside = handler.beside("/reclamaciones/" + another);
		beside.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ver el escalamiento ESC-"))
			.first()
			.click();
		assertThat(beside.getByText("Reclamación de la que sale").first()).isVisible();
		assertThat(beside.locator("main")).containsText(another.value());
		clean(beside, "escalation-of-a-complaint");
		beside.context().close();
	}

	/** Whoever writes to us gets an answer of their own, too. */
	private void reply(String text) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> this.people.driver().tasks(this.number).contains("userTask_replyToContact"));
		this.people.driver().reply(this.number, HANDLER, Map.of("replyMessage", text));
	}

	private void opinion(String solved, String comment) {
		this.customer.reload();
		this.customer.locator("input[name=heard][value=yes]").check();
		this.customer.locator("input[name=solved][value=" + solved + "]").check();
		this.customer.locator("input[name=score][value='" + (solved.equals("yes") ? 5 : 3) + "']").check();
		this.customer.locator("#comment").fill(comment);
		press("Enviar opinión");
		assertThat(this.customer.getByRole(AriaRole.STATUS)).containsText("Gracias por su opinión");
	}

	private void open(String path) {
		this.customer.navigate("http://127.0.0.1:" + this.server.port() + path);
	}

	private void press(String button) {
		this.customer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
	}

	/** The newest mail to the customer that says so. */
	private DemoMailbox mail(String text) {
		DemoMailbox mailbox = new DemoMailbox(this.people.as("agente"), "/buzon");
		mailbox.open(ADDRESS, this.number + " " + text);
		return mailbox;
	}

	private static void clean(Page page, String name) {
		Browser.picture(page, name);
		Browser.assertReadable(page, name);
	}

	private static byte[] photo() throws IOException {
		BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
		Graphics2D draw = image.createGraphics();
		draw.setColor(Color.ORANGE);
		draw.fillOval(40, 40, 200, 150);
		draw.dispose();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ImageIO.write(image, "jpg", bytes);
		return bytes.toByteArray();
	}

}
