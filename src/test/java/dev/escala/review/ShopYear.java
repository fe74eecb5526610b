package dev.escala.review;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * A year of a real shop, read with arithmetic of its own: document by document and
 * customer by customer, without months that are kept and without the database.
 */
final class ShopYear {

	/** The day after the last line. */
	static final LocalDate END = LocalDate.of(2011, 12, 10);

	private static final Set<String> NO_GOODS = Set.of("POST", "DOT", "M", "D", "B", "S", "C2", "PADS", "CRUK",
			"AMAZONFEE", "BANK CHARGES");

	private final Map<String, List<Order>> orders = new TreeMap<>();

	private ShopYear() {
	}

	/**
	 * The file with our prefix before documents and customers, so that it stands alone.
	 */
	static InputStream file() {
		return new ByteArrayInputStream(lines().stream()
			.map((line) -> line.startsWith("InvoiceNo") ? line : prefixed(line))
			.collect(Collectors.joining("\n", "", "\n"))
			.getBytes(StandardCharsets.UTF_8));
	}

	private static String prefixed(String line) {
		int customer = line.lastIndexOf(',') + 1;
		return (line.startsWith("C") ? "RVC" + line.substring(1, customer) : "RV" + line.substring(0, customer)) + "RV-"
				+ line.substring(customer).replace(".0", "");
	}

