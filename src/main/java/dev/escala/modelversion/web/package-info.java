/** Models, their versions and their differences in the browser. Decides nothing. */
package dev.escala.modelversion.web;
