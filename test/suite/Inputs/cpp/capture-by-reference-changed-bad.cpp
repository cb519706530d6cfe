// The closure holds the greeting by reference, and the caller changes it while
// the thread runs.
#include <string>
#include <thread>

int main() {
  std::string greeting = "good morning";
  size_t spoken = 0;
  std::thread speaker([&] { spoken = greeting.size(); }); // RACE
  greeting = "good evening to all of you, and welcome";   // RACE
  speaker.join();
  return spoken && greeting.size() ? 0 : 1;
}
