'use strict';

/** A gateway that decides has a way out that needs no condition. */
module.exports = () => {

  function check(node, reporter) {
    if (node.$instanceOf('bpmn:ExclusiveGateway') && (node.outgoing || []).length > 1 && !node.default) {
      reporter.report(node.id, 'Falta el flujo por defecto: si ninguna condición se cumple, el caso se para aquí.');
    }
  }

  return { check };
};
