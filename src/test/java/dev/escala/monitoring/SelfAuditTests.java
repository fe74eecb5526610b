package dev.escala.monitoring;

import java.time.Duration;
import java.util.List;

import dev.escala.support.EscalaTest;
import dev.escala.support.Logged;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@EscalaTest
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("The self-audit")
class SelfAuditTests extends SelfAuditStory {

	@Test
	@DisplayName("finds nothing where nothing is wrong, and tells nobody")
	void healthy(CapturedOutput output) throws Exception {
		assertThat(audit().run()).contains(List.of());

		assertThat(mails()).isEmpty();
		assertThat(findings(null)).isEmpty();
		assertThat(output).doesNotContain("Found ", "Nobody was told");
	}

	@Test
	@DisplayName("tells supervisors of everything new in one mail, once, and the log too")
	void tellsOnce(CapturedOutput output) throws Exception {
		this.leaks.sees("tank-1", LEAK);
		this.leaks.sees("tank-2", "Otro depósito pierde agua.");
		this.fires.sees("room", FIRE);

		assertThat(audit().run().orElseThrow()).hasSize(3);
		assertThat(audit().run().orElseThrow()).isEmpty();
		pass(Duration.ofDays(3));
		assertThat(audit().run().orElseThrow()).isEmpty();

		List<MimeMessage> mails = mails();
		assertThat(mails).hasSize(1);
		assertThat(to(mails.get(0))).isEqualTo("sara@escala.example");
		assertThat(mails.get(0).getSubject()).isEqualTo("Autocontrol · Escala necesita su atención (3)");
		assertThat(text()).contains("Hola, Sara Ríos:", "LO QUE MIRA LEAKS", "- " + LEAK, "LO QUE MIRA FIRES",
				"- " + FIRE, "/hallazgos");
		assertThat(html()).contains("<li", LEAK, FIRE);
		assertThat(output.getOut().split("Found leaks \\(tank-1\\)")).hasSize(2);
		assertThat(findings(true)).hasSize(3).allSatisfy((finding) -> {
			assertThat(finding.foundAt()).isEqualTo("2026-11-23T09:00:00Z");
			assertThat(finding.toldAt()).isEqualTo("2026-11-23T09:00:00Z");
			assertThat(finding.lastSeenAt()).isEqualTo("2026-11-26T09:00:00Z");
		});
	}

	@Test
	@DisplayName("closes what is gone, and tells anew what comes back")
	void goneAndAgain() throws Exception {
		this.leaks.sees("tank-1", LEAK);
		audit().run();
		this.leaks.seesNothing();
		pass(Duration.ofMinutes(1));
		audit().run();
		assertThat(findings(true)).isEmpty();
		assertThat(findings(false)).singleElement()
			.satisfies((finding) -> assertThat(finding.goneAt()).isEqualTo("2026-11-23T09:01:00Z"));

		this.leaks.sees("tank-1", LEAK);
		pass(Duration.ofMinutes(1));
		audit().run();

		assertThat(mails()).hasSize(2);
		assertThat(findings(null)).hasSize(2).first().satisfies((finding) -> assertThat(finding.goneAt()).isNull());
	}

	@Test
	@DisplayName("keeps the newest words about what it told before")
	void newestWords() throws Exception {
		this.leaks.sees("tank-1", LEAK);
		audit().run();
		this.leaks.seesNothing();
		this.leaks.sees("tank-1", "El depósito está vacío.");
		audit().run();

		assertThat(findings(true)).extracting(Finding::text).containsExactly("El depósito está vacío.");
		assertThat(mails()).hasSize(1);
	}

	@Test
	@DisplayName("takes a check that throws for a finding, runs the others and closes nothing of that check")
	void throwingCheck() throws Exception {
		this.leaks.sees("tank-1", LEAK);
		audit().run();
		this.leaks.throwsInstead(() -> this.jdbc.sql("SELECT 1 / 0").query(Long.class).single());
		this.fires.sees("room", FIRE);

		try (Logged said = Logged.by(SelfAudit.class)) {
			audit().run();
			audit().run();
			assertThat(said.lines()).filteredOn((line) -> line.contains("division by zero"))
				.as("the cause, once")
				.hasSize(1);
		}

		assertThat(findings(true)).extracting(Finding::kind).containsExactlyInAnyOrder("leaks", "fires", "self-check");
		assertThat(findings(true)).filteredOn((finding) -> finding.kind().equals("self-check"))
			.extracting(Finding::text)
			.first()
			.asString()
			.startsWith("La comprobación «Lo que mira leaks» no se pudo ejecutar");
		assertThat(mails()).hasSize(2);

		this.leaks.throwsInstead(null);
		audit().run();
		assertThat(findings(true)).extracting(Finding::kind).containsExactlyInAnyOrder("leaks", "fires");
	}

