package dev.escala.pursuit.won.process;

import java.time.LocalDate;
import java.util.Date;

import dev.escala.pursuit.won.Deliveries;
import dev.escala.reference.CaseNumber;
import org.camunda.bpm.engine.delegate.DelegateExecution;

import org.springframework.stereotype.Component;

/**
 * What the timer of the model asks: {@code ${deliveryTimers.callDue(execution)}}.
 */
@Component("deliveryTimers")
public class DeliveryTimers {

	private final Deliveries deliveries;

	DeliveryTimers(Deliveries deliveries) {
		this.deliveries = deliveries;
	}

	/** When they are asked how it goes. */
	public Date callDue(DelegateExecution execution) {
		String day = (String) execution.getVariable(DeliveryProcess.DELIVERY_DAY);
		return Date
			.from(this.deliveries.callAt(new CaseNumber(execution.getProcessBusinessKey()), LocalDate.parse(day)));
	}

}
