/**
 * Stories in a real browser on the demo as it comes, with its database, its mailbox and a
 * running job executor; and the models in Modeler's editor.
 */
package dev.escala.browser;
