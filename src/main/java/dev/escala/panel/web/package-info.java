/** The panel in the browser and for programs. Counts nothing by itself. */
package dev.escala.panel.web;
