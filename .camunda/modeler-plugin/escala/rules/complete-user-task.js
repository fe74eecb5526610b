'use strict';

/** A task of a person says what to do, who gets it, by when and with which form. */
module.exports = () => {

  function check(node, reporter) {
    if (!node.$instanceOf('bpmn:UserTask')) {
      return;
    }
    if (!(node.documentation || []).some(({ text }) => text && text.trim())) {
      reporter.report(node.id, 'Falta la documentación: es lo que lee quien recibe la tarea.');
    }
    if (!node.candidateGroups && !node.candidateUsers) {
      reporter.report(node.id, 'Falta quién la recibe: «${assignment.groups(execution)}».');
    }
    if (!node.dueDate) {
      reporter.report(node.id, 'Falta para cuándo es: «${assignment.dueDate(execution)}».');
    }
    if (!node.formRef && !node.formKey) {
      reporter.report(node.id, 'Falta el formulario.');
    }
  }

  return { check };
};
