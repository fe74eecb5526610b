package dev.escala.lessons;

import java.util.UUID;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.EscalaTest;
import dev.escala.validation.InvalidInputException;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@EscalaTest
@DisplayName("The register of lessons")
class LessonsTests {

	@Autowired
	private Lessons lessons;

	private final String mark = UUID.randomUUID().toString();

	@Test
	@DisplayName("keeps the same words once for a case")
	void keepsOnce() {
		String text = "Avisar antes " + this.mark;

		assertThat(this.lessons.add(new CaseNumber("ESC-A" + this.mark), text, new UserId("agente"))).isTrue();
		assertThat(this.lessons.add(new CaseNumber("ESC-A" + this.mark), " " + text + " ", new UserId("gerente")))
			.isFalse();
		assertThat(this.lessons.add(new CaseNumber("ESC-B" + this.mark), text, new UserId("gerente"))).isTrue();

		assertThat(this.lessons.lessons(new CaseNumber("ESC-A" + this.mark))).singleElement().satisfies((lesson) -> {
			assertThat(lesson.text()).isEqualTo(text);
			assertThat(lesson.author()).isEqualTo(new UserId("agente"));
		});
	}

	@Test
	@DisplayName("finds all words without regard to case and accents, and takes % and _ as they are")
	void finds() {
		this.lessons.add(new CaseNumber("ESC-C" + this.mark), "La renovación AUTOMÁTICA al 100% falló " + this.mark,
				new UserId("agente"));
		this.lessons.add(new CaseNumber("ESC-C" + this.mark), "Otra cosa al 100 por cien " + this.mark,
				new UserId("agente"));

		assertThat(found("RENOVACION automatica " + this.mark)).isEqualTo(1);
		assertThat(found("100% " + this.mark)).isEqualTo(1);
		assertThat(found("100 " + this.mark)).isEqualTo(2);
		assertThat(found("1_0 " + this.mark)).isZero();
		assertThat(found("100!% " + this.mark)).isZero();
		assertThat(found("nada " + this.mark)).isZero();
	}

	@Test
	@DisplayName("answers page by page, the newest first")
	void pages() {
		for (int i = 1; i <= 3; i++) {
			this.lessons.add(new CaseNumber("ESC-D" + this.mark), "Lección " + i + " " + this.mark,
					new UserId("agente"));
		}

		Page<Lesson> second = this.lessons.search(this.mark, page(1, 2));

		assertThat(second.total()).isEqualTo(3);
		assertThat(second.items()).extracting(Lesson::text).containsExactly("Lección 1 " + this.mark);
		assertThat(this.lessons.search(null, page(0, 1)).items()).hasSize(1);
	}

	@Test
	@DisplayName("refuses what is empty, too long or cannot be stored")
	void refuses() {
		for (String text : new String[] { null, " ", "x".repeat(4001), "a\u0000b" }) {
			assertThatExceptionOfType(InvalidInputException.class)
				.isThrownBy(() -> this.lessons.add(new CaseNumber("ESC-E"), text, new UserId("agente")));
		}
		assertThatExceptionOfType(InvalidInputException.class)
			.isThrownBy(() -> this.lessons.search("x".repeat(201), page(0, 1)));
	}

	private long found(String words) {
		return this.lessons.search(words, page(0, 10)).total();
	}

	private static PageRequest page(int page, int size) {
		return new PageRequest(page, size, "-recordedAt");
	}

}
