package dev.escala.promise.process;

import dev.escala.promise.AnswerPromise;
import dev.escala.promise.MakePromise;
import dev.escala.promise.SettlePromise;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service and business rule tasks of {@code promise.bpmn}, one bean each. */
@Configuration(proxyBeanMethods = false)
class PromiseDelegates {

	@Bean
	JavaDelegate proposeDate(MakePromise making) {
		return (execution) -> making.send(PromiseTimers.id(execution));
	}

	@Bean
	JavaDelegate expireProposal(AnswerPromise answers) {
		return (execution) -> answers.expire(PromiseTimers.id(execution));
	}

	@Bean
	JavaDelegate remindOfPromise(SettlePromise settling) {
		return (execution) -> settling.remind(PromiseTimers.id(execution));
	}

	@Bean
	JavaDelegate breakPromise(SettlePromise settling) {
		return (execution) -> settling.breakIt(PromiseTimers.id(execution));
	}

}
