package dev.escala.complaint.attention.process;

import dev.escala.complaint.attention.ChaseCallBack;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of {@code call-back.bpmn}, one bean each. */
@Configuration(proxyBeanMethods = false)
class CallBackDelegates {

	@Bean
	JavaDelegate remindOfCallBack(ChaseCallBack chase) {
		return (execution) -> chase.remind(CallBackTimers.id(execution));
	}

	@Bean
	JavaDelegate raiseCallBack(ChaseCallBack chase) {
		return (execution) -> chase.late(CallBackTimers.id(execution));
	}

}
