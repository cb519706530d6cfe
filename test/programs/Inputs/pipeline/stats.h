#pragma once

#include <string>

/// What the stages count. Any thread may call these at any time.
namespace stats {

void count(const std::string &what, long by = 1);
long value(const std::string &what);
void fail(const std::string &line);
std::string table();
void reset();

} // namespace stats
