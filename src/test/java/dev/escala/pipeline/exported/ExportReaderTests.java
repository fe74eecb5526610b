package dev.escala.pipeline.exported;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import dev.escala.validation.FieldProblem;
import dev.escala.validation.InvalidInputException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("What other systems export is read as they meant it, in English and in Spanish")
class ExportReaderTests {

	private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

	private static final ExportChoices NONE = new ExportChoices(null, null, MADRID);

	@ParameterizedTest(name = "{0}")
	@CsvSource(quoteCharacter = '`', delimiter = '|',
			textBlock = """
					HUBSPOT           | "Record ID","Deal Name","Deal Stage","Amount","Close Date","Deal owner"~"9000001","Faro Azul","Closed Lost","12500.5","2026-10-31 18:30","Inés Prado"
					HUBSPOT           | "ID de registro","Nombre del negocio","Etapa del negocio","Importe","Fecha de cierre","Propietario del negocio"~"9000001","Faro Azul","Cierre perdido","12500.5","2026-10-31 18:30","Inés Prado"
					SALESFORCE_REPORT | "Opportunity Name","Stage","Amount","Close Date","Opportunity Owner"~"Faro Azul","Closed Lost","12,500.50","10/31/2026","Inés Prado"
					SALESFORCE_REPORT | "Nombre de la oportunidad","Etapa","Importe","Fecha de cierre","Propietario de oportunidad"~"Faro Azul","Cerrada perdida","12.500,50","31/10/2026","Inés Prado"
					SALESFORCE_LOADER | "ID","NAME","STAGENAME","AMOUNT","CLOSEDATE"~"0065g00000ABCDEAA4","Faro Azul","Closed Lost","12500.50","2026-10-31"
					PIPEDRIVE         | Deal - Title*,Deal - Value,Deal - Currency of value,Deal - Status,Deal - Expected close date,Deal - ID~Faro Azul,12500.5,EUR,Lost,2026-10-31,41
					PIPEDRIVE         | Trato - Título,Trato - Valor,Trato - Moneda,Trato - Estado,Trato - Fecha de cierre prevista,Trato - ID~Faro Azul,12500.5,EUR,Perdido,2026-10-31,41
					ZOHO              | "Record Id","Deal Name","Account Name.id","Stage","Closing Date","Amount"~"zcrm_4876876000000999001","Faro Azul","zcrm_4876876000000999100","Closed Lost","2026-10-31","12,500.50"
					ODOO              | "id","name","partner_id/id","stage_id/id","expected_revenue","date_deadline","active"~"__export__.crm_lead_41_9f1e2d3c","Faro Azul","__export__.res_partner_7_aa00bb11","crm.stage_lead3","12500.5","2026-10-31","False"
					ESPOCRM           | id,name,amount,amountCurrency,accountName,stage,closeDate~65a1b2c3d4e5f6a7b,Faro Azul,12500.5,EUR,Faro Azul SL,Closed Lost,2026-10-31
					SUITECRM          | "ID:";"Nombre de oportunidad:";"Importe:";"Etapa de ventas:";"Fecha de cierre:"~"8d5f";"Faro Azul";"12.500,50";"Perdida";"31/10/2026"
					FRAPPE            | ID,Title,Organization,Status,Lost Reason,Deal Value,Close Date~CRM-DEAL-2026-00041,Faro Azul,Faro Azul SL,Lost,Pricing,12500.50,2026-10-31
					TWENTY            | Id,Name,Amount / Amount,Amount / Currency,Stage,Close Date~0b7c,Faro Azul,12500.5,EUR,LOSE,2026-10-31T00:00:00.000Z
					BITRIX24          | "ID";"TITLE";"STAGE_ID";"OPPORTUNITY";"CURRENCY_ID";"Close Date"~"41";"Faro Azul";"LOSE";"12500.50";"EUR";"31.10.2026"
					DYNAMICS          | (Do Not Modify) Opportunity;(Do Not Modify) Row Checksum;Topic;Est. Revenue;Est. Close Date;Status~6b1f;abc==;Faro Azul;12.500,50 €;31/10/2026;Lost
					""")
	void knows(ExportSystem system, String text) throws IOException {
		try (ExportedFile file = csv(text.replace("~", "\r\n"))) {
			ExportPreview preview = new ExportReader(file, NONE).preview();

			assertThat(preview.system()).isEqualTo(system);
			assertThat(preview.deals()).isTrue();
			assertThat(preview.rows()).isEqualTo(1);
			assertThat(preview.questions()).isEmpty();
			assertThat(preview.first()).singleElement().satisfies((row) -> {
				assertThat(row.line()).isEqualTo(2);
				assertThat(row.text(ExportField.TITLE)).isEqualTo("Faro Azul");
				assertThat(row.amount()).isEqualByComparingTo("12500.50");
				assertThat(row.closeDate()).isEqualTo("2026-10-31");
				assertThat(row.meaning()).isEqualTo(StageMeaning.LOST);
			});
		}
	}

