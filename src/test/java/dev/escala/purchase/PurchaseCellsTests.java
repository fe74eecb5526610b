package dev.escala.purchase;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.escala.purchase.PurchaseMapping.Amount;
import dev.escala.purchase.PurchaseMapping.Dates;
import dev.escala.purchase.PurchaseMapping.Decimals;
import dev.escala.purchase.PurchaseMapping.Part;
import dev.escala.purchase.PurchaseMapping.Variety;
import dev.escala.web.CsvUpload;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A line of a shop is read as its mapping says, or refused with the reason")
class PurchaseCellsTests {

	private static final Map<Part, String> COLUMNS = Map.of(Part.DOCUMENT, "d", Part.CUSTOMER, "c", Part.DATE, "f",
			Part.PRODUCT, "p", Part.QUANTITY, "q", Part.AMOUNT, "a");

	private static final PurchaseMapping PRICES = new PurchaseMapping(COLUMNS, Variety.SUFFIX, Amount.UNIT_PRICE,
			Decimals.COMMA, Dates.DAY_FIRST, "EUR", "C", false);

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"1;13047.0;1/12/2010 8:34;85099b;32;1,69 | 13047 2010-12-01 85099 B 32 5408 true",
			"1;13047;01-12-2010;84879;-2;1.234,5 | 13047 2010-12-01 84879  -2 -246900 true",
			"A1;;1/12/2010;B;1;-11.062,06 |  2010-12-01 B  1 -1106206 false",
			"1;?;1/12/2010;gift_0001_10;1;8,30 |  2010-12-01 GIFT_0001_10  1 830 false",
			"C1;13047;1/12/2010;84879;-1,0;1,690 | 13047 2010-12-01 84879  -1 -169 true",
			"1;13047;2/12/2026;84879;1;1 | La fecha 2026-12-02 está en el futuro.",
			"1;13047;31/2/2010;84879;1;1 | La fecha «31/2/2010» no existe o no es como se dijo: Día, mes y año: 30/11/2026.",
			"1;13047;2010-12-01;84879;1;1 | La fecha «2010-12-01» no existe o no es como se dijo: Día, mes y año: 30/11/2026.",
			"1;13047;1/12/2010;84879;1;1.69 | El importe «1.69» no se entiende con coma decimal y dos decimales como mucho.",
			"1;13047;1/12/2010;84879;1;1,699 | El importe «1,699» no se entiende con coma decimal y dos decimales como mucho.",
			"1;13047;1/12/2010;84879;1,5;1 | La cantidad «1,5» no es un número entero de nueve cifras como mucho.",
			"1;13047;1/12/2010;84879;0;1 | La cantidad es cero.",
			"1;13047;1/12/2010;84879;1;-1 | El precio es negativo: una devolución lleva negativa la cantidad.",
			"C1;13047;1/12/2010;84879;1;1 | Una anulación lleva negativas las cantidades, y esta es 1.",
			";13047;;;; | Falta el número del documento. Falta la fecha. Falta el código del producto. Falta la cantidad. Falta el importe." })
	@DisplayName("Spaces, signs, dates, codes that are no goods")
	void lines(String row, String read) throws IOException {
		assertThat(told(read(row, PRICES))).isEqualTo((read == null) ? "" : read.strip());
	}

	@Test
	@DisplayName("An amount of the whole line is not multiplied, and has the sign of the quantity")
	void totals() throws IOException {
		PurchaseMapping totals = new PurchaseMapping(COLUMNS, Variety.NONE, Amount.LINE_TOTAL, Decimals.POINT,
				Dates.YEAR_FIRST, "CHF", "", false);

		assertThat(read("1;a;2010-12-01;85099B;3;1,234.50", totals).refused())
			.isEqualTo("No se llevan compras en «CHF», solo en EUR, GBP.");
		assertThat(
				read("1;a;2010-12-01;85099B;-3;4.50",
						new PurchaseMapping(COLUMNS, Variety.NONE, Amount.LINE_TOTAL, Decimals.POINT, Dates.YEAR_FIRST,
								"GBP", "", false))
					.refused())
			.isEqualTo("La cantidad y el importe tienen signos distintos.");
	}

	@Test
	@DisplayName("The names of columns and the first rows let expect how a file is read")
	void guess() {
		PurchaseMapping shop = MappingGuess.of(
				List.of("invoiceno", "stockcode", "description", "quantity", "invoicedate", "unitprice", "customerid",
						"country"),
				List.of(List.of("536367", "84879", "BIRD", "32", "2010-12-01 08:34:00", "1.69", "13047.0", "UK")),
				List.of("EUR"));
		PurchaseMapping spanish = MappingGuess.of(
				List.of("factura", "código", "fecha", "cliente", "cantidad", "importe"),
				List.of(List.of("1", "A", "1/12/2026", "ACME", "2", "3,50")), List.of("EUR"));

		assertThat(shop.columns()).containsExactlyInAnyOrderEntriesOf(
				Map.of(Part.DOCUMENT, "invoiceno", Part.PRODUCT, "stockcode", Part.QUANTITY, "quantity", Part.DATE,
						"invoicedate", Part.AMOUNT, "unitprice", Part.CUSTOMER, "customerid"));
		assertThat(shop).extracting(PurchaseMapping::amount, PurchaseMapping::decimals, PurchaseMapping::dates)
			.containsExactly(Amount.UNIT_PRICE, Decimals.POINT, Dates.YEAR_FIRST);
		assertThat(spanish.columns()).hasSize(6).containsEntry(Part.PRODUCT, "código");
		assertThat(spanish).extracting(PurchaseMapping::amount, PurchaseMapping::decimals, PurchaseMapping::dates)
			.containsExactly(Amount.LINE_TOTAL, Decimals.COMMA, Dates.DAY_FIRST);
	}

	private static StagedLine read(String row, PurchaseMapping mapping) throws IOException {
		List<StagedLine> read = new ArrayList<>();
		PurchaseCells cells = new PurchaseCells(mapping, new GoodsCodes.Codes(List.of("B", "GIFT_*")),
				List.of("EUR", "GBP"), LocalDate.of(2026, 12, 1));
		try (CsvUpload file = CsvUpload
			.of(new ByteArrayInputStream(("d;c;f;p;q;a\n" + row + "\n").getBytes(StandardCharsets.UTF_8)))) {
			file.read(List.of(), new CsvUpload.Rows() {

				@Override
				public void row(CsvUpload.Row one) {
					read.add(cells.read(one));
				}

				@Override
				public void rejected(long line, String reason) {
					throw new AssertionError(reason);
				}

			});
		}
		return read.get(0);
	}

	private static String told(StagedLine line) {
		return ((line.refused() != null) ? line.refused()
				: String.join(" ", line.customer(), line.boughtOn().toString(), line.product(), line.variety(),
						String.valueOf(line.quantity()), String.valueOf(line.cents()), String.valueOf(line.goods())))
			.strip();
	}

}
