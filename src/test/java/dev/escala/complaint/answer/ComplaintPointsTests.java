package dev.escala.complaint.answer;

import java.util.List;
import java.util.concurrent.Callable;

import dev.escala.reference.CaseNumber;
import dev.escala.support.AtOnce;
import dev.escala.support.EscalaTest;
import dev.escala.validation.ConflictException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

@EscalaTest
@DisplayName("The points of a complaint (003-10)")
class ComplaintPointsTests extends DecisionStory {

	@Test
	@DisplayName("They keep their order; other words have to be decided again; a mistake goes away, what is decided does not")
	void changes() {
		CaseNumber number = owned();
		long first = point(number, "Me cobraron dos veces");
		long second = point(number, "Un error al anotar");
		long third = point(number, "Nadie llamó");
		rule(number, third, PointRuling.PARTLY, "Se llamó una vez, el 4 de octubre.", "Cláusula 7");
		rule(number, third, PointRuling.PARTLY, "Se llamó una vez, el 4 de octubre.", "Cláusula 7");

		this.points.remove(number, OWNER, second, 0);
		this.points.edit(number, OWNER, third, 1, "Nadie llamó el lunes");

		assertThat(this.points.list(number))
			.extracting(ComplaintPoint::id, ComplaintPoint::position, ComplaintPoint::words, ComplaintPoint::isOpen)
			.containsExactly(tuple(first, 1, "Me cobraron dos veces", true),
					tuple(third, 2, "Nadie llamó el lunes", true));
		assertThat(happened(number)).contains("Anotó un punto de la reclamación: «Me cobraron dos veces»",
				"Quitó un punto de la reclamación: «Un error al anotar»",
				"Corrigió el punto 2: «Nadie llamó el lunes». Hay que decidirlo de nuevo.");
		assertThat(happened(number)).containsOnlyOnce("Decidió el punto 3 («Nadie llamó»): aceptado en parte.");
		rule(number, first, PointRuling.GRANTED, "Se devuelve.", null);
		assertThatThrownBy(() -> this.points.remove(number, OWNER, first, 1)).hasMessageContaining("ya está decidido");
	}

	@Test
	@DisplayName("Who did not see what a colleague decided overwrites nothing, also in the same moment")
	void stale() throws Exception {
		CaseNumber number = owned();
		long point = point(number, "Me cobraron dos veces");
		Callable<String> one = () -> ruled(number, point, "Se devuelven 20 €.");
		Callable<String> other = () -> ruled(number, point, "Se devuelven 30 €.");

		List<String> outcomes = AtOnce.call(one, other);

		assertThat(outcomes).filteredOn("saved"::equals).hasSize(1);
		assertThat(outcomes).filteredOn((said) -> said.startsWith("Tecnologia Demostración cambió este punto"))
			.hasSize(1);
		assertThat(this.points.get(number, point).version()).isEqualTo(1);
		assertThatThrownBy(() -> this.points.edit(number, OWNER, point, 0, "Otra"))
			.hasMessageContaining("aceptado: Se devuelven");
	}

	private String ruled(CaseNumber number, long point, String reason) {
		try {
			this.points.rule(number, OWNER, point, 0, new PointDecision(PointRuling.GRANTED, reason, null));
			return "saved";
		}
		catch (ConflictException ex) {
			return ex.getMessage();
		}
	}

	@Test
	@DisplayName("A point of another complaint is none of this one; while the decision is read nothing changes")
	void elsewhere() {
		CaseNumber number = refused("El parte 77 es del 8 de octubre y está firmado.");
		long point = this.points.list(number).get(0).id();
		assertThatThrownBy(() -> this.points.edit(owned(), OWNER, point, null, "Otra"))
			.hasMessageContaining("no tiene ningún punto");

		send(number);

		assertThatThrownBy(() -> this.points.edit(number, OWNER, point, null, "Otra"))
			.hasMessageContaining("solo se cambian si la segunda lectura la devuelve");
		assertThatThrownBy(() -> point(number, " ")).hasMessageContaining("lo que reclama el cliente");
	}

}
