/**
 * What cases taught us, kept where the next person can find it (001-34). Knows no kind of
 * case.
 */
package dev.escala.lessons;
