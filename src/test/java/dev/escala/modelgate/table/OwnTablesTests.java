package dev.escala.modelgate.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.escala.access.Role;
import dev.escala.clock.ServiceClock;
import dev.escala.clock.count.Counting;
import dev.escala.clock.count.Target;
import dev.escala.complaint.classification.ComplaintKind;
import dev.escala.complaint.classification.FirstChannel;
import dev.escala.complaint.classification.ReasonGroup;
import dev.escala.complaint.regime.AtExpiry;
import dev.escala.complaint.regime.Certainty;
import dev.escala.complaint.regime.ComplaintTopic;
import dev.escala.complaint.regime.CureEffect;
import dev.escala.complaint.regime.DisputeBody;
import dev.escala.complaint.regime.Sector;
import dev.escala.complaint.regime.TermStart;
import dev.escala.complaint.remedy.Apology;
import dev.escala.complaint.remedy.Fault;
import dev.escala.complaint.remedy.RemedyKind;
import dev.escala.customer.Tier;
import dev.escala.escalation.EscalationType;
import dev.escala.escalation.ExceptionRequest;
import dev.escala.escalation.Report;
import dev.escala.letter.LetterIntent;
import dev.escala.matter.Severity;
import dev.escala.matter.Speciality;
import dev.escala.modelgate.ModelFile;
import dev.escala.modelgate.Submission;
import dev.escala.modelgate.table.DecisionContract.Answered;
import dev.escala.modelgate.table.DecisionContract.Form;
import dev.escala.policy.Mode;
import dev.escala.policy.Situation;
import dev.escala.policy.Topic;
import dev.escala.promise.Complexity;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The tables of {@code dmn/} pass, and their contracts say what the code does. */
class OwnTablesTests {

	private static final Set<String> GROUPS = Arrays.stream(Role.values())
		.map(Role::groupId)
		.collect(Collectors.toSet());

	private static final DecisionContracts CONTRACTS = DecisionContracts.packed();

