/** Who may do what, and who is acting now. Knows no feature. */
package dev.escala.access;
