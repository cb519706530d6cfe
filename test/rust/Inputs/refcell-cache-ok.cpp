// A cache in a Mutex is filled by two threads.
#include "rust.h"
#include <thread>
#include <vector>

class Squares {
public:
  void learn(int n) const { known.lock()->push_back(n * n); }

private:
  mutable rust::Mutex<std::vector<int>> known;
};

int main() {
  auto squares = std::make_shared<const Squares>();
  std::vector<std::thread> workers;
  for (int n = 0; n < 2; ++n)
    workers.emplace_back([squares, n] { squares->learn(n); });
  for (auto &worker : workers)
    worker.join();
}
