package dev.escala.escalation.process;

import dev.escala.support.EscalaTest;
import dev.escala.support.ModelCoverage;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The stories of a case, told on the whole application. All together pass every node and
 * every flow of the processes; one alone does not and therefore fails at the end.
 */
@EscalaTest
@DisplayName("The stories of a case")
class EscalationStoryTests {

	private static final String[] PROCESSES = { "customerEscalation", "automaticEscalation", "pausedCase",
			"untouchedCase", "observedCase", "rootCauseAnalysis", "customerMessage", "customerCall" };

	@BeforeAll
	static void watchWhatIsPassed(@Autowired ModelCoverage coverage) {
		coverage.begin("stories");
	}

	@AfterAll
	static void everyNodeAndEveryFlowIsPassed(@Autowired ModelCoverage coverage, @Autowired ProcessEngine engine) {
		coverage.end();
		assertThat(coverage.notPassed(engine, PROCESSES)).as("nodes and flows that no story passed").isEmpty();
	}

	@Nested
	@DisplayName("Create: a case is understood and finds its owner")
	class Create extends CreateStories {

	}

	@Nested
	@DisplayName("Communicate: people and customers are told in time, each once")
	class Communicate extends CommunicateStories {

	}

	@Nested
	@DisplayName("First notice: proven customer by customer")
	class FirstNotice extends FirstNoticeStories {

	}

	@Nested
	@DisplayName("Resolve: the plan is carried out, whatever it takes")
	class Resolve extends ResolveStories {

	}

	@Nested
	@DisplayName("Close: nothing is left open")
	class Close extends CloseStories {

	}

	@Nested
	@DisplayName("End early: a case is withdrawn or repeats another one")
	class EndEarly extends EndEarlyStories {

	}

	@Nested
	@DisplayName("Deadlines: a missed one moves the case up")
	class Deadlines extends DeadlineStories {

	}

	@Nested
	@DisplayName("Pauses: nothing counts while the case waits for somebody else")
	class Pauses extends PauseStories {

	}

	@Nested
	@DisplayName("Letters: checked, and read by somebody else where it matters")
	class Letters extends LetterStories {

	}

	@Nested
	@DisplayName("Sending letters: once, or visibly not at all")
	class SendingLetters extends LetterSendingStories {

	}

	@Nested
	@DisplayName("Replies: point by point")
	class Replies extends ReplyPointStories {

	}

	@Nested
	@DisplayName("Calls: whoever has no address is told by telephone")
	class Calls extends CallStories {

	}

	@Nested
	@DisplayName("Contacts: whoever turns to us gets a reply")
	class Contacts extends ContactStories {

	}

	@Nested
	@DisplayName("Idle: no case is left alone")
	class Idle extends IdleStories {

	}

	@Nested
	@DisplayName("Reopened: a problem that comes back")
	class Reopened extends ReopenStories {

	}

	@Nested
	@DisplayName("Observed: after the end, until the customer says that it lasted")
	class Observed extends ObservationStories {

	}

	@Nested
	@DisplayName("Recurring: what comes back while a case is observed reopens it")
	class Recurring extends RecurrenceStories {

	}

	@Nested
	@DisplayName("Levels: up the reporting line, to somebody who is there")
	class Levels extends LevelStories {

	}

	@Nested
	@DisplayName("Deputies: whoever stands in, the way up is that of the position")
	class Deputies extends DeputyStories {

	}

	@Nested
	@DisplayName("Due dates: one truth in Tasklist, and service levels that hold")
	class DueDates extends DueDateStories {

	}

	@Nested
	@DisplayName("Once: a rung fires once, whatever happens")
	class Once extends OnceStories {

	}

	@Nested
	@DisplayName("Promises: a case is not closed while a customer counts on us")
	class Promises extends PromiseStories {

	}

	@Nested
	@DisplayName("Safeguards: nobody gets around the rules")
	class Safeguards extends SafeguardStories {

	}

}
