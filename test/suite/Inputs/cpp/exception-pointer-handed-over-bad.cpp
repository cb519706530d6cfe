// The worker stores its exception and its flag without order, and the caller
// rethrows on the flag.
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
    failure = std::current_exception(); // RACE
  }
}

static bool failed() {
  if (!failure) // RACE
    return false;
  try {
    std::rethrow_exception(failure); // RACE
  } catch (const std::invalid_argument &) {
    return true;
  }
}

int main() {
  std::thread worker(parse, "");
  bool early = failed();
  worker.join();
  return early ? 0 : 1;
}
