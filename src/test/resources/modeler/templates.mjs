// templates.mjs MODULES FILE: what Modeler's validator says of element templates, one line each.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [modules, file] = process.argv.slice(2);
const require = createRequire(pathToFileURL(join(modules, '..', 'templates.js')));
const { validateAll } = require('@bpmn-io/element-templates-validator');

const templates = JSON.parse(readFileSync(file, 'utf8'));
validateAll(templates).results.forEach(({ valid, errors }, index) => {
  if (!valid) {
    console.log(`${templates[index].id}: ${errors.map(({ message }) => message).join(' ')}`);
  }
});
