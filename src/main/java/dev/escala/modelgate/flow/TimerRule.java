package dev.escala.modelgate.flow;

import dev.escala.modelgate.Findings;
import dev.escala.modelgate.ProcessRule;
import dev.escala.modelgate.file.BpmnFile;
import dev.escala.modelgate.file.Xml;
import org.w3c.dom.Element;

/**
 * A timer asks for its date, which knows working hours and pauses; a written one knows
 * neither, and a written repetition does not fire as often as it looks.
 */
public final class TimerRule implements ProcessRule {

	@Override
	public void check(BpmnFile file, Findings findings) {
		for (Element timer : Xml.descendants(file.root(), "timerEventDefinition")) {
			String date = Xml.text(timer, "timeDate");
			String duration = Xml.text(timer, "timeDuration");
			String cycle = Xml.text(timer, "timeCycle");
			String text = date + duration + cycle;
			if (text.isEmpty()) {
				findings.refuse(file.path(), timer, "El temporizador no dice cuándo.",
						"Pida su fecha a un bean de la lista: ${deadlines.due(execution, 'UPDATE')}.");
			}
			else if (!text.contains("${") && !text.contains("#{")) {
				findings.refuse(file.path(), timer,
						cycle.isEmpty() ? "El temporizador lleva escrito «" + text
								+ "», que no cuenta ni el horario laboral ni las pausas." : repetition(cycle),
						"Pida su fecha a un bean de la lista: ${deadlines.due(execution, 'UPDATE')}.");
			}
		}
	}

	private static String repetition(String cycle) {
		if (cycle.matches("R\\d+/[^P].*")) {
			return "La repetición «" + cycle + "» tiene un comienzo, y por eso se dispara una vez más de lo que dice.";
		}
		return cycle.startsWith("R/") ? "La repetición «" + cycle + "» no acaba nunca."
				: "La repetición «" + cycle + "» no cuenta ni el horario laboral ni las pausas.";
	}

}
