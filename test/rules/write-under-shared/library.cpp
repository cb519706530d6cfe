// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A class of a library: nobody sees who calls it, but it has a lock for readers.
#include <list>
#include <map>
#include <mutex>
#include <shared_mutex>
#include <string>
class Cache {
public:
  explicit Cache(long Limit) : Limit(Limit) {}
  bool find(const std::string &Key, int &Value) {
    std::shared_lock<std::shared_mutex> Lock(Mu);
    auto It = Entries.find(Key);
    if (It == Entries.end())
      return false;
    ++Hits;
    Recent.push_back(Key);
    Value = It->second;
    return true;
  }
  void put(const std::string &Key, int Value) {
    std::unique_lock<std::shared_mutex> Lock(Mu);
    Entries[Key] = Value;
  }
  long hits() {
    std::shared_lock<std::shared_mutex> Lock(Mu);
    return Hits;
  }

private:
  std::shared_mutex Mu;
  std::map<std::string, int> Entries;
  std::list<std::string> Recent;
  long Hits = 0, Limit;
};
bool lookUp(Cache &C, int &Value) { return C.find("answer", Value); }

// CHECK: {{^}}{{.*}}library.cpp:[[#@LINE-22]]:{{[0-9]+}}: warning: 'Cache::Hits' is written here while 'Cache::Mu' is held only as a reader, as others may hold it at once [fearless-write-under-shared]{{$}}
// CHECK: {{^}}{{.*}}library.cpp:[[#@LINE-27]]:{{[0-9]+}}: note: 'Cache::find' takes 'Cache::Mu' as a reader here{{$}}
// CHECK: {{^}}{{.*}}library.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: lock 'Cache::Mu' exclusively for this write, or make 'Cache::Hits' atomic{{$}}
// CHECK: {{^}}{{.*}}library.cpp:[[#@LINE-24]]:{{[0-9]+}}: warning: 'Cache::Recent' is written here while 'Cache::Mu' is held only as a reader, as others may hold it at once [fearless-write-under-shared]{{$}}
// CHECK: {{^}}{{.*}}library.cpp:[[#@LINE-30]]:{{[0-9]+}}: note: 'Cache::find' takes 'Cache::Mu' as a reader here{{$}}
// CHECK: {{^}}{{.*}}library.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: lock 'Cache::Mu' exclusively for this write{{$}}
