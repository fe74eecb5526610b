package dev.escala.inbound.mail;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A thank-you is known by having no other word")
class ThankYouTests {

	@ParameterizedTest
	@ValueSource(strings = { "Muchas gracias por todo.", "¡Gracias!\n\nUn saludo,\nLuis Gil", "Perfecto, ya no pasa.",
			"Resuelto, muchas gracias por su ayuda.", "Todo bien, pueden cerrar el caso. Gracias.", "Ok, recibido",
			"Moltes gràcies, tot perfecte.", "Moitas grazas por todo", "Muito obrigado pela sua ajuda",
			"Thank you very much for your help!", "Eskerrik asko", "Funciona correctamente, sin problemas" })
	void thanks(String text) {
		assertThat(ThankYou.isAllOf(mail(text))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Gracias por nada.", "Gracias, pero no funciona.", "Ya no funciona.",
			"Gracias. ¿Todo resuelto?", "Gracias, faltan facturas", "Bien, vuelve a pasar", "Sigue sin funcionar",
			"No, gracias", "Thanks, still broken", "Es la segunda vez", "Hola", "", "Gràcies, però torna a fallar" })
	void saysMore(String text) {
		assertThat(ThankYou.isAllOf(mail(text))).isFalse();
	}

	private static ParsedMail mail(String text) {
		return MailParser.parse(("From: Luis Gil <luis.gil@cliente.example>\r\nSubject: Re: su caso\r\n"
				+ "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + text)
			.getBytes(StandardCharsets.UTF_8));
	}

}
