#pragma once

#include <cstddef>

/// The trail of everything that changed a balance.
namespace audit {

void note(int account, long cents);
void refuse();

struct Summary {
  std::size_t entries;
  long sum;
  unsigned refusals;
};
Summary summary();

/// Writes the trail out and forgets it.
std::size_t rotate();

} // namespace audit
