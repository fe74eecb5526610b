'use strict';

const CODE = 'Un modelo no lleva código: use una de las plantillas de Escala.';

/** Nothing in a model is code: what is done are beans of Escala. */
module.exports = () => {

  function check(node, reporter) {
    if (node.$instanceOf('bpmn:ScriptTask')) {
      reporter.report(node.id, `${CODE} Esto es una tarea de script.`);
    }
    for (const attribute of [ 'class', 'expression' ]) {
      if (node.$instanceOf('bpmn:FlowElement') && node[attribute] && !node.$instanceOf('bpmn:SequenceFlow')) {
        reporter.report(node.id, `${CODE} Aquí pone «${node[attribute]}».`);
      }
    }
    if (node.type === 'external') {
      reporter.report(node.id, 'Nadie atiende tareas externas: use una de las plantillas de Escala.');
    }
    for (const value of (node.extensionElements && node.extensionElements.values) || []) {
      if (value.$type === 'camunda:Connector') {
        reporter.report(node.id, `${CODE} Aquí hay un conector.`);
      }
      if (/Listener$/.test(value.$type) && (value.class || value.script || value.expression)) {
        reporter.report(node.id, `${CODE} Aquí hay un «listener» que no es de Escala.`);
      }
      if (value.$type === 'camunda:InputOutput') {
        const parameters = [ ...(value.inputParameters || []), ...(value.outputParameters || []) ];
        if (parameters.some(({ definition }) => definition && definition.$type === 'camunda:Script')) {
          reporter.report(node.id, `${CODE} Aquí hay un script en una entrada o salida.`);
        }
      }
    }
  }

  return { check };
};
