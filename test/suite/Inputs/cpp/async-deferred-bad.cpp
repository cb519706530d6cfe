// The task is launched asynchronously, and the caller changes the buffer before
// it waits.
#include <future>
#include <string>

static std::string buffer = "draft";

static size_t spellCheck() {
  buffer += ", checked"; // RACE
  return buffer.size();  // RACE
}

int main() {
  std::future<size_t> check = std::async(std::launch::async, spellCheck);
  buffer += ", edited"; // RACE
  return check.get() > 4 ? 0 : 1;
}
