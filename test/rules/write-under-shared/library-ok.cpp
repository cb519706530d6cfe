// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// A counter of its own kind, a lock of its own for the list, locals, and what
// is written before anybody else has the object.
#include <atomic>
#include <list>
#include <map>
#include <mutex>
#include <shared_mutex>
#include <string>
class Cache {
public:
  explicit Cache(long Limit) {
    std::shared_lock<std::shared_mutex> Lock(Mu);
    this->Limit = Limit;
  }
  bool find(const std::string &Key, int &Value) {
    std::shared_lock<std::shared_mutex> Lock(Mu);
    auto It = Entries.find(Key);
    if (It == Entries.end())
      return false;
    ++Hits;
    int Found = It->second;
    {
      std::lock_guard<std::mutex> OfList(RecentMu);
      Recent.push_back(Key);
    }
    Found += 1;
    Value = Found;
    return true;
  }
  void put(const std::string &Key, int Value) {
    std::unique_lock<std::shared_mutex> Lock(Mu);
    Entries[Key] = Value;
  }

private:
  std::shared_mutex Mu;
  std::mutex RecentMu;
  std::map<std::string, int> Entries;
  std::list<std::string> Recent;
  std::atomic<long> Hits = 0;
  long Limit = 0;
};
bool lookUp(Cache &C, int &Value) { return C.find("answer", Value); }