	static List<ModelFile> files() {
		try (Stream<Path> files = Files.list(Path.of("dmn"))) {
			return files.filter((file) -> file.toString().endsWith(".dmn")).sorted().map(OwnTablesTests::read).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static ModelFile read(Path file) {
		try {
			return new ModelFile(file.toString(), Files.readAllBytes(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Test
	@DisplayName("Nothing in our own tables is refused, and nothing is warned of")
	void pass() {
		assertThat(new TableRules(GROUPS::contains).check(new Submission(files()))).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("files")
	@DisplayName("Each table has a contract with the columns that it has")
	void contracts(ModelFile file) {
		TableModel table = TableReader.read(file).get(0);
		DecisionContract contract = CONTRACTS.of(table.key());

		assertThat(contract).isNotNull();
		assertThat(contract.inputs().keySet())
			.containsExactlyInAnyOrderElementsOf(table.inputs().stream().map(TableModel.Input::name).toList());
		assertThat(contract.outputs().keySet())
			.containsExactlyInAnyOrderElementsOf(table.outputs().stream().map(TableModel.Output::name).toList());
		assertThat(contract.several()).isEqualTo(table.collects());
	}

	@Test
	@DisplayName("There is no contract of a table that is gone")
	void noOthers() {
		assertThat(CONTRACTS.keys()).containsExactlyInAnyOrderElementsOf(
				files().stream().map((file) -> TableReader.read(file).get(0).key()).toList());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					complaint-apology | complaintApology_ours_apology         | "ADMITS"        | "INCONVENIENCE" | Un fallo nuestro se reconoce siempre
					complaint-apology | complaintApology_ours_apology         | "ADMITS"        | "NONE"          | Un fallo nuestro se reconoce siempre
					complaint-apology | complaintApology_policy_apology       | "INCONVENIENCE" | "ADMITS"        | no es un fallo
					complaint-channel | complaintChannel_lettersOnly_channelFirst | "WRITING"   | "PHONE"         | ya no se le llama
					""")
	@DisplayName("No owner can write away that our fault is admitted, nor call who abused staff (004-25, 004-27)")
	void keepsItsWord(String table, String cell, String now, String then, String why) throws IOException {
		Path file = Path.of("dmn", table + ".dmn");
		String before = "<outputEntry id=\"outputEntry_" + cell + "\">\n          <text>" + now;
		String text = Files.readString(file);
		assertThat(text).contains(before);
		ModelFile changed = new ModelFile(file.toString(),
				text.replace(before, before.replace(now, then)).getBytes(StandardCharsets.UTF_8));

		assertThat(new TableRules(GROUPS::contains).check(new Submission(List.of(changed))))
			.anySatisfy((problem) -> assertThat(problem.what()).contains(why));
	}

	@Test
	@DisplayName("What comes and what may be answered are the values that the code has")
	void values() {
		Map<String, List<String>> inputs = Map.ofEntries(names("severity", Severity.class), names("tier", Tier.class),
				names("clock", ServiceClock.class), names("origin", Report.Origin.class),
				names("reason", Report.Reason.class), names("speciality", Speciality.class),
				names("impact", Report.Scale.class), names("urgency", Report.Scale.class),
				names("type", EscalationType.class), names("intent", LetterIntent.class),
				names("complexity", Complexity.class), names("topic", Topic.class),
				names("kind", ExceptionRequest.Kind.class), names("sector", Sector.class),
				names("complaintTopic", ComplaintTopic.class), names("complaintKind", ComplaintKind.class),
				names("reasonGroup", ReasonGroup.class), names("fault", Fault.class), Map.entry("situation",
						Stream.concat(Arrays.stream(Situation.values()).map(Enum::name), Stream.of("NONE")).toList()));
		for (String key : CONTRACTS.keys()) {
			CONTRACTS.of(key).inputs().forEach((name, asked) -> {
				if (inputs.containsKey(name)) {
					assertThat(asked.values()).as(key + "." + name)
						.containsExactlyInAnyOrderElementsOf(inputs.get(name));
				}
			});
		}
		assertThat(choice("serviceLevels", "counting")).containsExactlyInAnyOrderElementsOf(all(Counting.class));
		assertThat(choice("taskDeadline", "counting")).containsExactlyInAnyOrderElementsOf(all(Counting.class));
		assertThat(choice("freshTerm", "counting")).containsExactlyInAnyOrderElementsOf(all(Counting.class));
		assertThat(choice("escalationSeverity", "severity")).containsExactlyInAnyOrderElementsOf(all(Severity.class));
		assertThat(choice("complaintDeadlines", "startsAt")).containsExactlyInAnyOrderElementsOf(all(TermStart.class));
		assertThat(choice("complaintDeadlines", "cureEffect"))
			.containsExactlyInAnyOrderElementsOf(all(CureEffect.class));
		assertThat(choice("complaintDeadlines", "atExpiry")).containsExactlyInAnyOrderElementsOf(all(AtExpiry.class));
		assertThat(choice("complaintDeadlines", "certainty")).containsExactlyInAnyOrderElementsOf(all(Certainty.class));
		assertThat(choice("complaintRetention", "certainty")).containsExactlyInAnyOrderElementsOf(all(Certainty.class));
		assertThat(choice("prospectRetention", "certainty")).containsExactlyInAnyOrderElementsOf(all(Certainty.class));
		assertThat(choice("complaintBodies", "binds"))
			.containsExactlyInAnyOrderElementsOf(all(DisputeBody.Binds.class));
		assertThat(choice("complaintReasons", "reasonGroup"))
			.containsExactlyInAnyOrderElementsOf(all(ReasonGroup.class));
		assertThat(choice("complaintChannel", "channelFirst"))
			.containsExactlyInAnyOrderElementsOf(all(FirstChannel.class));
		assertThat(choice("complaintApology", "apology")).containsExactlyInAnyOrderElementsOf(all(Apology.Kind.class));
		assertThat(choice("complaintRemedies", "remedy")).containsExactlyInAnyOrderElementsOf(
				all(RemedyKind.class).stream().filter((kind) -> !kind.equals("EXTRA")).toList());
		assertThat(choice("requestPolicy", "mode")).containsExactlyInAnyOrderElementsOf(all(Mode.class));
		assertThat(choice("requestPolicy", "about")).containsExactlyInAnyOrderElementsOf(all(Topic.class));
		assertThat(choice("escalationIntake", "type")).containsExactlyInAnyOrderElementsOf(
				Stream.concat(all(EscalationType.class).stream(), Stream.of("NONE")).toList());
	}

	@Test
	@DisplayName("A term passes exactly where the clocks can count it")
	void terms() {
		AnswerForms forms = new AnswerForms(GROUPS::contains);
		Answered term = new Answered(Form.TERM, null, "counting", null, null);
		for (Counting counting : Counting.values()) {
			for (String text : List.of("PT4H", "PT30M", "PT1M", "PT59S", "PT0S", "-PT4H", "P2D", "P366D", "P367D",
					"P0D", "P1DT2H", "PT2200H", "PT2201H", "PT8784H", "PT8785H", "1 hora", "", "P1W", "P1M", "pt4h",
					"PT", "P2D ")) {
				assertThat(forms.problem(term, text, Map.of("counting", counting.name())).isEmpty())
					.as(text + " in " + counting)
					.isEqualTo(isTarget(text, counting));
			}
		}
	}

	private static boolean isTarget(String text, Counting counting) {
		try {
			return new Target(text, counting, 50, false).duration().equals(text);
		}
		catch (RuntimeException ex) {
			return false;
		}
	}

	private static List<String> choice(String key, String output) {
		return CONTRACTS.of(key).outputs().get(output).values();
	}

	private static <E extends Enum<E>> Map.Entry<String, List<String>> names(String input, Class<E> type) {
		return Map.entry(input, all(type));
	}

	private static <E extends Enum<E>> List<String> all(Class<E> type) {
		return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
	}

}
