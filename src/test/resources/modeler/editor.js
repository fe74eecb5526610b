// What a test does with the editor of Camunda Modeler, beside its mouse.

let editor;

function startEditor(camunda) {
	editor = new BpmnJS({ container: '#editor', moddleExtensions: { camunda } });
}

async function openModel(xml) {
	const { warnings } = await editor.importXML(xml);
	return warnings.map((warning) => warning.message);
}

/** What to take on each sheet: where it starts, and what has a sheet of its own. */
function handles() {
	const collapsed = editor.get('elementRegistry').filter((element) => element.parent && element.collapsed
		&& element.type === 'bpmn:SubProcess');
	const starts = editor.get('canvas').getRootElements().map((sheet) =>
		sheet.children.find((element) => element.type === 'bpmn:StartEvent'));
	return [...collapsed, ...starts].map((element) => element.id);
}

/** Turns to the sheet of something, puts it in the middle of the screen, and tells where that is. */
function show(id) {
	const canvas = editor.get('canvas');
	const element = editor.get('elementRegistry').get(id);
	canvas.setRootElement(canvas.findRoot(element));
	const frame = canvas.getContainer().getBoundingClientRect();
	canvas.viewbox({
		x: element.x + (element.width - frame.width) / 2,
		y: element.y + (element.height - frame.height) / 2,
		width: frame.width,
		height: frame.height
	});
	return { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 };
}

async function saveModel() {
	const { xml } = await editor.saveXML({ format: true });
	return xml;
}
