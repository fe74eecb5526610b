package dev.escala.startup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.springframework.core.env.Environment;

/**
 * Something that must be in order before Escala starts on a database of one's own. Each
 * package names its own in {@code META-INF/spring.factories}; they are asked before the
 * engine, the migrations or anybody else has touched the database.
 */
public interface ProductionRequirement {

	/**
	 * What is not in order.
	 * @param environment the settings
	 * @param database a connection to read with; tables may be missing
	 * @return one English sentence for each problem, with what to do, and without any
	 * secret; empty where all is well
	 */
	List<String> problems(Environment environment, Connection database) throws SQLException;

}
