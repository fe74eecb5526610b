package dev.escala.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.escala.support.Browser;

/** Reads the page with the figures of sales as whoever leads does. */
class SaleFiguresReader {

	private static final Pattern OF = Pattern.compile("\\((\\d+) de (\\d+)\\)");

	/** Where closing stands among the figures. */
	private static final int CLOSE = 2;

	private final Supplier<TasklistUser> leader;

	SaleFiguresReader(Supplier<TasklistUser> leader) {
		this.leader = leader;
	}

	/** The figures of a year. */
	Seen read(String year, String competitor) {
		Page page = this.leader.get().beside("/ventas/cifras?periodo=" + year);
		Browser.picture(page, "sale-figures");
		try {
			return new Seen(
					new Counts(
							region(page, "Embudo").locator("tbody tr")
								.last()
								.locator("td")
								.allInnerTexts()
								.stream()
								.map(Long::valueOf)
								.toList()),
					ratio(region(page, "Cifras del periodo").locator("tbody tr")
						.nth(CLOSE)
						.locator("td")
						.first()
						.innerText()),
					ratio(region(page, "Cifras por origen, persona y mes")
						.locator("tr", new Locator.LocatorOptions().setHasText("Formulario web"))
						.locator("td")
						.nth(CLOSE)
						.innerText()),
					region(page, "Pérdidas").locator("tr", new Locator.LocatorOptions().setHasText(competitor))
						.locator("td")
						.allInnerTexts()
						.stream()
						.mapToLong(Long::parseLong)
						.sum());
		}
		finally {
			page.context().close();
		}
	}

	private static Locator region(Page page, String name) {
		return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

	/** Nothing is counted of nothing. */
	private static Counts ratio(String told) {
		Matcher found = OF.matcher(told.replace('\u00a0', ' '));
		return found.find() ? new Counts(List.of(Long.valueOf(found.group(1)), Long.valueOf(found.group(2))))
				: new Counts(List.of(0L, 0L));
	}

	/**
	 * What stood there.
	 *
	 * @param funnel began, talked, appointed, opportunities, proposed, won, lost, open
	 * @param closed won, and of how many with a quote
	 * @param closedOfTheWeb the same of what came by the web
	 * @param lostToTheCompetitor how many went to that one
	 */
	record Seen(Counts funnel, Counts closed, Counts closedOfTheWeb, long lostToTheCompetitor) {
	}

	/** Numbers side by side. */
	record Counts(List<Long> values) {

		Counts {
			values = List.copyOf(values);
		}

		Counts plus(int... more) {
			List<Long> sums = new ArrayList<>();
			for (int i = 0; i < more.length; i++) {
				sums.add(this.values.get(i) + more[i]);
			}
			return new Counts(sums);
		}

	}

}
