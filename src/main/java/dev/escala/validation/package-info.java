/** How a request is read and refused. Knows nothing but text. */
package dev.escala.validation;
