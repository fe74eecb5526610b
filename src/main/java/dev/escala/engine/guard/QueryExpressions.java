package dev.escala.engine.guard;

import java.util.List;

import dev.escala.engine.StoredQueries;
import dev.escala.validation.InvalidInputException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;

import org.springframework.beans.factory.ObjectProvider;

/**
 * No expression from outside is evaluated in a query: an expression is a small program,
 * and it runs with the rights of Escala. Only the filters that Escala itself stores have
 * some, word for word as they stand in the code.
 */
class QueryExpressions implements CommandGuard {

	private final ObjectProvider<StoredQueries> stored;

	QueryExpressions(ObjectProvider<StoredQueries> stored) {
		this.stored = stored;
	}

	@Override
	public void check(Command<?> command, Sender sender) {
		if (command instanceof AbstractQuery<?, ?> query) {
			refuseAny(query);
		}
		else if (command instanceof AbstractExecuteFilterCmd) {
			CommandFields fields = CommandFields.of(command);
			refuseAny((AbstractQuery<?, ?>) fields.value("extendingQuery"));
			run(fields.text("filterId"), sender);
		}
		else if (command instanceof SaveFilterCmd) {
			save((FilterEntity) CommandFields.of(command).value("filter"), sender);
		}
	}

	private void run(String filterId, Sender sender) {
		FilterEntity filter = (filterId == null) ? null : sender.context().getFilterManager().findFilterById(filterId);
		if (filter != null && hasAny(filter.getQuery()) && !isOurs(filter)) {
			throw refusal();
		}
	}

	/** At its start Escala stores its own filters; nobody is logged in then. */
	private void save(FilterEntity filter, Sender sender) {
		if (hasAny(filter.getQuery()) && (sender.isPerson() || !isOurs(filter))) {
			throw refusal();
		}
	}

	private boolean isOurs(FilterEntity filter) {
		return this.stored.stream().anyMatch((queries) -> queries.isOne(filter.getQueryInternal()));
	}

	private static void refuseAny(AbstractQuery<?, ?> query) {
		if (hasAny(query)) {
			throw refusal();
		}
	}

	private static boolean hasAny(AbstractQuery<?, ?> query) {
		if (query == null) {
			return false;
		}
		List<? extends AbstractQuery<?, ?>> parts = (query instanceof TaskQueryImpl tasks) ? tasks.getQueries()
				: List.of(query);
		return !query.getExpressions().isEmpty() || parts.stream().anyMatch((part) -> !part.getExpressions().isEmpty());
	}

	private static InvalidInputException refusal() {
		return new InvalidInputException("query", QueryExpressionFilter.SENTENCE);
	}

}
