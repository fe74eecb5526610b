package dev.escala.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.community.process_test_coverage.core.model.DefaultCollector;
import org.camunda.community.process_test_coverage.core.model.Event;
import org.camunda.community.process_test_coverage.core.model.Run;
import org.camunda.community.process_test_coverage.core.model.Suite;
import org.camunda.community.process_test_coverage.engine.platform7.ElementCoverageParseListener;
import org.camunda.community.process_test_coverage.engine.platform7.ExecutionContextModelProvider;
import org.camunda.community.process_test_coverage.report.CoverageReportUtil;

/**
 * Which elements of the deployed models a set of stories passed. The listener of process
 * test coverage watches; it is registered before others, where the library's own test
 * listener, which counts each class alone, does not find it.
 */
public class ModelCoverage extends AbstractProcessEnginePlugin {

	private static final String REPORTS = "target/process-test-coverage";

	private final DefaultCollector collector = new DefaultCollector(new ExecutionContextModelProvider());

	private boolean recording;

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		ElementCoverageParseListener watching = new ElementCoverageParseListener();
		watching.setCoverageState(this::record);
		List<BpmnParseListener> listeners = configuration.getCustomPreBPMNParseListeners();
		listeners = (listeners == null) ? new ArrayList<>() : new ArrayList<>(listeners);
		listeners.add(watching);
		configuration.setCustomPreBPMNParseListeners(listeners);
	}

	private synchronized void record(Event event) {
		if (this.recording) {
			this.collector.addEvent(event);
		}
	}

	/** Counts from now on, also where the same was counted before. */
	public synchronized void begin(String name) {
		this.collector.getSuites().remove(name);
		this.collector.createSuite(new Suite(name, name));
		this.collector.activateSuite(name);
		this.collector.createRun(new Run(name, name), name);
		this.collector.activateRun(name);
		this.recording = true;
	}

	/** Stops counting and draws what was passed under {@code target}. */
	public synchronized void end() {
		this.recording = false;
		CoverageReportUtil.createReport(this.collector, REPORTS);
	}

	/**
	 * The nodes and flows of the latest versions of the processes that nobody passed.
	 */
	public synchronized Set<String> notPassed(ProcessEngine engine, String... processKeys) {
		Set<String> left = new TreeSet<>();
		for (String process : processKeys) {
			Set<String> passed = this.collector.getActiveSuite()
				.getEvents(process)
				.stream()
				.map(Event::getDefinitionKey)
				.collect(Collectors.toSet());
			elements(model(engine, process)).filter((id) -> !passed.contains(id)).forEach(left::add);
		}
		return left;
	}

	private static BpmnModelInstance model(ProcessEngine engine, String process) {
		return engine.getRepositoryService()
			.getBpmnModelInstance(engine.getRepositoryService()
				.createProcessDefinitionQuery()
				.processDefinitionKey(process)
				.latestVersion()
				.singleResult()
				.getId());
	}

	private static Stream<String> elements(BpmnModelInstance model) {
		return Stream
			.concat(model.getModelElementsByType(FlowNode.class).stream(),
					model.getModelElementsByType(SequenceFlow.class).stream())
			.map(BaseElement.class::cast)
			.map(BaseElement::getId);
	}

}
