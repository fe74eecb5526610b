/**
 * Mail that customers write, until it is given to the matter that it is about or to a
 * person who decides. Knows no kind of matter.
 */
package dev.escala.inbound;
