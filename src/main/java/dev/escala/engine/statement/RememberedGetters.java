package dev.escala.engine.statement;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.ibatis.ognl.ObjectPropertyAccessor;
import org.apache.ibatis.ognl.OgnlContext;
import org.apache.ibatis.ognl.OgnlException;
import org.apache.ibatis.ognl.OgnlRuntime;

/**
 * Reads the properties that the conditions of the engine's statements name, for example
 * {@code authCheck.isAuthorizationCheckEnabled}. OGNL goes through all methods of the
 * class, in small letters, at each reading of a property that is named like a getter; the
 * engine's queries read hundreds. Here a getter is looked for once.
 */
final class RememberedGetters extends ObjectPropertyAccessor {

	private final ClassValue<Map<String, Optional<Method>>> getters = new ClassValue<>() {

		@Override
		protected Map<String, Optional<Method>> computeValue(Class<?> type) {
			return new ConcurrentHashMap<>();
		}

	};

	@Override
	public Object getPossibleProperty(OgnlContext context, Object target, String name) throws OgnlException {
		Optional<Method> getter = this.getters.get(target.getClass())
			.computeIfAbsent(name, (wanted) -> find(target.getClass(), wanted));
		if (getter.isEmpty()) {
			return super.getPossibleProperty(context, target, name);
		}
		try {
			return getter.get().invoke(target);
		}
		catch (InvocationTargetException ex) {
			throw new OgnlException(name, ex.getTargetException());
		}
		catch (IllegalAccessException ex) {
			throw new OgnlException(name, ex);
		}
	}

	/**
	 * The one that OGNL finds, in its order. What not everybody may call is left to it.
	 */
	private static Optional<Method> find(Class<?> type, String name) {
		Method getter = OgnlRuntime.getGetMethod(type, name);
		if (getter == null) {
			getter = OgnlRuntime.getReadMethod(type, name);
		}
		return Optional.ofNullable(getter)
			.filter((found) -> found.getParameterCount() == 0 && Modifier.isPublic(found.getModifiers())
					&& Modifier.isPublic(found.getDeclaringClass().getModifiers()));
	}

}