	private static List<String> lines() {
		try (InputStream file = new GZIPInputStream(
				Objects.requireNonNull(ShopYear.class.getResourceAsStream("/purchases/year.csv.gz")))) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static ShopYear read() {
		ShopYear year = new ShopYear();
		Map<String, Order> documents = new TreeMap<>();
		for (String line : lines().subList(1, lines().size())) {
			String[] cells = line.split(",");
			String code = cells[1].toUpperCase(Locale.ROOT);
			if (!NO_GOODS.contains(code) && !code.startsWith("GIFT_")) {
				documents
					.computeIfAbsent(cells[0],
							(number) -> new Order("RV-" + cells[5].replace(".0", ""), LocalDate.parse(cells[3]),
									new ArrayList<>()))
					.lines()
					.add(new Line(code.replaceAll("^(\\d{3,})(\\p{L}{1,3})$", "$1 $2"), Long.parseLong(cells[2]),
							Math.round(Double.parseDouble(cells[4]) * 100) * Long.parseLong(cells[2])));
			}
		}
		documents.values()
			.stream()
			.sorted(Comparator.comparing(Order::day))
			.forEach((order) -> year.orders.computeIfAbsent(order.customer(), (customer) -> new ArrayList<>())
				.add(order));
		year.orders.values().forEach(ShopYear::takeBack);
		return year;
	}

	/** A document whose lines came back together is no purchase. */
	private static void takeBack(List<Order> orders) {
		for (Order back : orders) {
			if (back.worth() < 0) {
				orders.stream()
					.filter((order) -> !order.gone[0] && order.worth() > 0 && !order.day().isAfter(back.day())
							&& order.told(1).equals(back.told(-1)))
					.reduce((one, later) -> later)
					.ifPresent((order) -> order.gone[0] = true);
			}
		}
	}

	Set<String> customers() {
		return this.orders.keySet();
	}

	/**
	 * Who bought within the year before, with the signals; {@code null} where too new.
	 */
	Map<String, Set<Signal>> review(LocalDate month) {
		Map<String, Set<Signal>> signals = new TreeMap<>();
		for (String customer : customers()) {
			List<Order> before = this.orders.get(customer)
				.stream()
				.filter((order) -> order.day().isBefore(month))
				.toList();
			List<Order> bought = before.stream().filter(Order::isPurchase).toList();
			if (!bought.isEmpty()) {
				signals.put(customer, bought.get(0).day().isBefore(month.minusMonths(3))
						? signals(month, before, bought) : EnumSet.noneOf(Signal.class));
			}
		}
		return signals;
	}

	/** Whether the first purchase is too young to judge. */
	boolean isNew(String customer, LocalDate month) {
		return this.orders.get(customer)
			.stream()
			.filter(Order::isPurchase)
			.noneMatch((order) -> order.day().isBefore(month.minusMonths(3)));
	}

	private static Set<Signal> signals(LocalDate month, List<Order> before, List<Order> bought) {
		Set<Signal> signals = EnumSet.noneOf(Signal.class);
		LocalDate quarter = month.minusMonths(3);
		List<Order> recent = bought.stream().filter((order) -> !order.day().isBefore(quarter)).toList();
		int earlier = bought.size() - recent.size();
		double recentMean = worth(before, quarter, month) / Math.max(1.0, recent.size());
		double earlierMean = worth(before, LocalDate.MIN, quarter) / Math.max(1.0, earlier);
		if (!recent.isEmpty() && earlier > 0 && earlierMean > 0
				&& Math.round(100 - 100 * recentMean / earlierMean) >= 40) {
			signals.add(Signal.ORDER_VALUE_DOWN);
		}
		LocalDate last = bought.get(bought.size() - 1).day();
		LocalDate firstMonth = bought.get(0).day().withDayOfMonth(1);
		List<Order> first = bought.stream()
			.filter((order) -> order.day().withDayOfMonth(1).equals(firstMonth))
			.toList();
		int later = bought.size() - first.size();
		if (later >= 2) {
			double rhythm = Math.max(10,
					(double) ChronoUnit.DAYS.between(first.get(first.size() - 1).day(), last) / later);
			if (Math.round(100 * ChronoUnit.DAYS.between(last, month) / rhythm) >= 200) {
				signals.add(Signal.RHYTHM_LOST);
			}
		}
		if (!recent.isEmpty() && stopped(bought, quarter)) {
			signals.add(Signal.VARIETY_STOPPED);
		}
		if (ChronoUnit.DAYS.between(last, month) >= 90) {
			signals.add(Signal.SILENCE);
		}
		return signals;
	}

	private static long worth(List<Order> orders, LocalDate from, LocalDate to) {
		return orders.stream()
			.filter((order) -> !order.day().isBefore(from) && order.day().isBefore(to))
			.mapToLong(Order::worth)
			.sum();
	}

	private static boolean stopped(List<Order> bought, LocalDate quarter) {
		Map<String, Set<LocalDate>> months = new TreeMap<>();
		bought.forEach((order) -> order.lines()
			.stream()
			.filter((line) -> line.quantity() > 0)
			.forEach((line) -> months.computeIfAbsent(line.code(), (code) -> new TreeSet<>())
				.add(order.day().withDayOfMonth(1))));
		return months.values()
			.stream()
			.anyMatch((all) -> all.size() >= 3 && all.stream().allMatch((month) -> month.isBefore(quarter)));
	}

	/** Whether nothing was bought in the 90 days from that day on. */
	boolean isGone(String customer, LocalDate month) {
		return this.orders.get(customer)
			.stream()
			.filter(Order::isPurchase)
			.noneMatch((order) -> !order.day().isBefore(month) && order.day().isBefore(month.plusDays(90)));
	}

	/** The plain rule. */
	boolean isSilent(String customer, LocalDate month) {
		return this.orders.get(customer)
			.stream()
			.filter(Order::isPurchase)
			.noneMatch((order) -> order.day().isBefore(month) && !order.day().isBefore(month.minusDays(90)));
	}

	private record Line(String code, long quantity, long cents) {
	}

	/** A document; {@code gone} tells whether it was taken back. */
	private record Order(String customer, LocalDate day, List<Line> lines, boolean[] gone) {

		Order(String customer, LocalDate day, List<Line> lines) {
			this(customer, day, lines, new boolean[1]);
		}

		long worth() {
			return this.lines.stream().mapToLong(Line::cents).sum();
		}

		boolean isPurchase() {
			return !this.gone[0] && worth() > 0 && this.lines.stream().anyMatch((line) -> line.quantity() > 0);
		}

		String told(int sign) {
			return this.lines.stream()
				.map((line) -> line.code() + "|" + sign * line.quantity() + "|" + sign * line.cents())
				.sorted()
				.collect(Collectors.joining(","));
		}

	}

}
