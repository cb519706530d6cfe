// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Who computes the same value again stores the same again.
#include <map>
#include <mutex>

static long square(long Of) { return Of * Of; }

class Squares {
public:
  long get(long Of) {
    {
      std::lock_guard<std::mutex> Guard(Mu);
      auto It = Known.find(Of);
      if (It != Known.end())
        return It->second;
    }
    long Value = square(Of);
    std::lock_guard<std::mutex> Guard(Mu);
    Known[Of] = Value;
    return Value;
  }

private:
  std::mutex Mu;
  std::map<long, long> Known;
};

long use(Squares &S) { return S.get(7); }
