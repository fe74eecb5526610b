/** Models, their versions and their differences in the browser. */
package dev.escala.modelgate.version.web;
