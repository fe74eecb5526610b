package dev.escala.escalation;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.escala.clock.Deadline;
import dev.escala.clock.ServiceLevels;
import dev.escala.escalation.StoryBook.Line;
import dev.escala.escalation.StoryBook.Story;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.timeline.Timeline;
import dev.escala.timeline.TimelineEntry;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every story of {@code src/docs/historias-de-plazos.md} is true: of the clocks that it
 * names, exactly what it tells has happened, to the minute.
 */
@EscalaTest
@Import({ StoryPeople.class, StoryTime.class })
@DirtiesContext
@DisplayName("Historias de plazos")
class StoryBookTests {

	private static final Pattern DUE = Pattern.compile("«(.+)» (vencerá|venció) el (.+)");

	private static final Pattern TASK = Pattern.compile("crea la tarea «(.+)»");

	private static int count;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private ServiceLevels serviceLevels;

	@Autowired
	private Timeline timeline;

	@Autowired
	private StoryTime time;

	@Autowired
	private StoryPeople people;

	private Story story;

	static List<Story> stories() throws IOException {
		return StoryBook.read();
	}

	@AfterEach
	void presentTime() {
		ClockUtil.reset();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("stories")
	@DisplayName("Cada historia ocurre como se cuenta")
	void isTrue(Story story) {
		this.story = story;
		CaseDriver.travelTo(story.lines().get(0).when());
		this.people.begin(story, "HP-" + (++count));

		for (Line line : story.lines()) {
			if (this.people.number() != null) {
				this.time.passUntil(this.people.number(), line.when());
			}
			if (!line.people().isEmpty()) {
				this.people.act(line.people());
			}
			Matcher due = DUE.matcher(line.escala());
			if (due.matches()) {
				assertThat(due(due.group(1), due.group(2).equals("venció"))).as(line.escala()).isEqualTo(due.group(3));
			}
		}
		this.time.settle(this.people.number());

		assertThat(happened()).isEqualTo(told((what) -> !DUE.matcher(what).matches()));
	}

	@Test
	@DisplayName("El libro cuenta más de una docena")
	void moreThanADozen() throws IOException {
		assertThat(stories()).hasSizeGreaterThan(12).extracting(Story::title).doesNotHaveDuplicates();
		assertThat(stories()).allSatisfy((story) -> {
			assertThat(story.lines()).hasSizeGreaterThan(2);
			assertThat(story.lines()).isSortedAccordingTo(Comparator.comparing(Line::when));
		});
	}

	private List<String> told(Predicate<String> which) {
		return this.story.lines()
			.stream()
			.filter((line) -> !line.escala().isEmpty() && which.test(line.escala()))
			.map((line) -> at(line.when()) + line.escala())
			.sorted()
			.toList();
	}

	/** Everything of the story's clocks and tasks, from what Escala wrote down. */
	private List<String> happened() {
		return Stream.of(warnings(), misses(), returns(), tasks()).flatMap(List::stream).sorted().toList();
	}

	private List<String> warnings() {
		return this.serviceLevels.deadlines(this.people.number())
			.stream()
			.filter((deadline) -> this.story.clocks().contains(deadline.clock().label()))
			.filter((deadline) -> deadline.state().warnedAt() != null)
			.map((deadline) -> at(deadline.state().warnedAt()) + "avisa de que «" + deadline.clock().label()
					+ "» vence pronto")
			.toList();
	}

	/** A miss, and the level if the case went up in the same step. */
	private List<String> misses() {
		List<String> misses = new ArrayList<>();
		List<TimelineEntry> entries = this.timeline.entries(this.people.number());
		for (int i = 0; i < entries.size(); i++) {
			TimelineEntry entry = entries.get(i);
			String miss = entry.text().replaceAll("^Venció el plazo «(.+)»\\.$", "$1");
			if (this.story.clocks().contains(miss)) {
				String next = (i + 1 < entries.size()) ? entries.get(i + 1).text() : "";
				Matcher raised = Pattern.compile("Sube al nivel (\\d).*", Pattern.DOTALL).matcher(next);
				misses.add(at(entry.happenedAt()) + "vence «" + miss + "»"
						+ (raised.matches() ? " y el caso sube al nivel " + raised.group(1) : ""));
			}
		}
		return misses;
	}

	private List<String> returns() {
		return this.timeline.entries(this.people.number())
			.stream()
			.filter((entry) -> entry.text().contains("vuelve a la cola de su grupo"))
			.map((entry) -> at(entry.happenedAt()) + "devuelve el caso a la cola de su grupo")
			.filter((returned) -> this.story.clocks().contains("Movimiento del caso"))
			.toList();
	}

	private List<String> tasks() {
		List<String> named = this.story.lines()
			.stream()
			.map((line) -> TASK.matcher(line.escala()))
			.filter(Matcher::matches)
			.map((task) -> task.group(1))
			.toList();
		return this.engine.getHistoryService()
			.createHistoricTaskInstanceQuery()
			.processInstanceBusinessKey(this.people.number().value())
			.list()
			.stream()
			.filter((task) -> named.contains(task.getName()))
			.map((task) -> at(task.getStartTime().toInstant()) + "crea la tarea «" + task.getName() + "»")
			.toList();
	}

	private String due(String clock, boolean missed) {
		Deadline deadline = this.serviceLevels.find(this.people.number(), StoryPeople.clock(clock)).orElseThrow();
		assertThat(deadline.isPaused()).as(clock + " stands still").isFalse();
		return StoryBook.text(missed ? deadline.breachedAt() : deadline.dueAt(), zone());
	}

	private String at(Instant moment) {
		return StoryBook.text(moment, zone()) + " ";
	}

	private ZoneId zone() {
		return this.story.zone();
	}

}