	@Test
	@DisplayName("lets no check write")
	void readOnly() {
		this.leaks.throwsInstead(() -> this.jdbc.sql("DELETE FROM finding").update());

		try (Logged said = Logged.by(SelfAudit.class)) {
			audit().run();
			assertThat(said.lines()).singleElement().asString().contains("SQL [DELETE FROM finding]");
		}

		assertThat(findings(true)).extracting(Finding::kind).containsExactly("self-check");
	}

	@Test
	@DisplayName("tells managers where no supervisor has an address that can exist")
	void managersInstead() throws Exception {
		address("mon-sup", "sara sin correo");
		this.leaks.sees("tank-1", LEAK);

		audit().run();

		assertThat(mails()).singleElement().satisfies((mail) -> assertThat(to(mail)).isEqualTo("mario@escala.example"));
	}

	@Test
	@DisplayName("logs an error where nobody has an address, and tells as soon as somebody has")
	void nobodyHasAnAddress(CapturedOutput output) throws Exception {
		address("mon-sup", null);
		address("mon-man", " ");
		this.leaks.sees("tank-1", LEAK);

		audit().run();
		audit().run();

		assertThat(mails()).isEmpty();
		assertThat(output.getOut().split("Nobody was told of 1 new findings")).hasSize(2);
		assertThat(findings(true)).singleElement().satisfies((finding) -> assertThat(finding.toldAt()).isNull());
		address("mon-sup", "sara@escala.example");
		audit().run();
		audit().run();
		assertThat(mails()).hasSize(1);
	}

	@Test
	@DisplayName("writes one mail of bearable length in a storm")
	void storm() throws Exception {
		for (int i = 0; i < 1500; i++) {
			this.leaks.sees("tank-" + i, "Depósito " + i + " roto.");
		}

		audit().run();
		audit().run();

		assertThat(findings(true)).hasSize(200);
		assertThat(this.repository.openByKind()).containsEntry("leaks", 1000L);
		assertThat(mails()).hasSize(1);
		assertThat(text()).contains("- Depósito 19 roto.", "- Y 980 más.").doesNotContain("Depósito 20 roto");
	}

	@Test
	@DisplayName("keeps nothing that could break a line of the log, a mail or an index")
	void strangeWords(CapturedOutput output) throws Exception {
		this.leaks.sees("a\nb" + "x".repeat(5000), "uno\r\nERROR forged\u0000 <b>dos</b> [[${7*7}]]");
		this.leaks.sees("a\nb" + "x".repeat(5001), "tres");

		assertThat(audit().run().orElseThrow()).hasSize(2);

		assertThat(findings(true)).extracting(Finding::text).contains("uno  ERROR forged  <b>dos</b> [[${7*7}]]");
		assertThat(output.getOut().lines()).noneMatch((line) -> line.startsWith("ERROR forged"));
		mails();
		assertThat(html()).contains("&lt;b&gt;dos&lt;/b&gt; [[${7*7}]]");
	}

	@Test
	@DisplayName("forgets what has been gone for a year, and closes what no check looks for any more")
	void forgets() {
		this.leaks.sees("tank-1", LEAK);
		audit().run();
		new SelfAudit(new Checks(List.of(this.fires), this.times, this.transactions), this.repository, this.notice,
				clock(), this.transactions)
			.run();
		assertThat(findings(true)).isEmpty();
		assertThat(findings(false)).hasSize(1);

		this.leaks.seesNothing();
		pass(Duration.ofDays(366));
		audit().run();

		assertThat(findings(null)).isEmpty();
	}

	@Test
	@DisplayName("knows each check by a name of its own")
	void names() {
		assertThatIllegalStateException().isThrownBy(() -> checks(new Scripted("twice"), new Scripted("twice")));
		assertThatIllegalStateException().isThrownBy(() -> checks(new Scripted("self-check")));
		assertThatIllegalStateException().isThrownBy(() -> checks(new Scripted("Not A Name")));
	}

}
