'use strict';

/**
 * What writes outside begins in a transaction of its own, and is tried again.
 *
 * @param { { writing: string[] } } known
 */
module.exports = ({ writing = [] } = {}) => {

  function check(node, reporter) {
    const name = (/^\$\{(\w+)\}$/.exec((node.delegateExpression || '').trim()) || [])[1];
    if (node.$instanceOf('bpmn:Activity') && writing.includes(name) && !node.asyncBefore
        && !followsTimer(node)) {
      reporter.report(node.id, 'Esta tarea escribe a alguien: marque «Asynchronous before», para que un fallo posterior no la repita.');
    }
    if (node.asyncBefore && !cycles(node)) {
      reporter.report(node.id, 'Falta cuándo se reintenta: «PT10S,PT1M,PT5M,PT15M,PT1H».');
    }
  }

  /** What a timer leads to begins with the timer. */
  function followsTimer(node) {
    const incoming = node.incoming || [];
    return incoming.length > 0 && incoming.every(({ sourceRef }) => sourceRef.$instanceOf('bpmn:CatchEvent')
      && !sourceRef.$instanceOf('bpmn:StartEvent')
      && (sourceRef.eventDefinitions || []).some((one) => one.$instanceOf('bpmn:TimerEventDefinition')));
  }

  function cycles(node) {
    return ((node.extensionElements && node.extensionElements.values) || [])
      .some((value) => value.$type === 'camunda:FailedJobRetryTimeCycle');
  }

  return { check };
};
