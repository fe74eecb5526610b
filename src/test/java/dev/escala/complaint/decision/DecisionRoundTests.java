package dev.escala.complaint.decision;

import java.time.Duration;
import java.util.Map;

import dev.escala.complaint.ComplaintOutcome;
import dev.escala.complaint.answer.ComplaintPoint;
import dev.escala.complaint.answer.DecisionLetter;
import dev.escala.complaint.answer.PointRuling;
import dev.escala.complaint.remedy.Fault;
import dev.escala.letter.CustomerLetter.Status;
import dev.escala.reference.CaseNumber;
import dev.escala.support.CaseDriver;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

@DisplayName("A complaint that is investigated again is decided and answered again")
class DecisionRoundTests extends PointStory {

	private static final String READ = "userTask_readMessage";

	private static final String SEND = "serviceTask_sendMessage";

	@Test
	@DisplayName("What was answered stays beside its point, which is open again; the second letter goes out like the first (003-10, 004-54)")
	void secondRound() {
		CaseNumber number = investigated(Fault.POLICY);
		long point = point(number, "Me cobraron dos veces");
		rule(number, point, PointRuling.REFUSED, "Las dos cuotas son de octubre y de noviembre de 2026.");
		written(number, ComplaintOutcome.REFUSED);
		readAndSent(number);
		assertThatThrownBy(() -> point(number, "Otra cosa")).hasMessageContaining("ya está escrita");
		assertThatThrownBy(() -> write(number)).hasMessageContaining("ya está escrita");
		assertThatThrownBy(() -> point(number, "Otra cosa")).hasMessageContaining("ya está escrita");

		again(number);

		assertThat(this.points.isSettled(number)).isFalse();
		ComplaintPoint open = only(number);
		assertThat(open.isOpen()).isTrue();
		assertThat(open.before().reason()).isEqualTo("Las dos cuotas son de octubre y de noviembre de 2026.");
		assertThat(open.before().ruling()).isEqualTo(PointRuling.REFUSED);
		assertThatThrownBy(() -> this.points.remove(number, AGENT, point, null))
			.hasMessageContaining("ya se respondió al cliente");
		assertThatThrownBy(() -> this.points.edit(number, AGENT, point, null, "Otra"))
			.hasMessageContaining("Anote otro punto");
		long second = point(number, "El dinero no ha llegado");
		rule(number, second, PointRuling.GRANTED, "Llega el 10 de diciembre a su cuenta.");
		this.progress.found(number, AGENT, Fault.OURS, "El banco rechazó el pago.");
		CaseDriver.travel(Duration.ofMinutes(1));
		this.progress.decided(number, AGENT, ComplaintOutcome.PUT_RIGHT);
		assertThatThrownBy(() -> write(number)).as("what was answered before answers nothing now")
			.hasMessageContaining("Queda 1 punto sin decidir: el 1.");
		rule(number, point, PointRuling.GRANTED, "La cuota de noviembre se cobró dos veces, el 3 y el 9.");
		assertThat(happened(number)).contains(
				"Decidió de nuevo el punto 1 («Me cobraron dos veces»): aceptado. La respuesta anterior decía: no "
						+ "aceptado, «Las dos cuotas son de octubre y de noviembre de 2026.».");

		CaseDriver.travel(Duration.ofMinutes(1));
		write(number);
		assertThatThrownBy(() -> rule(number, second, PointRuling.GRANTED, "Otra cosa."))
			.as("the second letter blocks as the first did")
			.hasMessageContaining("ya está escrita");
		readAndSent(number);

		assertThat(resolutions(number))
			.extracting((one) -> one.status(), (one) -> one.latest().text().contains("el 3 y el 9"))
			.containsExactly(tuple(Status.SENT, false), tuple(Status.SENT, true));
		assertThat(resolutions(number).get(1).latest().text())
			.startsWith("Tiene usted razón: fue un error nuestro, y lo sentimos.\n\nEsta es la resolución")
			.contains("1. «Me cobraron dos veces»\nSe acepta.", "2. «El dinero no ha llegado»")
			.doesNotContain("octubre y de noviembre");
	}

	@Test
	@DisplayName("A letter that its reader sent back is of this round: the points change, and it is corrected, not written twice")
	void sentBack() {
		CaseNumber number = investigated(Fault.POLICY);
		long point = point(number, "Me cobraron dos veces");
		rule(number, point, PointRuling.REFUSED, "Las dos cuotas son de meses distintos.");
		written(number, ComplaintOutcome.REFUSED);
		this.people.complete(number, "supervisor", READ,
				Map.of("messageReading", "sendBack", "readingComment", "Diga qué meses."));

		rule(number, point, PointRuling.REFUSED, "Son las de octubre y noviembre de 2026.");

		assertThat(only(number).before()).isNull();
		assertThatThrownBy(() -> write(number)).hasMessageContaining("ya está escrita");
	}

	private void write(CaseNumber number) {
		this.letter.send(number, AGENT, this.decisions.facts(number), DecisionLetter.Checks.NONE);
	}

	/** Where the table says so, somebody else reads it first. */
	private void readAndSent(CaseNumber number) {
		if (this.people.tasks(number).contains(READ)) {
			this.people.complete(number, "supervisor", READ, Map.of("messageReading", "approved"));
		}
		this.people.run(number, SEND);
	}

}
