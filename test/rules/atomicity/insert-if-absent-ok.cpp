// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The insertion says itself whether the name was free.
#include <map>
#include <mutex>
#include <string>
#include <thread>

class Registry {
public:
  bool contains(const std::string &Name) const {
    std::lock_guard<std::mutex> Guard(Mu);
    return Owners.count(Name) != 0;
  }
  bool insertIfAbsent(const std::string &Name, int Owner) {
    std::lock_guard<std::mutex> Guard(Mu);
    return Owners.emplace(Name, Owner).second;
  }
  // Looks first, for nothing; what counts is what the insertion says.
  bool insertLooking(const std::string &Name, int Owner) {
    if (contains(Name))
      return false;
    std::lock_guard<std::mutex> Guard(Mu);
    bool Added = Owners.emplace(Name, Owner).second;
    if (!Added)
      return false;
    ++Generation;
    return true;
  }

private:
  mutable std::mutex Mu;
  std::map<std::string, int> Owners;
  int Generation = 0;
};

static bool claim(Registry &R, const std::string &Name, int Owner) {
  return R.insertIfAbsent(Name, Owner);
}

int main() {
  Registry R;
  std::thread First([&] { claim(R, "port", 1); });
  std::thread Second([&] { R.insertLooking("port", 2); });
  First.join();
  Second.join();
}
