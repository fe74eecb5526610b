package dev.escala.notification.channel;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("What somebody typed, in a chat")
class SlackTextTests {

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', value = { "Red caída & sin datos, Red caída &amp; sin datos",
			"<!channel> ya, &lt;!channel&gt; ya", "<@U012AB3CD>, &lt;@\u200BU012AB3CD&gt;",
			"<https://evil.test|Abrir>, &lt;https://evil.test|Abrir&gt;", "&lt;!here&gt;, &amp;lt;!here&amp;gt;",
			"@all @channel, @\u200Ball @\u200Bchannel", "[Abrir](https://evil.test), [Abrir]\u200B(https://evil.test)",
			"*a* _b_ ~c~, \u200B*\u200Ba\u200B*\u200B \u200B_\u200Bb\u200B_\u200B \u200B~\u200Bc\u200B~\u200B" })
	@DisplayName("is read as it was typed: it names nobody, links nowhere and formats nothing")
	void isOnlyText(String typed, String written) {
		assertThat(SlackText.escape(typed)).isEqualTo(written);
	}

	@Test
	@DisplayName("is one line of at most 300 characters, and never half a character")
	void isOneLine() {
		assertThat(SlackText.escape(" a\r\n*Nivel: 9*\u2028b\0c ")).doesNotContain("\n", "\r", "\u2028", "\0")
			.startsWith("a ");
		assertThat(SlackText.escape("x".repeat(297) + "😀😀")).isEqualTo("x".repeat(297) + "😀…");
	}

}
