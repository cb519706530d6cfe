// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// A helper that is called with the lock, and by the constructor and destructor
// without; a read for which a method gives the lock back for a while.
#include <map>
#include <mutex>
#include <string>
class Registry {
public:
  Registry() { rebuild(); }
  ~Registry() {
    Names.clear();
    rebuild();
  }
  void add(const std::string &Name) {
    std::lock_guard<std::mutex> Guard(Mu);
    Names[Name] = 1;
    rebuild();
  }
  void refresh() {
    std::lock_guard<std::mutex> Guard(Mu);
    rebuild();
  }
  unsigned long save(void (*Write)(unsigned long)) {
    std::unique_lock<std::mutex> Guard(Mu);
    while (Busy)
      return 0;
    Busy = true;
    unsigned long Before = Size;
    Guard.unlock();
    Write(Size);
    Guard.lock();
    Busy = false;
    return Before;
  }

private:
  void rebuild() { Size = Names.size(); }
  std::mutex Mu;
  std::map<std::string, int> Names;
  unsigned long Size = 0;
  bool Busy = false;
};
void use(Registry &R) {
  R.add("x");
  R.refresh();
}
unsigned long alone() {
  Registry Mine;
  Mine.add("y");
  return Mine.save(nullptr);
}
