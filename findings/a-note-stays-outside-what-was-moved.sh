#!/usr/bin/env bash
# bpmn-js 18.31.1 in Chromium, driven by playwright-core 1.65.1, Node 20
#
# A sub-process with a task and a text annotation in it. Folding it gives it a plane of its own, and both are there. One
# would guess that this does not depend on where the sub-process stands. But moving it, be it by a few pixels, takes
# the annotation out of it: on the screen it moves along, in the file it belongs to the process from then on. Folded
# after that, the annotation stays behind on the sheet of the process, beside a box that it says nothing about.
# Moving what is in the sub-process does not do this; undo brings the annotation back.
#
# Seen:
#   folded: the note is in sub, drawn on the plane of sub
#   moved, then folded: the note is in process, drawn on the plane of process
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --prefix "$folder" --ignore-scripts --no-audit --no-fund --silent bpmn-js@18.31.1 playwright-core@1.65.1 >&2
cat > "$folder/finding.mjs" <<'JS'
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const model = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" targetNamespace="finding">
  <process id="process">
    <subProcess id="sub">
      <task id="task" />
      <textAnnotation id="note"><text>As agreed</text></textAnnotation>
    </subProcess>
  </process>
  <di:BPMNDiagram><di:BPMNPlane bpmnElement="process">
    <di:BPMNShape bpmnElement="sub" isExpanded="true"><dc:Bounds x="200" y="100" width="400" height="200" /></di:BPMNShape>
    <di:BPMNShape bpmnElement="task"><dc:Bounds x="240" y="160" width="100" height="80" /></di:BPMNShape>
    <di:BPMNShape bpmnElement="note"><dc:Bounds x="400" y="180" width="120" height="40" /></di:BPMNShape>
  </di:BPMNPlane></di:BPMNDiagram>
</definitions>`;
const dist = (path) => fileURLToPath(new URL(`node_modules/bpmn-js/dist/${path}`, import.meta.url));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: 1000, height: 700 } });
await page.setContent('<body style="margin: 0"><div id="editor" style="width: 1000px; height: 700px"></div></body>');
await page.addStyleTag({ path: dist('assets/diagram-js.css') });
await page.addScriptTag({ path: dist('bpmn-modeler.production.min.js') });

for (const moved of [false, true]) {
  await page.evaluate(async (xml) => {
    globalThis.modeler?.destroy();
    globalThis.modeler = new BpmnJS({ container: '#editor' });
    await modeler.importXML(xml);
  }, model);
  if (moved) {
    // By its left border, as a person would.
    await page.mouse.move(200, 270);
    await page.mouse.down();
    await page.mouse.move(220, 290, { steps: 5 });
    await page.mouse.up();
  }
  const told = await page.evaluate(() => {
    const shapes = modeler.get('elementRegistry');
    modeler.get('bpmnReplace').replaceElement(shapes.get('sub'), { type: 'bpmn:SubProcess', isExpanded: false });
    const note = shapes.get('note');
    const plane = modeler.get('canvas').findRoot(note).businessObject.id;
    return `the note is in ${note.businessObject.$parent.id}, drawn on the plane of ${plane}`;
  });
  console.log(`${moved ? 'moved, then folded' : 'folded'}: ${told}`);
}
await browser.close();
JS
seen=$(node "$folder/finding.mjs")
echo "$seen"
diff <(printf '%s\n' 'folded: the note is in sub, drawn on the plane of sub' \
	'moved, then folded: the note is in process, drawn on the plane of process') <(echo "$seen")
