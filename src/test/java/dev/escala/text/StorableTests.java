package dev.escala.text;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** PostgreSQL keeps almost every text. */
class StorableTests {

	@Test
	@DisplayName("NUL and half a surrogate pair cannot be kept, a whole pair can")
	void whatCanBeKept() {
		assertThat(Storable.isStorable("línea\n\tuna 👍🏽")).isTrue();
		assertThat(Storable.isStorable("a\0b")).isFalse();
		assertThat(Storable.isStorable("a\uD83D")).isFalse();
		assertThat(Storable.isStorable("\uDC4Da")).isFalse();
	}

	@Test
	@DisplayName("What cannot be kept is left out, and nothing else")
	void leftOut() {
		assertThat(Storable.storable("a\0\uD83Db\uDC4D 👍🏽\u0001")).isEqualTo("ab 👍🏽\u0001");
	}

}
