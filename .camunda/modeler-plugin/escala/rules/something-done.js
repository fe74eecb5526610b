'use strict';

/** A task of the system says what it does. */
module.exports = () => {

  function check(node, reporter) {
    const works = [ 'bpmn:ServiceTask', 'bpmn:BusinessRuleTask', 'bpmn:SendTask' ].some((type) => node.$instanceOf(type));
    if (works && !node.delegateExpression && !node.class && !node.expression && node.type !== 'external') {
      reporter.report(node.id, 'Esta tarea no hace nada: elija una de las plantillas de Escala.');
    }
  }

  return { check };
};
