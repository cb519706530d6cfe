// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// After the reader's lock, the writer's: and another look.
#include <map>
#include <memory>
#include <mutex>
#include <shared_mutex>

struct Session {
  explicit Session(int Id) : Id(Id) {}
  int Id;
};

class Sessions {
public:
  std::shared_ptr<Session> get(int Id) {
    {
      std::shared_lock<std::shared_mutex> Reader(Mu);
      auto It = All.find(Id);
      if (It != All.end())
        return It->second;
    }
    std::unique_lock<std::shared_mutex> Writer(Mu);
    auto It = All.find(Id);
    if (It != All.end())
      return It->second;
    auto Fresh = std::make_shared<Session>(Id);
    All[Id] = Fresh;
    return Fresh;
  }

private:
  std::shared_mutex Mu;
  std::map<int, std::shared_ptr<Session>> All;
};

std::shared_ptr<Session> open(Sessions &S) { return S.get(1); }
