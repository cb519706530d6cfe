// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// A map whose elements stay, and count for themselves.
#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

struct Metric {
  std::atomic<long> Value{0};
};
struct Label {
  std::string Text;
};

class Metrics {
public:
  Metric &get(const std::string &Name) {
    std::lock_guard<std::mutex> Guard(Mu);
    return All[Name];
  }
  const Label &label(const std::string &Name) {
    std::lock_guard<std::mutex> Guard(Mu);
    auto It = Labels.find(Name);
    if (It == Labels.end())
      It = Labels.emplace(Name, Label{Name}).first;
    return It->second;
  }
  const Label *owned(const std::string &Name) {
    std::lock_guard<std::mutex> Guard(Mu);
    std::unique_ptr<Label> &Slot = Owned[Name];
    if (!Slot)
      Slot = std::make_unique<Label>(Label{Name});
    return Slot.get();
  }

private:
  std::mutex Mu;
  std::map<std::string, Metric> All;
  std::map<std::string, Label> Labels;
  std::map<std::string, std::unique_ptr<Label>> Owned;
};

static void count(Metrics &M) {
  ++M.get("hits").Value;
  M.label("hits").Text.size();
  M.owned("hits")->Text.size();
}

int main() {
  Metrics M;
  std::thread First([&] { count(M); });
  std::thread Second([&] { count(M); });
  First.join();
  Second.join();
}
