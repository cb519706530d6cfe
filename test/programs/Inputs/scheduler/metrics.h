#pragma once

#include <cstddef>

/// Counters of the whole process.
namespace metrics {

void ran(int priority, bool stolen);
unsigned long stolen();
void paused();
void abandoned(std::size_t tasks);
void print();

} // namespace metrics
