'use strict';

/** What the engine refuses without, or what nobody could tell apart later. */
module.exports = () => {

  function check(node, reporter) {
    if (!node.$instanceOf('bpmn:Process') || node.isExecutable === false) {
      return;
    }
    if (!node.historyTimeToLive) {
      reporter.report(node.id, 'Falta cuánto se guarda el historial («Time to live»), por ejemplo P365D.');
    }
    if (!node.versionTag) {
      reporter.report(node.id, 'Falta la versión («Version tag»), por ejemplo 1.1.0: súbala con cada cambio.');
    }
  }

  return { check };
};
