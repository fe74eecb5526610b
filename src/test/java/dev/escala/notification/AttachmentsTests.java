package dev.escala.notification;

import java.util.Optional;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@DisplayName("Files of mails")
class AttachmentsTests {

	@Test
	@DisplayName("Each is asked of whoever has it, and one that is too large does not travel")
	void found() {
		DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
		beans.registerSingleton("small", files("small/", MailFile.LARGEST));
		beans.registerSingleton("large", files("large/", MailFile.LARGEST + 1));
		Attachments attachments = new Attachments(beans.getBeanProvider(MailFiles.class));

		assertThat(attachments.find("large/7")).get().extracting(MailFile::name).isEqualTo("large-7.pdf");
		assertThat(attachments.problem("small/1")).isNull();
		assertThat(attachments.problem("large/1")).isEqualTo("El archivo adjunto pasa de 5 MB.");
		assertThat(attachments.problem("other/1")).isEqualTo("El archivo adjunto ya no existe.");
	}

	@Test
	@DisplayName("A name that some program would misread is none")
	void named() {
		for (String name : new String[] { "", "../x.pdf", "a b.pdf", "x\r\nBcc: y", "ñ.pdf", ".pdf" }) {
			assertThatIllegalArgumentException().as(name).isThrownBy(() -> new MailFile(name, "x/y", new byte[0]));
		}
	}

	private static MailFiles files(String prefix, int size) {
		return new MailFiles() {

			@Override
			public String prefix() {
				return prefix;
			}

			@Override
			public Optional<MailFile> find(String reference) {
				return Optional
					.of(new MailFile(reference.replace('/', '-') + ".pdf", "application/pdf", new byte[size]));
			}

		};
	}

}
