package dev.escala.support;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A Chromium of this machine that reads Spanish and lives in Madrid. Tests that need it
 * are skipped, with a sentence, where there is none: {@code CHROMIUM} may name it.
 */
public final class Browser implements AutoCloseable {

	private static final Pattern RAW_LABEL = Pattern.compile("^[A-Z]+(?:_[A-Z]+)+$|^[A-Z]{6,}$");

	/** A busy machine is no fault of the page; only what fails waits so long. */
	private static final int PATIENCE_MS = 45_000;

	/** One for all classes of this virtual machine, which run one after the other. */
	private static com.microsoft.playwright.Browser chromium;

	private final List<BrowserContext> visitors = new ArrayList<>();

	private final BrowserContext context;

	private Browser(Path executable) {
		if (chromium == null || !chromium.isConnected()) {
			chromium = launch(executable);
		}
		this.context = newContext("es-ES");
	}

	private static com.microsoft.playwright.Browser launch(Path executable) {
		Playwright playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
		PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
		return playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(executable)
				.setArgs(List.of("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
						"--disable-component-update", "--disable-sync")));
	}

	/** Starts the browser, or skips the test. */
	public static Browser start() {
		Optional<Path> executable = Optional.ofNullable(System.getenv("CHROMIUM"))
			.map(Path::of)
			.or(() -> List
				// The one without windows computes half as much.
				.of("/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser",
						"/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
				.stream()
				.map(Path::of)
				.filter(Files::isExecutable)
				.findFirst());
		return executable.map(Browser::new)
			.orElseGet(() -> Needed
				.missing("No Chromium on this machine: install it, or name it in the variable CHROMIUM."));
	}

	/** Another visitor, with cookies and a language of their own. */
	public BrowserContext newContext(String locale) {
		return visitor(new com.microsoft.playwright.Browser.NewContextOptions().setLocale(locale)
			.setTimezoneId("Europe/Madrid")
			.setViewportSize(1400, 900));
	}

	/** A visitor with a phone. */
	public BrowserContext newPhone(String locale) {
		return visitor(new com.microsoft.playwright.Browser.NewContextOptions().setLocale(locale)
			.setTimezoneId("Europe/Madrid")
			.setViewportSize(390, 844)
			.setDeviceScaleFactor(2)
			.setIsMobile(true)
			.setHasTouch(true));
	}

	/** A visitor whose browser runs no script. */
	public BrowserContext newVisitorWithoutScripts(String locale) {
		return visitor(new com.microsoft.playwright.Browser.NewContextOptions().setLocale(locale)
			.setTimezoneId("Europe/Madrid")
			.setJavaScriptEnabled(false));
	}

	private BrowserContext visitor(com.microsoft.playwright.Browser.NewContextOptions options) {
		BrowserContext visitor = chromium.newContext(options);
		visitor.setDefaultTimeout(PATIENCE_MS);
		this.visitors.add(visitor);
		return visitor;
	}

	/** A page of the main visitor. */
	public Page newPage() {
		return this.context.newPage();
	}

	/** Opens Tasklist and logs in; returns when the filters are there. */
	public static void login(Page page, int port, String user, String password) {
		login(page, port, "/camunda/app/tasklist/default/", user, password);
		page.locator(".task-filter").first().waitFor();
	}

	/** Asks for an address, logs in on the way, and returns when it is there. */
	public static void login(Page page, int port, String path, String user, String password) {
		String address = "http://127.0.0.1:" + port + path;
		page.navigate(address);
		enter(page, user, password);
		page.waitForURL((shown) -> shown.startsWith(address.replaceFirst("#.*", "")));
	}

	/** Fills in the login, which is there already. */
	public static void enter(Page page, String user, String password) {
		page.getByLabel("Usuario").fill(user);
		page.getByLabel("Contraseña").fill(password);
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Entrar")).click();
	}

	/** Words on the page that look like the key of a label that has no translation. */
	public static List<String> rawLabels(Page page) {
		return page.locator("body")
			.innerText()
			.lines()
			.map(String::strip)
			.filter((line) -> RAW_LABEL.matcher(line).matches())
			.distinct()
			.toList();
	}

	/** Keeps a picture under {@code target/screenshots}. */
	public static void picture(Page page, String name) {
		page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
	}

	/** Keeps a picture of a part of the page under {@code target/screenshots}. */
	public static void picture(Locator part, String name) {
		part.screenshot(new Locator.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
	}

	/** Anybody can read the page, and nothing on it is wider than the window. */
	public static void assertReadable(Page page, String name) {
		assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
		assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).as(name)
			.isEqualTo(Boolean.TRUE);
	}

	/** Nothing of its visitors is left for the next class. */
	@Override
	public void close() {
		this.visitors.forEach(BrowserContext::close);
	}

}
