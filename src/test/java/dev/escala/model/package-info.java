/**
 * The rules that every model and form of Escala keeps, each a small class that is proven
 * by a fixture which breaks exactly it.
 */
package dev.escala.model;
