#!/usr/bin/env bash
# bpmn-moddle 10.3.1 with camunda-bpmn-moddle 8.0.1 (what Camunda Modeler reads and writes models with), Node 20
#
# Camunda 7 binds a form, a decision and a called process with an attribute each, and "latest" is a value of all three.
# One would guess that reading a model and writing it again leaves the three alone, or treats them alike. The bindings
# of decision and called process disappear, since "latest" is their default and a default is not written; that of the
# form stays, because it has none: without it the engine refuses the form. Whoever checks models for the word "latest"
# must take its absence for it in two of three places, or everything that was saved in Modeler fails.
#
# Seen:
#   formRefBinding: latest
#   decisionRefBinding: gone
#   calledElementBinding: gone
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --prefix "$folder" --ignore-scripts --no-audit --no-fund --silent bpmn-moddle@10.3.1 camunda-bpmn-moddle@8.0.1 >&2
cat > "$folder/finding.mjs" <<'JS'
import { readFileSync } from 'node:fs';
import { BpmnModdle } from 'bpmn-moddle';

const camunda = JSON.parse(readFileSync(new URL('node_modules/camunda-bpmn-moddle/resources/camunda.json', import.meta.url)));
const model = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="finding">
  <process id="work" isExecutable="true">
    <userTask id="ask" camunda:formRef="ask" camunda:formRefBinding="latest" />
    <businessRuleTask id="decide" camunda:decisionRef="decide" camunda:decisionRefBinding="latest" />
    <callActivity id="call" calledElement="other" camunda:calledElementBinding="latest" />
  </process>
</definitions>`;
const moddle = new BpmnModdle({ camunda });
const { rootElement, warnings } = await moddle.fromXML(model);
const { xml } = await moddle.toXML(rootElement);

warnings.forEach((warning) => console.log(warning.message));
for (const binding of ['formRefBinding', 'decisionRefBinding', 'calledElementBinding']) {
  console.log(`${binding}: ${xml.match(new RegExp(`camunda:${binding}="(.*?)"`))?.[1] ?? 'gone'}`);
}
JS
seen=$(node "$folder/finding.mjs")
echo "$seen"
diff <(printf '%s\n' 'formRefBinding: latest' 'decisionRefBinding: gone' 'calledElementBinding: gone') <(echo "$seen")
