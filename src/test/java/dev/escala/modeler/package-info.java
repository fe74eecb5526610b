/** What lies in {@code .camunda} for whoever edits models in Camunda Modeler. */
package dev.escala.modeler;