	@Test
	@DisplayName("Prospects are told from opportunities, and what nobody knows is kept as a note")
	void prospects() throws IOException {
		try (ExportedFile file = csv(
				"""
						"ID de registro","Nombre","Apellidos","Correo","Número de teléfono","Nombre de la empresa","Color favorito"
						"7","Inés","Prado","ines@faro.example","'+34 600 000 000","Faro Azul","verde"
						""")) {
			ExportReader reader = new ExportReader(file, NONE);

			assertThat(reader.preview().deals()).isFalse();
			assertThat(reader.preview().columns().get(6).field()).isNull();
			assertThat(reader.preview().first()).singleElement().satisfies((row) -> {
				assertThat(row.person()).isEqualTo("Inés Prado");
				assertThat(row.name()).isEqualTo("Faro Azul");
				assertThat(row.text(ExportField.PHONE)).as("without the guard against formulas")
					.isEqualTo("+34 600 000 000");
				assertThat(row.note()).isEqualTo("Color favorito: verde");
			});
		}
	}

	@Test
	@DisplayName("Instructions above the header and a report's footer are no rows")
	void around() throws IOException {
		try (ExportedFile file = csv("""
				Fill in the columns below; do not change the first row
				Deal - Title,Organization,Deal - Value,Deal - Status
				Faro Azul,Faro Azul SL,"$3,000",Open
				Molino,Molino Viejo,980.5,Won

				Copyright of somebody
				""")) {
			ExportReader reader = new ExportReader(file, NONE);

			assertThat(reader.preview().rows()).isEqualTo(2);
			assertThat(reader.preview().first()).extracting(ExportedRow::meaning)
				.containsExactly(StageMeaning.OPEN, StageMeaning.WON);
			assertThat(reader.preview().first().get(0).amount()).isEqualByComparingTo("3000");
			assertThat(reader.preview().first().get(0).currency()).as("a dollar may be of many").isNull();
		}
	}

