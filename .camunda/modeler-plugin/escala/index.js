'use strict';

// What Camunda Modeler reads first. Copy this folder into its folder "plugins".
module.exports = {
  name: 'Escala',
  script: './client.js'
};
