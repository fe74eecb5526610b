// Made from rules/ and what Escala lets models call, by ModelerFilesTests: do not edit.
(() => {
  const rules = {};
  rules['begins-anew'] = ((module) => {
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
    return module.exports;
  })({});
  rules['complete-user-task'] = ((module) => {
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
    return module.exports;
  })({});
  rules['date-from-table'] = ((module) => {
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
    return module.exports;
  })({});
  rules['default-flow'] = ((module) => {
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
    return module.exports;
  })({});
  rules['known-bean'] = ((module) => {
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
    return module.exports;
  })({});
  rules['known-process'] = ((module) => {
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
    return module.exports;
  })({});
  rules['no-code'] = ((module) => {
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
    return module.exports;
  })({});
  rules['process-settings'] = ((module) => {
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
    return module.exports;
  })({});
  rules['question'] = ((module) => {
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
    return module.exports;
  })({});
  rules['something-done'] = ((module) => {
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
    return module.exports;
  })({});
  const config = { rules: {
  "escala/begins-anew" : [ "error", {
    "writing" : [ "acknowledgeComplaint", "alertManagers", "announceDuplicate", "announceEscalation", "announceResolution", "announceWithdrawal", "askToComplete", "askWhetherComplaintSolved", "askWhetherSolved", "chaseAction", "checkComplaintTerms", "closeCase", "composeCustomerRca", "endObservation", "expireProposal", "involveParties", "noteForVisibility", "proposeDate", "releaseCase", "remindOfAction", "remindOfIdea", "remindOfPromise", "remindOwner", "sendMessage", "sendRca", "tellAnswer", "tellAnswerDate", "tellComplaintEnd", "tellRequestWithdrawn", "tellUnacknowledged", "warnOfDeadline", "watchAnswer", "watchPromisedAnswer" ]
  } ],
  "escala/complete-user-task" : [ "error", { } ],
  "escala/date-from-table" : [ "warn", { } ],
  "escala/default-flow" : [ "error", { } ],
  "escala/known-bean" : [ "error", {
    "delegates" : [ "acknowledgeComplaint", "alertManagers", "announceDuplicate", "announceEscalation", "announceResolution", "announceWithdrawal", "answerByStanding", "applyRequestPolicy", "askToComplete", "askWhetherComplaintSolved", "askWhetherSolved", "assessSeverity", "assignGroup", "breakPromise", "callLeavingAgain", "chaseAction", "checkComplaintTerms", "checkCoverage", "checkFollowUp", "checkNotices", "closeCase", "composeCustomerRca", "decideComplaint", "decideHierarchy", "decideMessageReview", "decideObservation", "decideRca", "endObservation", "expireProposal", "involveParties", "lookForPurchase", "noteForVisibility", "proposeDate", "raiseCallBack", "raiseLevel", "recordRecovery", "releaseCase", "remindOfAction", "remindOfCallBack", "remindOfIdea", "remindOfPromise", "remindOwner", "rerouteRequest", "resumeContact", "reviewCustomers", "sendMessage", "sendRca", "tellAnswer", "tellAnswerDate", "tellComplaintEnd", "tellRequestWithdrawn", "tellUnacknowledged", "warnOfDeadline", "watchAnswer", "watchPromisedAnswer", "weighJudgement" ],
    "listeners" : [ "commitmentEnded", "commitmentListener", "complaintListener", "letterEnded", "opportunityListener", "prospectListener", "quoteEnded", "reportListener", "requestEnded", "requestListener", "workBegins" ]
  } ],
  "escala/known-process" : [ "warn", {
    "processes" : [ "automaticEscalation", "calendarYear", "callBack", "coaching", "commitment", "commitmentGate", "complaint", "contactReply", "correctiveAction", "customerCall", "customerEscalation", "customerMessage", "customerRetention", "customerWish", "deferralReview", "delivery", "followUpCall", "idea", "internalRequest", "lossAnalysis", "monthlyReview", "normSearch", "observedCase", "opportunity", "pausedCase", "promise", "promisedAnswer", "prospect", "publicPromise", "quote", "rootCauseAnalysis", "transferReview", "unmeasuredDeadline", "untouchedCase" ]
  } ],
  "escala/no-code" : [ "error", { } ],
  "escala/process-settings" : [ "error", { } ],
  "escala/question" : [ "warn", { } ],
  "escala/something-done" : [ "error", { } ]
} };
  const resolver = {
    resolveRule(pkg, name) {
      if (pkg !== 'bpmnlint-plugin-escala' || !rules[name]) {
        throw new Error(`unknown rule <${pkg}/${name}>`);
      }
      return rules[name];
    },
    resolveConfig(pkg, name) {
      throw new Error(`unknown config <${pkg}/${name}>`);
    }
  };
  window.plugins = window.plugins || [];
  window.plugins.push({ plugin: { config, resolver }, type: 'lintRules.bpmn' });
})();
