'use strict';

/** A deadline is computed from tables and calendars, not written into the drawing. */
module.exports = () => {

  function check(node, reporter) {
    if (node.$instanceOf('bpmn:TimerEventDefinition') && [ node.timeDuration, node.timeCycle ].some(written)) {
      reporter.report(node.$parent.id, 'Este plazo no conoce horarios ni festivos: use «Date» con una fecha que calcule Escala.');
    }
  }

  /** Not what a bean answers. */
  function written(expression) {
    return expression && !(expression.body || '').includes('${');
  }

  return { check };
};
