package dev.escala.escalation.preview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.escala.clock.Deadline;
import dev.escala.clock.Pause;
import dev.escala.clock.ServiceClock;
import dev.escala.escalation.preview.ServiceLevelPreview.Happening;
import dev.escala.escalation.preview.ServiceLevelPreview.Kind;
import dev.escala.matter.Severity;
import dev.escala.text.DateTexts;
import dev.escala.text.Sentences;

/** Says in Spanish what happens when with a case that nobody works on. */
final class PreviewTimeline {

	/** Those that people meet; nobody meets them in a preview. */
	private static final Set<ServiceClock> RAISING = EnumSet.of(ServiceClock.ACKNOWLEDGEMENT, ServiceClock.ANSWER,
			ServiceClock.RESOLUTION, ServiceClock.LEVEL_2, ServiceClock.LEVEL_3);

	private final DateTexts dates;

	private final List<Happening> happenings = new ArrayList<>();

	PreviewTimeline(DateTexts dates) {
		this.dates = dates;
	}

	/** Whether a case goes up when that clock is missed. */
	static boolean raisesLevel(ServiceClock clock) {
		return RAISING.contains(clock);
	}

	void reported(Instant at, Severity severity, String reason) {
		add(at, null, Kind.REPORTED, "se reporta el caso, de gravedad " + Sentences.within(severity.label()), reason);
	}

	void warning(Deadline clock) {
		String text = switch (clock.clock()) {
			case FIRST_NOTICE -> "si nadie se hizo cargo, se avisa ya a las partes internas y a los clientes";
			// The process involves more parties by itself: nobody is warned of that.
			case INVOLVE_PARTIES -> null;
			default -> "aviso previo: " + near(clock);
		};
		if (text != null) {
			add(clock.warnAt(), clock, Kind.WARNING, text, clock.reason());
		}
	}

	private String near(Deadline clock) {
		return "«" + clock.clock().label() + "» vence el " + this.dates.full(clock.dueAt());
	}

	/** A clock that the process itself meets. */
	void passed(Deadline clock) {
		add(clock.dueAt(), clock, Kind.DUE,
				(clock.clock() == ServiceClock.INVOLVE_PARTIES)
						? "si sigue sin resolverse, se avisa a más partes («" + clock.clock().label() + "»)"
						: "vence «" + clock.clock().label() + "»; el aviso automático ya salió",
				clock.reason());
	}

	void missed(Deadline clock, int level, String group, String why) {
		add(clock.dueAt(), clock, Kind.DUE, "vence «" + clock.clock().label() + "»; " + condition(clock.clock())
				+ ", sube al nivel " + level + " (" + group + ") y se avisa a los responsables",
				clock.reason() + ". " + why);
	}

	/** The level that has the case was given time to act on just that. */
	void missedWhileAttended(Deadline clock, Deadline attending) {
		add(clock.dueAt(), clock, Kind.DUE,
				"vence «" + clock.clock().label() + "»; " + condition(clock.clock())
						+ ", se avisa a los responsables; no sube otro nivel mientras corra «"
						+ attending.clock().label() + "»",
				clock.reason());
	}

	void missedAtTheTop(Deadline clock) {
		add(clock.dueAt(), clock, Kind.DUE, "vence «" + clock.clock().label() + "»; " + condition(clock.clock())
				+ ", se avisa a los responsables: el caso ya está en el nivel más alto", clock.reason());
	}

	private static String condition(ServiceClock clock) {
		return switch (clock) {
			case ACKNOWLEDGEMENT -> "si nadie se hizo cargo";
			case ANSWER -> "si el cliente no tiene respuesta";
			case RESOLUTION -> "si no está resuelto";
			case LEVEL_2, LEVEL_3 -> "si ese nivel no lo atendió";
			default -> throw new IllegalArgumentException(clock.name());
		};
	}

	/** The review comes with the warning of its clock, while the pause lasts. */
	void paused(Pause pause, Deadline review) {
		add(pause.startedAt(), null, Kind.PAUSE, "empieza la pausa: se paran los relojes que pueden pararse", null);
		if (review.warnAt().isBefore(pause.endedAt())) {
			add(review.warnAt(), review, Kind.WARNING,
					"se pregunta a la persona responsable si el caso debe seguir en pausa", review.reason());
		}
		add(pause.endedAt(), null, Kind.RESUMPTION, "termina la pausa: los relojes siguen donde se pararon", null);
	}

	private void add(Instant at, Deadline clock, Kind kind, String text, String reason) {
		this.happenings.add(new Happening(at, (clock == null) ? null : clock.clock(), kind,
				this.dates.full(at) + ": " + text, reason));
	}

	List<Happening> inOrder() {
		return this.happenings.stream()
			.sorted(Comparator.comparing(Happening::at).thenComparing(Happening::kind))
			.toList();
	}

}
