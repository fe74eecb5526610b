package dev.escala.modelgate.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Looks for what no box covers. Exact; the work is counted and ends at a limit.
 */
final class Coverage {

	private static final int MOST_STEPS = 1_500_000;

	private final int[] sizes;

	private int steps;

	/**
	 * For a space.
	 * @param sizes how many regions each axis has, none of them zero
	 */
	Coverage(int[] sizes) {
		this.sizes = sizes;
	}

	/**
	 * A hole that is as wide as it can be made, or {@code null} where there is none.
	 * @param boxes what is covered
	 * @param within where to look
	 * @throws TooManyException where it takes too long to say
	 */
	Box hole(List<Box> boxes, Box within) {
		List<Integer> order = IntStream.range(0, this.sizes.length)
			.boxed()
			.sorted(Comparator.comparingLong(
					(axis) -> -boxes.stream().filter((box) -> box.side(axis).cardinality() < this.sizes[axis]).count()))
			.toList();
		BitSet all = new BitSet();
		all.set(0, boxes.size());
		int[] point = new int[this.sizes.length];
		List<Set<BitSet>> covered = new ArrayList<>();
		order.forEach((axis) -> covered.add(new HashSet<>()));
		Search search = new Search(boxes, within, order, covered, point);
		return search.finds(0, all) ? widened(boxes, within, point) : null;
	}

	private Box widened(List<Box> boxes, Box within, int[] point) {
		Box hole = Box.of(point);
		for (int axis = 0; axis < this.sizes.length; axis++) {
			Box whole = hole.with(axis, within.side(axis));
			if (boxes.stream().noneMatch(whole::meets)) {
				hole = whole;
			}
		}
		for (int axis = 0; axis < this.sizes.length; axis++) {
			for (int region = within.side(axis).nextSetBit(0); region >= 0; region = within.side(axis)
				.nextSetBit(region + 1)) {
				BitSet side = (BitSet) hole.side(axis).clone();
				side.set(region);
				Box wider = hole.with(axis, side);
				if (boxes.stream().noneMatch(wider::meets)) {
					hole = wider;
				}
			}
		}
		return hole;
	}

	private final class Search {

		private final List<Box> boxes;

		private final Box within;

		private final List<Integer> order;

		/** By depth, which boxes together were seen to leave no hole. */
		private final List<Set<BitSet>> covered;

		private final int[] point;

		Search(List<Box> boxes, Box within, List<Integer> order, List<Set<BitSet>> covered, int[] point) {
			this.boxes = boxes;
			this.within = within;
			this.order = order;
			this.covered = covered;
			this.point = point;
		}

		private boolean finds(int depth, BitSet active) {
			if (active.isEmpty()) {
				this.order.subList(depth, this.order.size())
					.forEach((axis) -> this.point[axis] = this.within.side(axis).nextSetBit(0));
				return true;
			}
			if (depth == this.order.size() || this.covered.get(depth).contains(active)) {
				return false;
			}
			int axis = this.order.get(depth);
			BitSet side = this.within.side(axis);
			for (int region = side.nextSetBit(0); region >= 0; region = side.nextSetBit(region + 1)) {
				BitSet left = new BitSet();
				for (int box = active.nextSetBit(0); box >= 0; box = active.nextSetBit(box + 1)) {
					if (this.boxes.get(box).side(axis).get(region)) {
						left.set(box);
					}
				}
				Coverage.this.steps += 1 + active.cardinality();
				if (Coverage.this.steps > MOST_STEPS) {
					throw new TooManyException();
				}
				this.point[axis] = region;
				if (finds(depth + 1, left)) {
					return true;
				}
			}
			this.covered.get(depth).add(active);
			return false;
		}

	}

	/**
	 * Regions of each axis.
	 *
	 * @param sides one set for each axis
	 */
	record Box(List<BitSet> sides) {

		static Box of(int[] point) {
			return new Box(IntStream.of(point).mapToObj((region) -> {
				BitSet side = new BitSet();
				side.set(region);
				return side;
			}).toList());
		}

		BitSet side(int axis) {
			return this.sides.get(axis);
		}

		boolean meets(Box other) {
			for (int axis = 0; axis < this.sides.size(); axis++) {
				if (!side(axis).intersects(other.side(axis))) {
					return false;
				}
			}
			return true;
		}

		boolean isEmpty() {
			return this.sides.stream().anyMatch(BitSet::isEmpty);
		}

		Box with(int axis, BitSet side) {
			List<BitSet> changed = new ArrayList<>(this.sides);
			changed.set(axis, side);
			return new Box(changed);
		}

		/** What both have. */
		Box common(Box other) {
			List<BitSet> common = new ArrayList<>();
			for (int axis = 0; axis < this.sides.size(); axis++) {
				BitSet side = (BitSet) side(axis).clone();
				side.and(other.side(axis));
				common.add(side);
			}
			return new Box(common);
		}

	}

	/** It takes too long to say. */
	static final class TooManyException extends RuntimeException {

	}

}
