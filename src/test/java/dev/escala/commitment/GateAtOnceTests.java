package dev.escala.commitment;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.escala.internalrequest.RequestStory;
import dev.escala.reference.CaseNumber;
import dev.escala.support.EscalaTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("The gate and the answer at the same moment")
class GateAtOnceTests extends RequestStory {

	@RepeatedTest(8)
	@DisplayName("Whoever comes first, the gate opens: an answer never slips between looking and waiting")
	void answerWhileTheGateLooks() throws Exception {
		CaseNumber request = acknowledged();
		CyclicBarrier together = new CyclicBarrier(2);
		ExecutorService both = Executors.newFixedThreadPool(2);
		try {
			Future<CaseNumber> gate = both.submit(() -> {
				together.await();
				return this.people.start("commitment", SALES, Map.of("party", "DELTA", "commitmentText", "Sin límite",
						"situations", List.of("SCOPE_BEYOND"), "request", request.value()));
			});
			Future<?> answer = both.submit(() -> {
				together.await();
				this.people.complete(request, PRODUCT, ANSWER, decision("GRANTED"));
				return null;
			});
			answer.get();
			CaseNumber number = gate.get();
			if (this.people.jobs(number).contains("event_requestSettled")) {
				this.people.run(number, "event_requestSettled");
			}
			assertThat(this.people.tasks(number)).containsExactly("userTask_commit");
		}
		finally {
			both.shutdownNow();
		}
	}

}
