#pragma once

#include "asymptest/claim/claim.hpp"

namespace asymptest::interpolation {

// Trials of the excess risk of a plug-in rule at a uniform point of a Kuhn cell in dimension d,
// labels drawn at its vertices with chance q < 1/2 of the wrong one: (1 − 2q)·[wrong].

/// q at which the simplicial rule is worst in high dimension: 1/2 − 0.5316/√d.
double worst_noise(const Point& at);

/// Simplicial interpolation, a fixed query and 16 draws of labels; at the q of `worst_noise`, or at
/// the design point's own q.
double simplicial_excess_at_worst(const Point& at, Stream& random);
double simplicial_excess(const Point& at, Stream& random);

/// All vertices of a cell share one label, drawn with the chance q: so at its own worst, q = 1/4.
double shared_label_excess(const Point& at, Stream& random);
double shared_label_excess_at_worst(const Point& at, Stream& random);

/// The heaviest vertex alone decides, at the q that is worst for that rule, 1/4.
double heaviest_vertex_excess_at_worst(const Point& at, Stream& random);

/// The simplicial rule under a margin exponent: δ = 1 − 2q has P(δ ≤ t) = t^α. Stratified at
/// δ = 8/√d, beyond which next to nothing is wrong.
double simplicial_excess_under_margin(double alpha, const Point& at, Stream& random);

/// The same for a rule by one vertex, which errs with chance q.
double one_vertex_excess_under_margin(double alpha, const Point& at, Stream& random);

}  // namespace asymptest::interpolation
