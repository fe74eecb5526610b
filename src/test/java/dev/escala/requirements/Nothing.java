package dev.escala.requirements;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import net.bytebuddy.asm.Advice;
import net.bytebuddy.implementation.bytecode.assign.Assigner.Typing;

/**
 * What a method does whose behaviour is taken away: nothing, and it answers the least
 * that its type knows. Woven into the class, so everything is public.
 */
public final class Nothing {

	private static final Map<Class<?>, Object> LEAST = Map.of(boolean.class, false, int.class, 0, long.class, 0L,
			double.class, 0.0, List.class, List.of(), Set.class, Set.of(), Map.class, Map.of(), Optional.class,
			Optional.empty());

	private Nothing() {
	}

	@Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
	static boolean leaveOut() {
		return true;
	}

	@Advice.OnMethodExit
	static void answer(@Advice.Origin Method method,
			@Advice.Return(readOnly = false, typing = Typing.DYNAMIC) Object answer) {
		answer = least(method);
	}

	public static Object least(Method method) {
		return (method.getReturnType() == Stream.class) ? Stream.empty() : LEAST.get(method.getReturnType());
	}

}
