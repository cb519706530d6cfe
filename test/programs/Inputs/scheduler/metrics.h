#pragma once

/// Counters of the whole process.
namespace metrics {

void ran(int priority, bool stolen);
void paused();
void foundNothing();

/// Steals, pauses, and looks for work that found none.
unsigned long events();
void print();

} // namespace metrics
