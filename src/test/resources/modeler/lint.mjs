// lint.mjs MODULES PLUGIN FILE…: what Modeler's linter says of each file with our plugin and its own recommended
// rules, one line each: file, rule, element, message.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInThisContext } from 'node:vm';

const [modules, plugin, ...files] = process.argv.slice(2);
const require = createRequire(pathToFileURL(join(modules, '..', 'lint.js')));
const { default: BpmnModdle } = await import(pathToFileURL(require.resolve('bpmn-moddle')));
const { Linter } = require('bpmnlint');
const NodeResolver = require('bpmnlint/lib/resolver/node-resolver.js');

globalThis.window = {};
runInThisContext(readFileSync(plugin, 'utf8'), { filename: plugin });
const [{ plugin: { config, resolver }, type }] = window.plugins;
if (type !== 'lintRules.bpmn') {
  throw new Error(`Modeler would not ask ${type}`);
}
const recommended = new NodeResolver({ require });
const both = {
  resolveRule: (pkg, name) => (pkg === 'bpmnlint' ? recommended : resolver).resolveRule(pkg, name),
  resolveConfig: (pkg, name) => recommended.resolveConfig(pkg, name)
};
const linter = new Linter({ config: { extends: 'bpmnlint:recommended', rules: config.rules }, resolver: both });
const moddle = new BpmnModdle({ camunda: require('camunda-bpmn-moddle/resources/camunda.json') });
for (const file of files) {
  const { rootElement } = await moddle.fromXML(readFileSync(file, 'utf8'));
  for (const [ rule, reports ] of Object.entries(await linter.lint(rootElement))) {
    for (const { id, message } of reports) {
      console.log([ basename(file), rule, id, message ].join('\t'));
    }
  }
}
