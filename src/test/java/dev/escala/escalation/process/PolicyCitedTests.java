package dev.escala.escalation.process;

import dev.escala.letter.LetterText;
import dev.escala.letter.WriteToCustomer;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.EscalaTest;
import dev.escala.timeline.Timeline;
import dev.escala.timeline.TimelineEntry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EscalaTest
@DisplayName("A policy is the last thing that a customer reads of us")
class PolicyCitedTests extends EscalationStory {

	@Autowired
	private WriteToCustomer writing;

	@Autowired
	private Timeline timeline;

	@Test
	@DisplayName("Cited alone it is refused; with an alternative it is sent, and the case keeps both (003-07)")
	void keptWithItsAlternative() {
		CaseNumber number = working(moderate());
		String alone = "Según nuestra política, no se devuelve.";
		String both = alone + " En su lugar, le ofrecemos otro equipo el martes.";

		assertThatThrownBy(() -> write(number, alone)).hasMessageContaining("Según nuestra política");
		assertThat(this.timeline.entries(number)).extracting(TimelineEntry::text)
			.noneMatch((text) -> text.contains("política"));
		write(number, both);

		assertThat(this.timeline.entries(number)).extracting(TimelineEntry::text)
			.contains("Citó una política, con su alternativa: «" + both + "»");
	}

	private void write(CaseNumber number, String text) {
		this.writing.write(number, new UserId("tecnologia"), new LetterText("message", text, null, false, false));
	}

}
