/** Whether people can read a drawing. What is found here keeps nothing out. */
package dev.escala.modelgate.drawing;
