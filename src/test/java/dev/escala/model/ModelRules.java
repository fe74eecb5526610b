package dev.escala.model;

import java.util.List;

/** All rules, in the order in which a person would want to hear about them. */
final class ModelRules {

	static final List<ModelRule> ALL = List.of(new StructureRules.Schema(), new StructureRules.ProcessAttributes(),
			new StructureRules.NoLanes(), new StructureRules.Connections(), new GateRules.Conditions(),
			new GateRules.Reachability(), new GateRules.Names(), new IdentifierRules.ProcessIds(),
			new IdentifierRules.NodeIds(), new IdentifierRules.FlowIds(), new IdentifierRules.MessageAndErrorIds(),
			new IdentifierRules.DiagramIds(), new NamingRules.TaskNames(), new NamingRules.ContainerNames(),
			new NamingRules.EventNames(), new NamingRules.SplitNames(), new NamingRules.AnswerNames(),
			new NamingRules.JoinNames(), new GateRules.Drawing(), new LayoutRules.NamePlaces(), new LayoutRules.Grid(),
			new LayoutRules.Orthogonal(), new LayoutRules.Crossings(), new LayoutRules.FlowsThroughNodes(),
			new LayoutRules.Nesting(), new LayoutRules.Labels(), new SheetRules.Sheets(), new SheetRules.SheetSize(),
			new SheetRules.ContainerTitles(), new TaskRules.UserTaskDocumentation(),
			new TaskRules.ServiceTaskDocumentation(), new TaskRules.Assignment(), new TaskRules.FormReferences(),
			new TaskRules.Delegates(), new TaskRules.Retries(), new TaskRules.CalledProcesses(),
			new TaskRules.DecisionReferences(), new FormRules.FormIdentity(), new FormRules.FormsInUse(),
			new FormRules.FieldKeys(), new FormRules.ComponentIds(), new GateRules.Forms(), new FormRules.TextLengths(),
			new FormRules.FieldLabels(), new FormRules.Choices(), new FormRules.HiddenFields(),
			new FormRules.CustomerFields());

	private ModelRules() {
	}

}
