// The culprit is named, and the types that it was found in.
// error: is_not_Send<std::lock_guard<std::mutex>, Job, Step>
#include <fearless/send.h>

#include <mutex>
#include <string>

struct Step {
  std::string name;
#ifndef RIGHT
  std::lock_guard<std::mutex> hold;
#endif
};
struct Job {
  int id;
  Step step;
};

static_assert(fearless::detail::require_send<Job>);
int main() {}
