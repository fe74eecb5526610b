package dev.escala.pursuit.taken;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.StageKind;
import dev.escala.support.EscalaTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("What each of the twelve systems exports, in English and in Spanish, is taken over once")
class SystemExportsTests extends SaleImportStory {

	static Stream<Shape> shapes() throws IOException {
		try (InputStream file = SystemExportsTests.class.getResourceAsStream("/pipeline/exports.txt")) {
			String all = new String(file.readAllBytes(), StandardCharsets.UTF_8);
			return Stream.of(all.split("\\n(?=[A-Z_0-9]+ e[ns]\\n)"))
				.map((part) -> part.split("\\n", 2))
				.map((part) -> new Shape(part[0], part[1]))
				.toList()
				.stream();
		}
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("shapes")
	void isTaken(Shape shape) {
		String company = company();
		String text = shape.text()
			.replace("%C", company)
			.replace("%I", UUID.randomUUID().toString().replaceAll("\\D", "").substring(0, 8));

		SaleImport first = sent(text);
		assertThat(first.preview().system().name() + " ").as(first.preview().toString())
			.isEqualTo(shape.name().replaceFirst("e[ns]$", ""));
		assertThat(first.preview().questions()).isEmpty();
		assertThat(first.preview().expected()).as(first.preview().toString())
			.isEqualTo(new ImportPreview.Expected(2, 0, 0, 0, 0, 1));
		SaleImport done = confirmed(first);
		assertThat(done.counts()).as(told(done).toString()).isEqualTo(new SaleImport.Counts(2, 0, 0, 0, 0));

		Pursuit open = deal(company, "Fibra");
		assertThat(open.standing().kind()).isEqualTo(StageKind.ACTIVE);
		assertThat(open.deal().amount()).isEqualByComparingTo("12500.50");
		assertThat(open.deal().currency()).isEqualTo("EUR");
		assertThat(happened(open.number())).anySatisfy((entry) -> assertThat(entry).contains("2026-12-31"));
		assertThat(this.people.tasks(open.number())).containsExactly(REQUESTED);
		Pursuit won = deal(company, "Sedes");
		assertThat(won.standing().kind()).isEqualTo(StageKind.WON);
		assertThat(won.deal().amount()).isEqualByComparingTo("980");
		assertThat(this.people.left(won.number())).as("nothing of it runs any more").isEmpty();

		SaleImport again = imported(text);
		assertThat(again.counts()).as(told(again).toString()).isEqualTo(new SaleImport.Counts(0, 0, 2, 0, 0));
		assertThat(pursuitsOf(company)).hasSize(2);
	}

	/** A file of a system. */
	record Shape(String name, String text) {

		@Override
		public String toString() {
			return this.name;
		}

	}

}
