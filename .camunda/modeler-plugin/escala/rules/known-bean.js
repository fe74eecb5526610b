'use strict';

/**
 * What a task does, or who listens, is one of the beans that models may call.
 *
 * @param { { delegates: string[], listeners: string[] } } known
 */
module.exports = ({ delegates = [], listeners = [] } = {}) => {

  function test(node, expression, allowed, reporter) {
    const name = (/^\$\{(\w+)\}$/.exec((expression || '').trim()) || [])[1];
    if (!allowed.includes(name)) {
      reporter.report(node.id, `«${expression}» no se permite aquí: elija una de las plantillas de Escala.`);
    }
  }

  function check(node, reporter) {
    if (node.$instanceOf('bpmn:FlowElement') && node.delegateExpression) {
      test(node, node.delegateExpression, delegates, reporter);
    }
    for (const value of (node.extensionElements && node.extensionElements.values) || []) {
      if (value.$type === 'camunda:ExecutionListener' && value.delegateExpression) {
        test(node, value.delegateExpression, listeners, reporter);
      }
    }
  }

  return { check };
};
