/** What cases taught us, kept where the next person can find it (001-34). */
package dev.escala.lessons;
