package dev.escala.staffing;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.escala.reference.UserId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@DisplayName("Whoever is there gets the work, and it is told why (001-34)")
class PresenceTests {

	private static final String MARTA_AWAY = "Marta Gil está ausente hasta el 27/11/2026; su suplente es Pedro Ruiz.";

	private static final String PEDRO_AWAY = "Pedro Ruiz está ausente hasta el 30/11/2026 a las 14:00; "
			+ "su suplente es Ana Sanz.";

	private static final String TO_THE_QUEUE = "No hay nadie disponible en Gerencia: pasa a la cola de Supervisión.";

	private static Office office() {
		return new Office().person("marta", "Marta Gil", "managers")
			.person("pedro", "Pedro Ruiz", "experts")
			.person("ana", "Ana Sanz");
	}

	static Stream<Arguments> cases() {
		return Stream.of(
				arguments("the wanted person is there", office(), "marta", "managers", "marta", "managers",
						List.of("Marta Gil está disponible.")),
				arguments("on duty in the morning", office().onDuty("marta", "mañanas"), "marta", "managers", "marta",
						"managers", List.of("Marta Gil está disponible.")),
				arguments("absent, the deputy is there", office().absent("marta", "2026-11-28T00:00", "pedro"), "marta",
						"managers", "pedro", "managers", List.of(MARTA_AWAY)),
				arguments("the deputy's deputy",
						office().absent("marta", "2026-11-28T00:00", "pedro")
							.absent("pedro", "2026-11-30T14:00", "ana"),
						"marta", "managers", "ana", "managers", List.of(MARTA_AWAY, PEDRO_AWAY)),
				arguments("absent, the deputy is off duty: the group shares it",
						office().person("luis", "Luis Vega", "managers")
							.absent("marta", "2026-11-28T00:00", "pedro")
							.onDuty("pedro", "noches"),
						"marta", "managers", null, "managers",
						List.of(MARTA_AWAY, "Pedro Ruiz no está de guardia ahora.",
								"Lo recibe el grupo Gerencia: está disponible Luis Vega.")),
				arguments("absent without a deputy, the group is empty",
						office().absent("marta", "2026-11-28T00:00", null), "marta", "managers", null, "supervisors",
						List.of("Marta Gil está ausente hasta el 27/11/2026 y no tiene suplente.", TO_THE_QUEUE)),
				arguments("off duty, nobody else in the group", office().onDuty("marta", "noches"), "marta", "managers",
						null, "supervisors", List.of("Marta Gil no está de guardia ahora.", TO_THE_QUEUE)),
				arguments("members who are away or off duty do not count",
						office().person("eva", "Eva Mas", "managers")
							.person("luis", "Luis Vega", "managers")
							.absent("eva", "2026-11-28T00:00", "marta")
							.onDuty("luis", "noches"),
						null, "managers", null, "managers",
						List.of("No hay ninguna persona indicada.",
								"Lo recibe el grupo Gerencia: está disponible Marta Gil.")),
				arguments("many members",
						office().person("a", "Alba", "managers")
							.person("b", "Blas", "managers")
							.person("c", "Carla", "managers")
							.person("d", "Dora", "managers"),
						"", "managers", null, "managers",
						List.of("No hay ninguna persona indicada.",
								"Lo recibe el grupo Gerencia: están disponibles Alba, Blas, Carla y 2 personas más.")),
				arguments("two members", office().person("a", "Alba", "managers"), null, "managers", null, "managers",
						List.of("No hay ninguna persona indicada.",
								"Lo recibe el grupo Gerencia: están disponibles Alba y Marta Gil.")),
				arguments("four members",
						office().person("a", "Alba", "managers")
							.person("b", "Blas", "managers")
							.person("c", "Carla", "managers"),
						null, "managers", null, "managers",
						List.of("No hay ninguna persona indicada.",
								"Lo recibe el grupo Gerencia: están disponibles Alba, Blas, Carla y 1 persona más.")),
				arguments("somebody who has left", office(), "nadie", "managers", null, "managers",
						List.of("Nadie de la organización tiene el usuario nadie.",
								"Lo recibe el grupo Gerencia: está disponible Marta Gil.")),
				arguments("a deputy who has left", office().absent("marta", "2026-11-28T00:00", "nadie"), "marta",
						"managers", null, "supervisors",
						List.of("Marta Gil está ausente hasta el 27/11/2026; su suplente es nadie.",
								"Nadie de la organización tiene el usuario nadie.", TO_THE_QUEUE)),
				arguments("a ring of deputies that should not be",
						office().absent("marta", "2026-11-28T00:00", "pedro")
							.absent("pedro", "2026-11-28T00:00", "marta"),
						"marta", "managers", null, "supervisors",
						List.of(MARTA_AWAY, "Pedro Ruiz está ausente hasta el 27/11/2026; su suplente es Marta Gil.",
								"Las suplencias vuelven a Marta Gil.", TO_THE_QUEUE)),
				arguments("an on-duty calendar that is gone: somebody rather than nobody",
						office().onDuty("marta", "borrado"), "marta", "managers", "marta", "managers",
						List.of("Marta Gil está disponible.")),
				arguments("a group that does not exist", office(), null, "nowhere", null, "supervisors",
						List.of("No hay ninguna persona indicada.",
								"No hay nadie disponible en nowhere: pasa a la cola de Supervisión.")),
				arguments("no group", office(), null, null, null, "supervisors",
						List.of("No hay ninguna persona indicada.",
								"No hay ningún grupo responsable: pasa a la cola de Supervisión.")),
				arguments("a person and no group", office(), "marta", null, "marta", "supervisors",
						List.of("Marta Gil está disponible.")),
				arguments("nobody supervises", office(), null, "supervisors", null, "supervisors",
						List.of("No hay ninguna persona indicada.",
								"No hay nadie disponible en Supervisión: espera en su cola.")));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("cases")
	void chooses(String title, Office office, String person, String group, String chosen, String queue,
			List<String> because) {
		Presence presence = office.presence();

		Choice choice = presence.choose(UserId.nullable(person), group, Set.of());

		assertThat(choice).isEqualTo(new Choice(UserId.nullable(chosen), queue, because));
		assertThat(presence.choose(UserId.nullable(person), group, Set.of())).isEqualTo(choice);
	}

	@Test
	@DisplayName("Who does not share is not counted in the group, but is told where they are wanted")
	void notSharing() {
		Presence presence = office().person("luis", "Luis Vega", "managers").presence();

		assertThat(presence.choose(null, "managers", Set.of(new UserId("marta"))))
			.isEqualTo(new Choice(null, "managers", List.of("No hay ninguna persona indicada.",
					"Lo recibe el grupo Gerencia: está disponible Luis Vega.")));
		assertThat(presence.share("managers", Set.of(new UserId("marta")))).isEqualTo(
				new Choice(null, "managers", List.of("Lo recibe el grupo Gerencia: está disponible Luis Vega.")));
		assertThat(presence.share("managers", Set.of(new UserId("marta"), new UserId("luis"))))
			.isEqualTo(new Choice(null, "supervisors", List.of(TO_THE_QUEUE.replace("nadie", "nadie más"))));
		assertThat(presence.choose(new UserId("marta"), "managers", Set.of(new UserId("marta"))).personId())
			.isEqualTo(new UserId("marta"));
	}

	@Test
	@DisplayName("Available is who exists, is not away and is on duty")
	void available() {
		Presence presence = office().absent("pedro", "2026-11-28T00:00", null)
			.onDuty("ana", "noches")
			.onDuty("marta", "mañanas")
			.presence();

		assertThat(presence.isAvailable(new UserId("marta"))).isTrue();
		assertThat(presence.isAvailable(new UserId("pedro"))).isFalse();
		assertThat(presence.isAvailable(new UserId("ana"))).isFalse();
		assertThat(presence.isAvailable(new UserId("nadie"))).isFalse();
		assertThat(presence.isAvailable(null)).isFalse();
	}

}
