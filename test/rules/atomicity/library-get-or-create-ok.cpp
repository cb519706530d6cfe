// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// What is stored is the session that came first.
#include <map>
#include <memory>
#include <mutex>

struct Session {
  explicit Session(int Id) : Id(Id) {}
  int Id;
};

class Sessions {
public:
  std::shared_ptr<Session> get(int Id) {
    {
      std::lock_guard<std::mutex> Guard(Mu);
      auto It = All.find(Id);
      if (It != All.end())
        return It->second;
    }
    auto Fresh = std::make_shared<Session>(Id);
    std::lock_guard<std::mutex> Guard(Mu);
    return All.try_emplace(Id, Fresh).first->second;
  }

private:
  std::mutex Mu;
  std::map<int, std::shared_ptr<Session>> All;
};

std::shared_ptr<Session> open(Sessions &S) { return S.get(1); }
