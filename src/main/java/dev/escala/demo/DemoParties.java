package dev.escala.demo;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whom the demo has cases of: they are there before anybody can report the first one. */
@Component
@OnlyInDemo
@Order(1000)
class DemoParties implements ApplicationRunner {

	private final DemoCustomers customers;

	private final DemoProspects prospects;

	DemoParties(DemoCustomers customers, DemoProspects prospects) {
		this.customers = customers;
		this.prospects = prospects;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		this.customers.create();
		this.prospects.create();
	}

}
