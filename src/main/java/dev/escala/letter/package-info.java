/**
 * What is good to write to a customer, as text: knows no case, no mail and no process.
 */
package dev.escala.letter;
