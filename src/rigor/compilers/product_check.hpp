#pragma once

/// Whether the products of matrices of numbers of all sizes hold the exact sums, entry by entry.
/// Prints the tally.
bool products_are_enclosed();
