package dev.escala.modelgate.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

import dev.escala.modelgate.ModelFile;
import dev.escala.modelgate.Problem;
import dev.escala.modelgate.Submission;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Each kind of thing that a table must not do, with what its owner reads. */
class TableRulesTests {

	private static final TableRules RULES = new TableRules(Set.of("managers", "finance", "supervisors")::contains);

	@ParameterizedTest(name = "{0} in a column of type {1}")
	@DisplayName("A cell that FEEL cannot read, or reads in another way than it looks")
	@CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
			"GOLD            | string  | lee una variable llamada GOLD, que nadie da | Escriba \"GOLD\", entre comillas.",
			"PT2H            | string  | lee una variable llamada PT2H               | Escriba \"PT2H\", entre comillas.",
			"\"Gold\"        | string  | \"Gold\" no es un valor permitido           | Escriba \"GOLD\"; las mayúsculas",
			"\"GOLD \"       | string  | \"GOLD \" no es un valor permitido          | Escriba \"GOLD\"; las mayúsculas",
			"not(\"Gold\")   | string  | \"Gold\" no es un valor permitido           | Escriba \"GOLD\"",
			"\"PLATINUM\"    | string  | \"PLATINUM\" no es un valor permitido       | Los valores permitidos son \"GOLD\" y \"SILVER\".",
			"\"GOLD\" or \"SILVER\" | string | no se cumple con ningún valor         | \"GOLD\", \"SILVER\".",
			"“GOLD”          | string  | FEEL no puede leer «“GOLD”»                 | Use comillas rectas: \"GOLD\".",
			"'GOLD'          | string  | FEEL no puede leer                          | Use comillas dobles",
			"not \"GOLD\"    | string  | FEEL no puede leer                          | Para lo contrario escriba not(…)",
			"\"GOLD\"; \"SILVER\" | string | FEEL no puede leer                      | Separe los valores con comas",
			"\"GOLD          | string  | FEEL no puede leer                          | Falta una comilla.",
			"–               | string  | FEEL no puede leer                          | deje la celda vacía",
			"5               | string  | «5» no se cumple con ningún valor           | La columna es de tipo string; escriba algo como \"GOLD\".",
			"\"GOLD\", 5     | string  | la parte «5» no se cumple                   | La columna es de tipo string",
			"> 1,5           | double  | La coma de «> 1,5» no es decimal            | Los decimales se escriben con punto",
			"[1,5..3]        | double  | FEEL no puede leer                          | Los decimales se escriben con punto: [1.5..3].",
			"> 1.000         | integer | El punto de «> 1.000» no separa miles       | Escriba > 1000.",
			"100 €           | integer | FEEL no puede leer                          | quite lo que no es el número",
			"> 3 and < 5     | integer | FEEL no puede leer                          | Para dos límites a la vez escriba un intervalo",
			"= 5             | integer | FEEL no puede leer                          | Sobra el signo igual",
			"\"5\"           | integer | «\"5\"» no se cumple con ningún valor       | La columna es de tipo integer",
			"> 5, \"7\"      | integer | la parte «\"7\"» no se cumple               | La columna es de tipo integer",
			"[5..3]          | integer | no se cumple con ningún valor               | La columna es de tipo integer",
			"\"true\"        | boolean | no se cumple con ningún valor               | escriba algo como true",
			"verdadero       | boolean | lee una variable llamada verdadero          | Escriba true o false, en minúsculas",
			"TRUE            | boolean | lee una variable llamada TRUE               | Escriba true o false, en minúsculas",
			"not(true)       | boolean | «not(true)» no se cumple con ningún valor   | Escriba false.",
			"true, true      | boolean | «true, true» se cumple con cualquier valor  | Escriba solo true o solo false",
			"2026-11-29      | date    | parece una fecha y se lee como una cuenta: 1986 | date and time(",
			"29/11/2026      | date    | parece una fecha y se lee como una cuenta   | date and time(",
			"> date(\"2026-11-29\") | date | no se cumple con ningún valor            | La columna recibe un instante",
			"> @\"2026-13-45\" | date  | no se cumple con ningún valor               | La columna recibe un instante" })
	void cells(String cell, String type, String what, String how) {
		DmnText table = DmnText.table("prueba")
			.policy("FIRST")
			.input("dato", type, type.equals("string") ? "\"GOLD\",\"SILVER\"" : null)
			.output("respuesta", "integer")
			.rule(cell.strip(), "1")
			.rule("", "2");

		assertThat(check(table)).anySatisfy((problem) -> {
			assertThat(problem.refuses()).isTrue();
			assertThat(problem.file()).isEqualTo("prueba.dmn");
			assertThat(problem.element()).isEqualTo("rule1");
			assertThat(problem.label()).isEqualTo("Tabla «Prueba», regla 1, columna «dato»");
			assertThat(problem.what()).contains(what);
			assertThat(problem.how()).contains(how);
		});
	}

	@ParameterizedTest(name = "{0} in a column of type {1}")
	@DisplayName("A cell that means what it looks like")
	@CsvSource(delimiter = '|', quoteCharacter = '\0',
			value = { "\"GOLD\" | string", "not(\"GOLD\") | string", "? = \"GOLD\" | string", "> 1.5 | double",
					"[1..5] | integer", "]1..5[ | integer", "> 3, < 1 | integer", "-5 | integer", "> 24 * 60 | integer",
					"true | boolean", "not(false) | boolean", "> @\"2026-11-29T00:00:00\" | date",
					"> date and time(\"2026-11-29T00:00:00\") | date", "@\"PT2H\" | dayTimeDuration",
					"> duration(\"P1Y\") | yearMonthDuration", "> @\"2026-11-29\" | day", "> @\"08:00:00\" | time" })
	void goodCells(String cell, String type) {
		DmnText table = DmnText.table("prueba")
			.policy("FIRST")
			.input("dato", type, type.equals("string") ? "\"GOLD\",\"SILVER\"" : null)
			.output("respuesta", "integer")
			.rule(cell.strip(), "1")
			.rule("", "2");

		assertThat(check(table)).isEmpty();
	}

	@ParameterizedTest(name = "{0}")
	@DisplayName("A hole, with an example")
	@CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
			"string  | \"GOLD\"          | not(\"GOLD\",\"OTRO\") | Con dato = \"OTRO\" ",
			"string  | \"GOLD\"          | \"SILVER\"             | Con dato = \"OTRO\" (o cualquier otro texto) ",
			"boolean | true              | true                   | Con dato = false ",
			"integer | < 3               | > 3                    | Con dato = 3 ",
			"integer | <= 3              | > 4                    | Con dato = 4 ",
			"double  | <= 3              | >= 4                   | Con dato = 3.5 ",
			"date    | < @\"2026-11-29T00:00:00\" | > @\"2026-11-29T00:00:00\" | Con dato = @\"2026-11-29T00:00\" ",
			"length  | < @\"PT2H\"       | > @\"PT2H\"            | Con dato = @\"PT2H\" ",
			"time    | < @\"08:00:00\"   | > @\"08:00:00\"        | Con dato = @\"08:00\" ",
			"day     | < @\"2026-11-29\" | > @\"2026-11-29\"      | Con dato = @\"2026-11-29\" " })
	void holes(String type, String one, String other, String example) {
		DmnText table = DmnText.table("prueba")
			.policy("ANY")
			.input("dato", type, null)
			.output("respuesta", "integer")
			.rule(one.strip(), "1")
			.rule(other.strip(), "1");

		assertThat(check(table)).singleElement().satisfies((problem) -> {
			assertThat(problem.refuses()).isTrue();
			assertThat(problem.what()).isEqualTo(example.strip() + " no hay ninguna regla.");
			assertThat(problem.how()).isEqualTo("Añada una regla para ese caso.");
		});
	}

	@Test
	@DisplayName("A hole names only the inputs that make it one")
	void holeOfTwo() {
		DmnText table = DmnText.table("prueba")
			.input("severity", "string", "\"LOW\",\"HIGH\"")
			.input("tier", "string", "\"SILVER\",\"GOLD\"")
			.input("major", "boolean", null)
			.output("respuesta", "integer")
			.rule("\"LOW\"", "", "", "1")
			.rule("\"HIGH\"", "\"SILVER\"", "", "2");

		assertThat(check(table)).extracting(Problem::what)
			.containsExactly("Con severity = \"HIGH\" y tier = \"GOLD\" no hay ninguna regla.");
	}

	@Test
	@DisplayName("What collects may leave a case without an answer, but for a decision that must have one")
	void holesOfCollections() {
		DmnText foreign = DmnText.table("prueba")
			.policy("COLLECT")
			.input("severity", "string", "\"LOW\",\"HIGH\"")
			.output("group", "string")
			.rule("\"LOW\"", "\"managers\"");
		DmnText ours = DmnText.table("stakeholders")
			.policy("COLLECT")
			.input("severity", "string", null)
			.output("group", "string")
			.rule("\"LOW\"", "\"managers\"");

		assertThat(check(foreign)).isEmpty();
		assertThat(check(ours)).extracting(Problem::what)
			.containsExactly("Con severity = \"MODERATE\" no hay ninguna regla.");
	}

	@Test
	@DisplayName("Two rules at once in UNIQUE; in ANY only where they differ")
	void overlaps() {
		DmnText unique = twice("UNIQUE", "1", "1");

		assertThat(check(unique)).extracting(Problem::what)
			.containsExactly("Con level = 3 se cumplen a la vez las reglas 1 y 2, y la tabla es UNIQUE.");
		assertThat(check(twice("ANY", "1", "1"))).isEmpty();
		assertThat(check(twice("ANY", "1", "2"))).extracting(Problem::what)
			.containsExactly("Con level = 3 se cumplen a la vez las reglas 1 y 2, y no responden lo mismo.");
	}

	@Test
	@DisplayName("FIRST: a rule that is never reached")
	void unreached() {
		DmnText table = DmnText.table("prueba")
			.policy("FIRST")
			.input("level", "integer", null)
			.output("respuesta", "integer")
			.rule("<= 3", "1")
			.rule("> 3", "2")
			.rule("[1..9]", "3");

		assertThat(check(table)).extracting(Problem::element, Problem::what)
			.containsExactly(
					tuple("rule3", "La regla no se alcanza nunca: con level = 1 siempre se cumple antes otra."));
	}

	@Test
	@DisplayName("COLLECT: two rules that are the same, however they are written")
	void equalRules() {
		DmnText table = DmnText.table("prueba")
			.policy("COLLECT")
			.input("severity", "string", "\"LOW\",\"HIGH\"")
			.output("group", "string")
			.rule("\"LOW\",\"HIGH\"", "\"managers\"")
			.rule("", "\"managers\"")
			.rule("", "\"finance\"");

		assertThat(check(table)).extracting(Problem::element, Problem::what)
			.containsExactly(
					tuple("rule2", "Es igual que la regla 1: la respuesta saldría dos veces con cualquier valor."));
	}

	@ParameterizedTest(name = "{0} in {1}")
	@DisplayName("An answer that nobody can use")
	@CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
			"PT2H           | duration  | lee una variable llamada PT2H     | Escriba \"PT2H\", entre comillas.",
			"\"1 hora\"     | duration  | \"1 hora\" no es una duración     | El plazo se escribe como \"PT4H\"",
			"\"P2D\"        | duration  | son días, y la regla cuenta horas laborables | El plazo se escribe",
			"\"PT0S\"       | duration  | no está entre un minuto y 2200 horas | El plazo se escribe",
			"               | duration  | La regla no da ningún valor       | El plazo se escribe",
			"“PT2H”         | duration  | FEEL no puede leer                | Use comillas rectas: \"PT2H\".",
			"\"a\" + 5      | duration  | no da ningún valor                | El plazo se escribe",
			"\"Working\"    | counting  | es \"WORKING\", con esas mayúsculas | Los valores posibles son \"WORKING\"",
			"\"HOURS\"      | counting  | \"HOURS\" no es un valor posible. | Los valores posibles son",
			"150            | warnAfter | «150» no es un número entero entre 1 y 99 | Escriba un número entero entre 1 y 99",
			"\"mucho\"      | warnAfter | no es del tipo de la columna, que es integer | Escriba un número entero",
			"7.5            | warnAfter | no es del tipo de la columna, que es integer | Escriba un número entero",
			"\"quizá\"      | mayPause  | «quizá» no es true ni false       | Escriba true o false",
			"2026-11-29     | warnAfter | parece una fecha y se lee como una cuenta: 1986 | entre comillas" })
	void answers(String cell, String output, String what, String how) {
		List<String> outputs = List.of("duration", "counting", "warnAfter", "mayPause");
		List<String> row = new ArrayList<>(List.of("", "\"PT4H\"", "\"WORKING\"", "75", "false"));
		row.set(outputs.indexOf(output) + 1, (cell == null) ? "" : cell.strip());
		DmnText table = DmnText.table("serviceLevels")
			.input("tier", "string", null)
			.output("duration", "string")
			.output("counting", "string")
			.output("warnAfter", "integer")
			.output("mayPause", null)
			.rule(row.toArray(String[]::new));

		assertThat(check(table)).anySatisfy((problem) -> {
			assertThat(problem.refuses()).isTrue();
			assertThat(problem.label()).isEqualTo("Tabla «Prueba», regla 1, columna «" + output + "»");
			assertThat(problem.what()).contains(what);
			assertThat(problem.how()).contains(how);
		});
	}

	@ParameterizedTest(name = "{0}")
	@DisplayName("A group that nobody is in, or two in a cell")
	@CsvSource(delimiter = '|', quoteCharacter = '\0',
			value = { "speciality | «speciality», sin comillas, responde con el dato de la columna de entrada",
					"\"finanzas\" | El grupo \"finanzas\" no existe.",
					"\"finance,managers\" | \"finance,managers\" son varios grupos en una celda.",
					"\"finance\",\"managers\" | FEEL no puede leer" })
	void groups(String cell, String what) {
		DmnText table = DmnText.table("functionalRouting")
			.input("speciality", "string", null)
			.output("group", "string")
			.rule("", cell.strip());

		assertThat(check(table)).singleElement().satisfies((problem) -> {
			assertThat(problem.what()).contains(what);
			assertThat(problem.how()).matches("(?s).*([Uu]n|comillas).*");
		});
	}

	@Test
	@DisplayName("Answers that must not come together")
	void forbidden() {
		DmnText table = DmnText.table("messageReview")
			.input("mentionsLegal", "boolean", null)
			.output("secondReader", "boolean")
			.output("readers", "string")
			.rule("true", "true", "\"none\"")
			.rule("false", "false", "\"none\"");

		assertThat(check(table)).extracting(Problem::element, Problem::what)
			.containsExactly(tuple("rule1", "Si otra persona lo lee antes, hay que decir qué grupo."));
	}

	@Test
	@DisplayName("Columns that do not fit what is asked and read")
	void columns() {
		DmnText table = DmnText.table("escalationSeverity")
			.policy("COLLECT")
			.input("impact", "string", "\"LOW\",\"HIGH\",\"ENORME\"")
			.input("major", "string", null)
			.output("severity", "string")
			.rule("", "", "\"LOW\"");

		assertThat(check(table)).filteredOn(Problem::refuses)
			.extracting(Problem::what)
			.containsExactly("Con la política COLLECT responden varias reglas, y solo se lee una.",
					"En los valores permitidos falta \"MEDIUM\", que puede llegar.",
					"\"ENORME\" no llega nunca: no es un valor de este dato.",
					"La columna es de tipo string y el dato es de tipo boolean.");
	}

	@Test
	@DisplayName("A sum that can turn negative, a count without a name, a policy that the engine does not know")
	void aggregates() {
		DmnText sum = DmnText.table("prueba")
			.policy("COLLECT\" aggregation=\"SUM")
			.input("level", "integer", null)
			.output("points", "integer")
			.rule("> 1", "2000000000")
			.rule("> 2", "2000000000");
		DmnText count = DmnText.table("prueba")
			.policy("COLLECT\" aggregation=\"COUNT")
			.input("level", "integer", null)
			.output("points", "integer")
			.rule("> 1", "1");
		DmnText priority = DmnText.table("prueba")
			.policy("PRIORITY")
			.input("level", "integer", null)
			.output("points", "integer")
			.rule("", "1");

		assertThat(check(sum)).extracting(Problem::what)
			.containsExactly("La suma puede pasar de 2147483647 y entonces el motor la da en negativo.");
		assertThat(check(count)).singleElement().satisfies((problem) -> {
			assertThat(problem.refuses()).as("a table of others may be read otherwise").isFalse();
			assertThat(problem.what()).contains("el resultado de COUNT no tiene nombre");
		});
		assertThat(check(priority)).extracting(Problem::what).contains("El motor no conoce la política PRIORITY.");
	}

	@Test
	@DisplayName("What cannot be decided is said, and nothing is made up")
	void undecided() {
		DmnText table = DmnText.table("prueba")
			.input("name", "string", null)
			.input("level", "integer", null)
			.output("respuesta", "integer")
			.rule("contains(?, \"a\")", "> level2", "1")
			.rule("starts with(?, \"b\")", "<= 3", "2");

		assertThat(check(table)).isNotEmpty().noneMatch(Problem::refuses);
		assertThat(check(table)).extracting(Problem::what)
			.anyMatch((what) -> what.contains("level2; si el proceso no la da"))
			.anyMatch((what) -> what.contains("No se puede comprobar del todo"));
	}

	@Test
	@DisplayName("A table that is too large to be decided is said to be, within bounded work")
	void tooLarge() {
		DmnText table = DmnText.table("prueba");
		int columns = 24;
		for (int i = 0; i < columns; i++) {
			table.input("dato" + i, "integer", null);
		}
		table.output("respuesta", "integer").policy("FIRST");
		Random random = new Random(7);
		for (int rule = 0; rule < 120; rule++) {
			String[] cells = new String[columns + 1];
			for (int i = 0; i < columns; i++) {
				cells[i] = (random.nextInt(4) > 0) ? "" : "not(" + random.nextInt(9) + ")";
			}
			cells[columns] = "1";
			table.rule(cells);
		}

		assertThat(check(table)).singleElement().satisfies((problem) -> {
			assertThat(problem.refuses()).isFalse();
			assertThat(problem.what()).contains("demasiado grande para comprobar");
		});
	}

	@Test
	@DisplayName("A file that is no DMN")
	void unreadable() {
		ModelFile other = new ModelFile("dmn/otro.dmn", "<html/>".getBytes(StandardCharsets.UTF_8));

		assertThat(RULES.check(new Submission(List.of(other)))).extracting(Problem::file, Problem::what)
			.containsExactly(tuple("otro.dmn", "El archivo no se puede leer como DMN."));
	}

	@Test
	@DisplayName("Nothing in a table runs while it is looked at")
	void nothingRuns() {
		DmnText table = DmnText.table("prueba")
			.policy("FIRST")
			.input("level", "integer", null)
			.output("respuesta", "string")
			.rule("count(for i in 1..2000000000 return i) > 5", "1")
			.rule("", "string(10 ** 999999999)");

		assertThat(check(table)).noneMatch(Problem::refuses);
	}

	private static DmnText twice(String policy, String one, String other) {
		return DmnText.table("prueba")
			.policy(policy)
			.input("level", "integer", null)
			.output("respuesta", "integer")
			.rule("<= 3", one)
			.rule(">= 3", other);
	}

	private static List<Problem> check(DmnText table) {
		return RULES.check(new Submission(List.of(table.file())));
	}

}
