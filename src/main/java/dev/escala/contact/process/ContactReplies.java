package dev.escala.contact.process;

import java.util.Map;

import dev.escala.matter.process.ProcessesBeside;
import dev.escala.reference.CaseNumber;
import org.camunda.bpm.engine.RuntimeService;

import org.springframework.stereotype.Component;

/** The replies of matters whose own process has no place for them. */
@Component
class ContactReplies {

	private final RuntimeService runtime;

	private final ProcessesBeside beside;

	ContactReplies(RuntimeService runtime, ProcessesBeside beside) {
		this.runtime = runtime;
		this.beside = beside;
	}

	void ask(CaseNumber number, Map<String, Object> shown) {
		this.runtime.createProcessInstanceByKey(ContactReplyProcess.KEY)
			.businessKey(number.value())
			.setVariables(shown)
			.execute();
	}

	/** The matter is over. */
	void end(CaseNumber number) {
		this.beside.end(number, ContactReplyProcess.KEY, number + " terminó.");
	}

}
