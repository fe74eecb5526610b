'use strict';

/**
 * What is called is a process of Escala, or one that is deployed with it.
 *
 * @param { { processes: string[] } } known
 */
module.exports = ({ processes = [] } = {}) => {

  function check(node, reporter) {
    if (node.$instanceOf('bpmn:CallActivity') && !processes.includes(node.calledElement)) {
      reporter.report(node.id, `Escala no trae el proceso «${node.calledElement || ''}»: despliéguelo con este.`);
    }
  }

  return { check };
};
