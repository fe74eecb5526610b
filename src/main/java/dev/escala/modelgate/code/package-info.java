/**
 * What a model would run: nothing but the beans and methods that are on the list. Names
 * what it finds, and never runs it.
 */
package dev.escala.modelgate.code;
