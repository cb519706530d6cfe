// The closure holds a copy of the greeting, so the caller may change its own.
#include <string>
#include <thread>

int main() {
  std::string greeting = "good morning";
  size_t spoken = 0;
  std::thread speaker([&spoken, greeting] { spoken = greeting.size(); });
  greeting = "good evening to all of you, and welcome";
  speaker.join();
  return spoken && greeting.size() ? 0 : 1;
}
