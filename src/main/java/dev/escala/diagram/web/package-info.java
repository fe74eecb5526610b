/** The picture of a case's processes in the browser. Knows no kind of matter. */
package dev.escala.diagram.web;
