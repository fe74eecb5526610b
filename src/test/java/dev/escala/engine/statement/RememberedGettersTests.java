package dev.escala.engine.statement;

import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;

import org.apache.ibatis.ognl.MemberAccess;
import org.apache.ibatis.ognl.ObjectPropertyAccessor;
import org.apache.ibatis.ognl.OgnlContext;
import org.apache.ibatis.ognl.OgnlException;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.db.AuthorizationCheck;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("Properties in the conditions of the engine's statements")
class RememberedGettersTests {

	private final RememberedGetters getters = new RememberedGetters();

	private final OgnlContext context = new OgnlContext(null, null, new PublicOnly());

	@Test
	@DisplayName("are read as OGNL reads them, the first time and every other")
	void same() throws Exception {
		AuthorizationCheck check = new AuthorizationCheck();
		check.setAuthUserId("marta");
		check.setAuthorizationCheckEnabled(true);
		ListQueryParameterObject list = new ListQueryParameterObject(check, 3, 20);
		TaskQueryImpl tasks = new TaskQueryImpl();
		tasks.taskAssignee("marta").taskNameLike("%plan%");

		for (int i = 0; i < 3; i++) {
			assertAsOgnl(check, "authUserId", "authorizationCheckEnabled", "isAuthorizationCheckEnabled",
					"revokeAuthorizationCheckEnabled", "isRevokeAuthorizationCheckEnabled", "permissionChecks");
			assertAsOgnl(list, "firstResult", "maxResults", "parameter", "orderingProperties");
			assertAsOgnl(tasks, "assignee", "nameLike", "unassigned", "isOrQueryActive", "candidateGroups", "queries");
			assertAsOgnl(Map.entry("key", "value"), "key", "value");
			assertAsOgnl(List.of("one"), "empty", "class");
		}
		assertThat(this.getters.getPossibleProperty(this.context, check, "authUserId")).isEqualTo("marta");
		assertThat(this.getters.getPossibleProperty(this.context, check, "isAuthorizationCheckEnabled"))
			.isEqualTo(true);
	}

	@Test
	@DisplayName("that do not exist are not found, and what a getter throws is told")
	void failures() throws Exception {
		assertAsOgnl(new AuthorizationCheck(), "nothingOfTheKind");
		assertThatThrownBy(() -> this.getters.getPossibleProperty(this.context, new Broken(), "value"))
			.isInstanceOf(OgnlException.class)
			.hasRootCauseMessage("not today");
	}

	private void assertAsOgnl(Object target, String... names) throws OgnlException {
		ObjectPropertyAccessor ognl = new ObjectPropertyAccessor();
		for (String name : names) {
			assertThat(this.getters.getPossibleProperty(this.context, target, name)).as(name)
				.isEqualTo(ognl.getPossibleProperty(this.context, target, name));
		}
	}

	/** What the engine's statements read is public. */
	private static final class PublicOnly implements MemberAccess {

		@Override
		public Object setup(OgnlContext context, Object target, Member member, String propertyName) {
			return null;
		}

		@Override
		public void restore(OgnlContext context, Object target, Member member, String propertyName, Object state) {
		}

		@Override
		public boolean isAccessible(OgnlContext context, Object target, Member member, String propertyName) {
			return Modifier.isPublic(member.getModifiers());
		}

	}

	/** Public, as the engine's are. */
	public static final class Broken {

		public String getValue() {
			throw new IllegalStateException("not today");
		}

	}

}
