// The first check of the double-checked instance reads a plain pointer without
// the lock.
#include <mutex>
#include <string>
#include <thread>

class Locale {
public:
  static Locale &instance() {
    if (!only) { // RACE
      std::lock_guard<std::mutex> hold(making);
      if (!only)
        only = new Locale; // RACE
    }
    return *only; // RACE
  }
  size_t length() const { return name.size(); } // RACE

private:
  Locale() : name("en_GB.UTF-8") {} // RACE
  std::string name;
  static std::mutex making;
  static Locale *only;
};

std::mutex Locale::making;
Locale *Locale::only = nullptr;

int main() {
  size_t there = 0;
  std::thread other([&] { there = Locale::instance().length(); });
  size_t here = Locale::instance().length();
  other.join();
  return here == there ? 0 : 1;
}