	@Test
	@DisplayName("What one cell does not tell another one does; what none tells is asked, once")
	void asks() throws IOException {
		String header = "Deal Name;Stage;Amount;Close Date\n";
		try (ExportedFile file = csv(header + "A;Open;1.200;03/04/2026\nB;Open;980,50;28/04/2026\n")) {
			assertThat(amounts(file, NONE)).containsExactly("1200", "980.50");
		}
		try (ExportedFile file = csv(header + "A;Open;1.200;03/04/2026\nB;Open;15;04/04/2026\n")) {
			assertThat(new ExportReader(file, NONE).preview().questions()).extracting(ExportPreview.Question::text)
				.containsExactly(
						"El importe «1.200» (línea 2), ¿lleva el punto o la coma para los decimales o para los millares?",
						"La fecha «03/04/2026» (línea 2), ¿empieza por el día o por el mes?");
			assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> amounts(file, NONE))
				.satisfies((ex) -> assertThat(ex.problems()).extracting(FieldProblem::field)
					.containsExactly("amounts", "dates"));
			assertThat(amounts(file, new ExportChoices(AmountStyle.COMMA, DateOrder.MONTH_FIRST, MADRID)))
				.containsExactly("1200", "15");
			assertThat(new ExportReader(file, new ExportChoices(AmountStyle.POINT, DateOrder.MONTH_FIRST, MADRID))
				.preview()
				.first()
				.get(0)).satisfies((row) -> {
					assertThat(row.amount()).isEqualByComparingTo("1.2");
					assertThat(row.closeDate()).isEqualTo(LocalDate.of(2026, 3, 4));
				});
		}
		try (ExportedFile file = csv(header + "A;Open;1.200,50;31/12/2026\nB;Open;1,200.50;31/12/2026\n")) {
			assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> new ExportReader(file, NONE))
				.withMessageContaining("«1,200.50» (línea 3)")
				.withMessageContaining("«1.200,50» (línea 2)");
		}
	}

	@Test
	@DisplayName("A row that cannot be read is told with its line, and the others are kept")
	void rejects() throws IOException {
		try (ExportedFile file = csv("""
				Deal Name,Amount,Currency,Close Date
				A,12.50,EUR,2026-12-31
				B,doce,EUR,2026-12-31
				C,12.50,pavos,2026-12-31
				D,12.50,EUR,2026-02-30
				E,12.50
				"F
				G",-3.25,gbp,
				""")) {
			List<String> told = new ArrayList<>();
			List<ExportedRow> rows = new ArrayList<>();
			new ExportReader(file, NONE).read(into(rows, told));

			assertThat(rows).extracting((row) -> row.text(ExportField.TITLE)).containsExactly("A", "F\nG");
			assertThat(rows.get(1).amount()).isEqualByComparingTo("-3.25");
			assertThat(rows.get(1).currency()).isEqualTo("GBP");
			assertThat(rows.get(1).line()).isEqualTo(7);
			assertThat(told).containsExactly("3: El importe «doce» no se entiende: escriba solo el número.",
					"4: La moneda «pavos» no se conoce: escriba su código, como EUR.",
					"5: Fecha de cierre «2026-02-30» no es una fecha: escríbala como 2026-12-31 o 31/12/2026.",
					"6: La fila tiene 2 columnas y la cabecera, 4.");
		}
	}

	@Test
	@DisplayName("Times without a zone are of whoever imports, or UTC where the system writes UTC")
	void zones() throws IOException {
		try (ExportedFile file = csv("Record ID,Deal Name,Deal owner,Amount,Create Date\n1,A,B,1,2026-07-01 00:30\n")) {
			assertThat(new ExportReader(file, NONE).preview().first().get(0).createdAt())
				.isEqualTo(Instant.parse("2026-06-30T22:30:00Z"));
		}
		try (ExportedFile file = csv("id,name,amount,accountName,createdAt\n1,A,1,B,2026-07-01 00:30:00\n")) {
			assertThat(new ExportReader(file, NONE).preview().first().get(0).createdAt())
				.isEqualTo(Instant.parse("2026-07-01T00:30:00Z"));
		}
		try (ExportedFile file = csv(
				"ID,NAME,AMOUNT,CLOSEDATE,CREATEDDATE\n1,A,1,2026-07-01,2026-11-02T08:15:00.000+0100\n")) {
			assertThat(new ExportReader(file, NONE).preview().first().get(0).createdAt())
				.isEqualTo(Instant.parse("2026-11-02T07:15:00Z"));
		}
	}

	@Test
	@DisplayName("A workbook says the same as a file: dates by their format, texts in pieces, nothing hidden")
	void workbook() throws IOException {
		try (ExportedFile file = fixture("dynamics-es.xlsx")) {
			ExportReader reader = new ExportReader(file, NONE);

			assertThat(reader.preview().system()).isEqualTo(ExportSystem.DYNAMICS);
			assertThat(reader.preview().first()).hasSize(2);
			ExportedRow first = reader.preview().first().get(0);
			assertThat(first.text(ExportField.EXTERNAL_ID)).isEqualTo("6b1f8d0e-2f4c-4b53-9a3a-0d5e7c1b2a34");
			assertThat(first.name()).isEqualTo("Faro Azul SL");
			assertThat(first.amount()).isEqualByComparingTo("12500.5");
			assertThat(first.closeDate()).isEqualTo("2026-10-31");
			assertThat(first.note()).contains("(No modificar) Fecha de modificación: 2026-11-02 09:15:00");
			assertThat(reader.preview().first().get(1).closeDate()).isNull();
			assertThat(reader.preview().first().get(1).meaning()).isEqualTo(StageMeaning.WON);
		}
	}

	@Test
	@DisplayName("Rows of groups are no rows, and rows without an id belong to the one above")
	void groups() throws IOException {
		try (ExportedFile file = fixture("odoo-grouped-en.xlsx")) {
			ExportPreview preview = new ExportReader(file, NONE).preview();

			assertThat(preview.system()).isEqualTo(ExportSystem.ODOO);
			assertThat(preview.rows()).isEqualTo(2);
			assertThat(preview.first()).extracting(ExportedRow::note).containsExactly("Tags: VIP\nTags: Fibra", "");
			assertThat(preview.first()).extracting(ExportedRow::meaning)
				.containsExactly(StageMeaning.OPEN, StageMeaning.LOST);
		}
	}

	@Test
	@DisplayName("What is no export is refused with what to do")
	void refuses() throws IOException {
		byte[] old = { (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2 };
		assertThatExceptionOfType(InvalidInputException.class)
			.isThrownBy(() -> ExportedFile.of(new ByteArrayInputStream(old)))
			.withMessageContaining(".xlsx");
		ByteArrayOutputStream archive = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(archive)) {
			zip.putNextEntry(new ZipEntry("readme.txt"));
			zip.write(1);
		}
		assertThatExceptionOfType(InvalidInputException.class)
			.isThrownBy(() -> ExportedFile.of(new ByteArrayInputStream(archive.toByteArray())))
			.withMessageContaining("libro de Excel");
		try (ExportedFile file = csv("uno,dos,tres\n1,2,3\n")) {
			assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> new ExportReader(file, NONE))
				.withMessageContaining("Empresa, Correo");
		}
		try (ExportedFile file = csv("Deal Name,Amount,Stage\nA,1,\"Open\nB,2,Open\n")) {
			assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> new ExportReader(file, NONE))
				.withMessageContaining("comillas");
		}
	}

	@Test
	@DisplayName("A file of Windows with its signs is read")
	void windows() throws IOException {
		try (ExportedFile file = ExportedFile
			.of(new ByteArrayInputStream("Tema;Ingresos est.;Estado\nAñil “Sur”;12.500,50 €;Abierto\n"
				.getBytes(Charset.forName("windows-1252"))))) {
			ExportedRow row = new ExportReader(file, NONE).preview().first().get(0);

			assertThat(row.text(ExportField.TITLE)).isEqualTo("Añil “Sur”");
			assertThat(row.currency()).isEqualTo("EUR");
		}
	}

	private static List<String> amounts(ExportedFile file, ExportChoices choices) {
		List<ExportedRow> rows = new ArrayList<>();
		new ExportReader(file, choices).read(into(rows, new ArrayList<>()));
		return rows.stream().map(ExportedRow::amount).map(BigDecimal::toPlainString).toList();
	}

	private static ExportReader.Rows into(List<ExportedRow> rows, List<String> told) {
		return new ExportReader.Rows() {

			@Override
			public boolean row(ExportedRow row) {
				return rows.add(row);
			}

			@Override
			public void rejected(long line, String reason) {
				told.add(line + ": " + reason);
			}

		};
	}

	private static ExportedFile csv(String text) throws IOException {
		return ExportedFile.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
	}

	private static ExportedFile fixture(String name) throws IOException {
		try (InputStream content = ExportReaderTests.class.getResourceAsStream("/pipeline/" + name)) {
			return ExportedFile.of(content);
		}
	}

}
