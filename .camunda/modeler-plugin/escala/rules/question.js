'use strict';

/** Who reads the model reads what is asked. */
module.exports = () => {

  function check(node, reporter) {
    if (node.$instanceOf('bpmn:ExclusiveGateway') && (node.outgoing || []).length > 1
        && !/^¿.+\?$/.test((node.name || '').trim())) {
      reporter.report(node.id, 'Escriba qué se pregunta: «¿…?».');
    }
  }

  return { check };
};
