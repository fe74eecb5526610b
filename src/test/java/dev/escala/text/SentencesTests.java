package dev.escala.text;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Words in Spanish sentences. */
class SentencesTests {

	@Test
	@DisplayName("A label within a sentence is Spanish, whatever language the machine speaks")
	void within() {
		Locale machine = Locale.getDefault();
		Locale.setDefault(Locale.forLanguageTag("tr-TR"));
		try {
			assertThat("CRÍTICA".toLowerCase(Locale.getDefault())).as("the machine speaks Turkish")
				.isEqualTo("crítıca");
			assertThat(Sentences.within("CRÍTICA")).isEqualTo("crítica");
			assertThat(Sentences.within("Información del cliente")).isEqualTo("información del cliente");
			assertThat(Sentences.beginning("iba tarde")).isEqualTo("Iba tarde");
			assertThat(Sentences.continued("Indique la fecha")).isEqualTo("indique la fecha");
		}
		finally {
			Locale.setDefault(machine);
		}
	}

	@Test
	@DisplayName("Only the first letter of a sentence changes")
	void beginning() {
		assertThat(Sentences.beginning("el canal «Equipo»")).isEqualTo("El canal «Equipo»");
		assertThat(Sentences.beginning("única causa")).isEqualTo("Única causa");
		assertThat(Sentences.beginning("")).isEmpty();
		assertThat(Sentences.beginning("👍 bien")).isEqualTo("👍 bien");
		assertThat(Sentences.continued("Falta la fecha de ABC.")).isEqualTo("falta la fecha de ABC.");
		assertThat(Sentences.continued("")).isEmpty();
	}

	@Test
	@DisplayName("Names stand in a row, the last one behind «y»")
	void all() {
		assertThat(Sentences.all(List.of())).isEmpty();
		assertThat(Sentences.all(List.of("Ana"))).isEqualTo("Ana");
		assertThat(Sentences.all(List.of("Ana", "Luis"))).isEqualTo("Ana y Luis");
		assertThat(Sentences.all(List.of("Ana", "Luis", "Eva"))).isEqualTo("Ana, Luis y Eva");
	}

	@Test
	@DisplayName("Of many names the rest is counted")
	void some() {
		assertThat(Sentences.some(List.of("ESC-1", "ESC-2"), 2)).isEqualTo("ESC-1, ESC-2");
		assertThat(Sentences.some(List.of("ESC-1", "ESC-2"), 6)).isEqualTo("ESC-1, ESC-2 y 4 más");
	}

}
