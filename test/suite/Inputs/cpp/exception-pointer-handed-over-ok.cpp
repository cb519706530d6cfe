// The worker stores its exception before it ends, and the caller looks after
// the join.
#include <exception>
#include <stdexcept>
#include <string>
#include <thread>

static std::exception_ptr failure;

static void parse(const std::string &text) {
  try {
    if (text.empty())
      throw std::invalid_argument("nothing to parse");
  } catch (...) {
    failure = std::current_exception();
  }
}

static bool failed() {
  if (!failure)
    return false;
  try {
    std::rethrow_exception(failure);
  } catch (const std::invalid_argument &) {
    return true;
  }
}

int main() {
  std::thread worker(parse, "");
  worker.join();
  return failed() ? 0 : 1;
}
