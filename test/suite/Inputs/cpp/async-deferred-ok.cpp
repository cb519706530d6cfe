// The task is deferred: it runs in the caller's own get(), not on another
// thread.
#include <future>
#include <string>

static std::string buffer = "draft";

static size_t spellCheck() {
  buffer += ", checked";
  return buffer.size();
}

int main() {
  std::future<size_t> check = std::async(std::launch::deferred, spellCheck);
  buffer += ", edited";
  return check.get() > 4 ? 0 : 1;
}
